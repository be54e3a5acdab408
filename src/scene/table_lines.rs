//! The rows of the table in the making, and their total.

use super::Figures;
use super::difference::change_number;
use super::listing::{Listed, listed};
use super::measures::{Measures, PlaceMeasures, measures_at};
use crate::cube::{Axis, CatIx, Cube, Interval, Role};
use crate::view_state::{Place, ResolvedView};
use crate::words::Messages;

/// A row in the making.
pub(super) struct Line {
    pub(super) listed: Listed,
    /// Its numbers in each member that is laid across the columns.
    pub(super) across: Vec<Measures>,
    /// How its number has changed since the base period.
    pub(super) change: Option<Interval>,
    /// Whether it is the total.
    pub(super) is_total: bool,
}

/// All rows of a table, not yet in order, and what they are together.
pub(super) struct Lines {
    pub(super) rows: Vec<Line>,
    pub(super) total: Line,
    /// The members that are laid across the columns.
    pub(super) across: Vec<CatIx>,
}

impl Lines {
    pub(super) fn of(
        cube: &Cube,
        of: (&ResolvedView, &Figures),
        axis: Axis,
        words: &Messages,
    ) -> Self {
        let (view, figures) = of;
        let line = |listed: Listed, is_total: bool| Line {
            listed,
            across: Vec::new(),
            change: None,
            is_total,
        };
        let listed = listed(cube, view, figures, (axis, words)).into_iter();
        let mut lines = Self {
            rows: listed.map(|listed| line(listed, false)).collect(),
            total: line(total(cube, of, axis, words), true),
            across: across(cube, view),
        };
        if let Some(cols) = view.cols {
            for &at in &lines.across {
                let (measures, total) = measures_at(cube, of, (cols, at), axis);
                for line in &mut lines.rows {
                    line.across.push(measures[line.listed.place.at.0]);
                }
                lines.total.across.push(total);
            }
        }
        lines.compare_periods(cube, of, axis);
        lines
    }

    /// How the number of each line has changed from the base period to the last that is selected.
    fn compare_periods(
        &mut self,
        cube: &Cube,
        of: (&ResolvedView, &Figures),
        axis: Axis,
    ) -> Option<()> {
        let (view, _) = of;
        let (from, to) = view.change?;
        let time = cube.with_role(Role::Time).map(Axis::of_dimension)?;
        if axis.dimension() == time.dimension() {
            return None;
        }
        let change = |before: &Measures, after: &Measures| {
            let [before, after] = [before, after].map(|it| it.interval(view.quantity));
            change_number(view.quantity, before.zip(after)?)
        };
        let [before, after] = [from, to].map(|at| measures_at(cube, of, (time, at), axis));
        self.total.change = change(&before.1, &after.1);
        for line in &mut self.rows {
            let at = line.listed.place.at.0;
            line.change = change(&before.0[at], &after.0[at]);
        }
        Some(())
    }
}

/// The members that are laid across the columns: those of which anything is selected.
fn across(cube: &Cube, view: &ResolvedView) -> Vec<CatIx> {
    let Some(cols) = view.cols else {
        return Vec::new();
    };
    let passes = view.selection.passes(cube, cols.dimension(), None);
    let leaves = cube.dimension(cols.dimension()).categories().iter();
    let selected = leaves.filter(|(at, _)| passes.as_ref().is_none_or(|passes| passes[at.0]));
    let mut shown = vec![false; cube.members(cols).len()];
    for at in selected.filter_map(|(leaf, _)| cube.along(cols, leaf)) {
        shown[at.0] = true;
    }
    (0..shown.len())
        .filter(|at| shown[*at])
        .map(CatIx)
        .collect()
}

/// Everything that is selected, as a line of the table.
fn total(cube: &Cube, of: (&ResolvedView, &Figures), axis: Axis, words: &Messages) -> Listed {
    let (view, figures) = of;
    let input = PlaceMeasures::of_list(view, figures, axis);
    let name = if !view.search.is_empty() {
        words.total_unsearched
    } else if view.filters.clause(axis).is_some() {
        words.total_chosen
    } else {
        words.total
    };
    Listed {
        place: Place { axis, at: CatIx(0) },
        code: String::new(),
        name: name.to_owned(),
        group: None,
        measures: input.total(cube, of, axis),
        apart: false,
        focus: false,
    }
}
