//! What a reader can do to a view.

use super::compared::{COMPARED, in_order, is_comparable};
use super::share_of::has_share_of;
use super::state::{can_be_columns, can_be_rows};
use super::{ClassScope, Classing, Column, MapForm, Place, Quantity, Sort, Tab, ViewState};
use crate::cube::{Axis, CatIx, Cube, DimIx, Role};

/// One act of a reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Picks a category of an axis, or lets go of it; along time it grows or shrinks the range of
    /// periods that are equally long, and a measure takes the place of the one before. A place in focus counts as picked, and becomes a
    /// filter.
    Toggle(Axis, CatIx),
    /// Picks the periods between two that are as long as these, and no others; the same one again
    /// lets go of it.
    Between(CatIx, CatIx),
    /// Lets go of everything picked of an axis, and of a place in focus along it. There is always a
    /// measure: of a dimension of measures nothing is let go of.
    Clear(Axis),
    /// Lets go of everything picked but the measures.
    ClearAll,
    /// Looks at a place instead of what is picked along its axis; `None`: at the whole.
    Focus(Option<Place>),
    /// Lists the groups of a grouping, or the categories of the geographical dimension.
    Level(Axis),
    /// Shows the share of those chosen, of a dimension.
    ShareOf(DimIx),
    /// Shows another quantity.
    Show(Quantity),
    /// Compares with a base period, or no longer.
    From(Option<CatIx>),
    /// Fills the stage with something else, and asks of no figure any longer.
    Open(Tab),
    /// Draws the map in another form.
    Form(MapForm),
    /// Classes the map otherwise.
    Class(Classing),
    /// Takes the classes of the map over other places and periods.
    ClassOver(ClassScope),
    /// Makes the rows of the table of an axis; of places the map is, too. What lies across the columns
    /// stays, unless it is of the same dimension.
    Rows(Axis),
    /// Lays an axis across the columns of the table, or none.
    Columns(Option<Axis>),
    /// Orders the table by a column; the same column again turns the order round.
    SortBy(Column),
    /// Compares a place with whatever is in focus, or no longer.
    Compare(Place),
    /// Searches the rows of the table.
    Search(String),
    /// Turns to a page of the table, counted from 0; beyond the last to the last.
    Turn(usize),
    /// Shows how a figure came about, as [`AskedFigure::to_raw`](super::AskedFigure::to_raw) names it;
    /// empty: none any longer.
    Ask(String),
    /// Reads in another language.
    Speak(String),
}

impl ViewState {
    /// The view after a change.
    #[must_use]
    pub fn apply(&self, change: Change, cube: &Cube) -> Self {
        let mut next = self.clone();
        if self.is_refused(&change, cube) {
            return next;
        }
        match change {
            Change::Toggle(axis, at) => {
                let place = next.let_go(axis).map(|place| [place.at]);
                let picked = self.filters.clause(axis).unwrap_or(&[]);
                let picked = place.as_ref().map_or(picked, |place| place);
                let picked = toggled(cube, axis, picked, at);
                next.filters = std::mem::take(&mut next.filters).with(axis, picked);
            }
            Change::Between(one, other) => {
                let Some(time) = time(cube) else { return next };
                let mut range = cube.periods_between(time.dimension(), one, other);
                let all = range.len() == cube.members(time).len();
                let again = self.filters.clause(time) == Some(&[one]) && one == other;
                range.retain(|_| !all && !again);
                next.filters = std::mem::take(&mut next.filters).with(time, range);
            }
            Change::Clear(axis) if cube.is_measure(axis) => {}
            Change::Clear(axis) => {
                next.let_go(axis);
                next.filters = std::mem::take(&mut next.filters).without(axis);
            }
            Change::ClearAll => {
                next.filters =
                    (self.filters).only(|axis| self.is_locked(axis) || cube.is_measure(axis));
            }
            Change::Focus(place) => {
                next.place = place;
                if let Some(place) = place {
                    next.filters = std::mem::take(&mut next.filters).without(place.axis);
                }
            }
            Change::Level(axis) => {
                next.level = Some(axis);
                next.rows = self.rows.filter(|rows| !is_geo(cube, *rows));
            }
            Change::Show(quantity) => {
                next.quantity = quantity;
                next.share_of = None;
            }
            Change::ShareOf(of) => {
                next.quantity = Quantity::Share;
                next.share_of = Some(of);
            }
            Change::From(period) => next.from = period.filter(|&at| is_writable(cube, at)),
            Change::Open(tab) => {
                next.tab = tab;
                next.why.clear();
            }
            Change::Form(map) => next.map = map,
            Change::Class(classing) => next.classing = classing,
            Change::ClassOver(scope) => next.class_scope = scope,
            Change::Rows(axis) if !can_be_rows(cube, axis) => {}
            Change::Rows(axis) => {
                if is_geo(cube, axis) {
                    next.level = Some(axis);
                }
                next.rows = Some(axis).filter(|rows| next.listed(cube) != Some(*rows));
                next.lay_across(self.cols, cube);
            }
            Change::Columns(axis) => next.lay_across(axis, cube),
            Change::SortBy(column) if !self.has_column(column, cube) => {}
            Change::SortBy(column) => {
                let again = self.sort.column == column;
                let descending = if again {
                    !self.sort.descending
                } else {
                    column.is_number()
                };
                next.sort = Sort { column, descending };
            }
            Change::Compare(place) => {
                let before = next.compared.len();
                next.compared.retain(|known| *known != place);
                let new = next.compared.len() == before && before < COMPARED;
                if new && is_comparable(cube, place) {
                    next.compared.push(place);
                    in_order(&mut next.compared);
                }
            }
            Change::Search(text) => next.search = text,
            Change::Turn(page) => next.page = page.min(self.most_pages(cube) - 1),
            Change::Ask(raw) => next.why = raw,
            Change::Speak(lang) => next.lang = lang,
        }
        next.share_of = next
            .share_of
            .filter(|of| has_share_of(cube, &next.filters, *of));
        next.from = next
            .from
            .filter(|from| cube.is_comparable_period(&next.filters, *from));
        next.unsort(cube);
        next.leave_out_usual_level(cube);
        next.turn_back_unless_as(self, cube);
        next
    }

    /// Whether a change is of what the reader may not change.
    fn is_refused(&self, change: &Change, cube: &Cube) -> bool {
        let axis = match change {
            Change::Toggle(axis, _) | Change::Clear(axis) => Some(*axis),
            Change::Focus(_) => cube.with_role(Role::Geo).map(Axis::of_dimension),
            Change::Between(..) => time(cube),
            Change::ClearAll
            | Change::Level(_)
            | Change::Show(_)
            | Change::ShareOf(_)
            | Change::From(_)
            | Change::Open(_)
            | Change::Form(_)
            | Change::Class(_)
            | Change::Rows(_)
            | Change::ClassOver(_)
            | Change::Columns(_)
            | Change::SortBy(_)
            | Change::Compare(_)
            | Change::Search(_)
            | Change::Turn(_)
            | Change::Ask(_)
            | Change::Speak(_) => None,
        };
        axis.is_some_and(|axis| self.is_locked(axis))
    }

    /// Lays an axis across the columns of the table, where it can be with such rows.
    fn lay_across(&mut self, axis: Option<Axis>, cube: &Cube) {
        let rows = self.rows(cube);
        let axis = axis.filter(|&axis| can_be_columns(cube, rows, axis));
        if axis != self.cols && matches!(self.sort.column, Column::Of(_)) {
            self.sort = Sort::default();
        }
        self.cols = axis;
    }

    /// Orders the table as usual where its column is gone.
    pub(super) fn unsort(&mut self, cube: &Cube) {
        if !self.has_column(self.sort.column, cube) {
            self.sort = Sort::default();
        }
    }

    /// Looks away from a place in focus along an axis.
    fn let_go(&mut self, axis: Axis) -> Option<Place> {
        self.place.take_if(|place| place.axis == axis)
    }
}

fn is_geo(cube: &Cube, axis: Axis) -> bool {
    cube.with_role(Role::Geo) == Some(axis.dimension())
}

fn time(cube: &Cube) -> Option<Axis> {
    cube.with_role(Role::Time).map(Axis::of_dimension)
}

/// Whether a period has a code that a link can name.
fn is_writable(cube: &Cube, period: CatIx) -> bool {
    let code = time(cube).map(|time| cube.members(time).get(period).code());
    code.is_some_and(|code| !code.as_str().is_empty())
}

/// What is picked after `at` was clicked.
fn toggled(cube: &Cube, axis: Axis, picked: &[CatIx], at: CatIx) -> Vec<CatIx> {
    let role = cube.dimension(axis.dimension()).role();
    match (role, axis.grouping(), picked) {
        (Role::Metric, None, _) | (Role::Time, None, []) => vec![at],
        (Role::Time, None, [first, rest @ ..]) => {
            let series = cube.series_of(axis.dimension(), at);
            let mut range = ranged(*first, *rest.last().unwrap_or(first), at);
            range.retain(|period| series.contains(period));
            range
        }
        _ if picked.contains(&at) => picked
            .iter()
            .copied()
            .filter(|&other| other != at)
            .collect(),
        _ => picked.iter().copied().chain([at]).collect(),
    }
}

/// A range grows to take in a period outside it, shrinks when one of its ends is clicked, and
/// becomes the one period clicked inside it.
fn ranged(first: CatIx, last: CatIx, at: CatIx) -> Vec<CatIx> {
    let range = |first: usize, last: usize| (first..=last).map(CatIx).collect();
    match at {
        _ if at == first && at == last => Vec::new(),
        _ if at < first => range(at.0, last.0),
        _ if at > last => range(first.0, at.0),
        _ if at == first => range(first.0 + 1, last.0),
        _ if at == last => range(first.0, last.0 - 1),
        _ => vec![at],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check((first, last): (usize, usize), clicked: usize, expected: &[usize]) {
        let found: Vec<usize> = ranged(CatIx(first), CatIx(last), CatIx(clicked))
            .iter()
            .map(|at| at.0)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_range_of_periods_grows_and_shrinks_at_its_ends() {
        check((1, 1), 3, &[1, 2, 3]);
        check((2, 3), 0, &[0, 1, 2, 3]);
        check((1, 3), 1, &[2, 3]);
        check((1, 3), 3, &[1, 2]);
        check((0, 3), 1, &[1]);
        check((2, 2), 2, &[]);
    }
}
