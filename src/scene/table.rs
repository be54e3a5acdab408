//! The table of places.

use std::cmp::Ordering;
use std::ops::Deref;

use super::Figures;
use super::difference::{change_name, change_number, change_number_text};
use super::measures::{Asked, Measures, measures_at};
use super::picture_text::quantity_name;
use super::place::{parent_axis, place_name};
use super::text::figure_text;
use super::title::Title;
use crate::cube::{Axis, CatIx, Cube, Role, order_by};
use crate::view_state::{Column, Place, Quantity, ResolvedView, Sort};
use crate::words::{Messages, small};

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The place.
    pub place: Place,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The group it belongs to.
    pub group: String,
    /// The figure as text.
    pub value: String,
    /// Its numbers.
    pub measures: Measures,
    /// Its numbers in each category that is laid across the columns.
    pub across: Vec<Measures>,
    /// How its number has changed since the base period, and the same as text.
    pub change: Option<(f64, String)>,
    /// Whether it is the place in focus, or holds it.
    pub focus: bool,
}

impl Deref for Row {
    type Target = Measures;

    fn deref(&self) -> &Measures {
        &self.measures
    }
}

/// The places of a level, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct TableScene {
    /// The level.
    pub axis: Axis,
    /// Its name.
    pub level: String,
    /// What the table shows.
    pub caption: String,
    /// Head of the column of figures: what is counted.
    pub noun: String,
    /// Head of the column of groups, where there is one.
    pub group: Option<String>,
    /// The group whose regions are listed, where it is one.
    pub within: Option<String>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The categories that are laid across the columns, with their names.
    pub across: Vec<(CatIx, String)>,
    /// What is shown of the categories across, and what changes.
    pub quantity: Quantity,
    /// Head of the column of changes.
    pub change: String,
    /// The rows.
    pub rows: Vec<Row>,
}

impl TableScene {
    fn sorted(mut self, compare: &dyn Fn(&Row, &Row) -> Ordering) -> Self {
        let rows = &self.rows;
        let order = order_by(rows.len(), &|a, b| {
            let (a, b) = (&rows[a], &rows[b]);
            compare(a, b).then_with(|| a.code.cmp(&b.code))
        });
        let mut rows: Vec<Option<Row>> = self.rows.into_iter().map(Some).collect();
        self.rows = order.iter().filter_map(|&at| rows[at].take()).collect();
        self
    }

    /// Lays a dimension across the columns: what is shown of each category that is selected.
    fn spread(&mut self, cube: &Cube, of: (&ResolvedView, &Figures), words: &Messages) {
        let (view, _) = of;
        let Some(cols) = view.cols else { return };
        let axis = Axis::of_dimension(cols);
        let passes = view.selection.passes(cube, cols, None);
        let members = cube.members(axis).iter();
        let selected = members.filter(|(at, _)| passes.as_ref().is_none_or(|passes| passes[at.0]));
        for (at, category) in selected {
            let label = category.label().in_lang(words.code).to_owned();
            let measures = measures_at(cube, of, (axis, at), self.axis);
            for row in &mut self.rows {
                row.across.push(measures[row.place.at.0]);
            }
            self.across.push((at, label));
        }
        // What is shown of them is chosen once for all.
        (self.columns).retain(|column| !matches!(column, Column::Share | Column::Rate));
        let across = self.across.iter().map(|(at, _)| Column::Of(*at));
        self.columns.extend(across);
        let label = cube.axis_label(axis).in_lang(words.code);
        let shown = quantity_name(view.quantity, words);
        self.caption += &[" · ", words.cols, ": ", label, " (", shown, ")"].concat();
    }

    /// Compares two periods.
    fn compare_periods(&mut self, cube: &Cube, of: (&ResolvedView, &Figures), words: &Messages) {
        let (view, _) = of;
        let Some((from, to)) = view.change else {
            return;
        };
        let Some(time) = cube.with_role(Role::Time).map(Axis::of_dimension) else {
            return;
        };
        let [before, after] = [from, to].map(|at| measures_at(cube, of, (time, at), self.axis));
        for row in &mut self.rows {
            let number = |measures: &[Measures]| measures[row.place.at.0].quantity(view.quantity);
            let numbers = number(&before).zip(number(&after));
            let change = numbers.and_then(|numbers| change_number(view.quantity, numbers));
            row.change = change.map(|change| {
                let text = change_number_text(view.quantity, change, words);
                (change, text)
            });
        }
        self.change = change_name(cube, (from, to), words);
        self.columns.push(Column::Change);
    }
}

/// The table of a view; `None` for a dataset without places.
#[must_use]
pub fn table(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let mut scene = listed(cube, view, figures, (view.level?, words));
    scene.spread(cube, (view, figures), words);
    scene.compare_periods(cube, (view, figures), words);
    let asked = folded(&view.search);
    let asked: Vec<&str> = asked.split_whitespace().collect();
    if !asked.is_empty() {
        scene
            .rows
            .retain(|row| fits(&[&row.name, &row.code, &row.group], &asked));
    }
    let sort = view.sort;
    let nth = scene
        .across
        .iter()
        .position(|(at, _)| sort.column == Column::Of(*at));
    Some(scene.sorted(&|a, b| order(a, b, sort, (nth, view.quantity))))
}

/// Whether every word is somewhere in some texts.
pub(super) fn fits(texts: &[&str], asked: &[&str]) -> bool {
    let text = folded(&texts.join(" "));
    asked.iter().all(|word| text.contains(word))
}

/// A text as it is searched: in small letters.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The ranked bars of a view: the level of the table where it lists groups, else the groups above
/// the regions; with a region or such a group in focus, the regions of that group. Largest first.
#[must_use]
pub fn ranking(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let level = view.level?;
    let parent = parent_axis(cube).filter(|_| level.grouping().is_none());
    let above = parent.zip(view.place).and_then(|(parent, place)| {
        let at = match place.axis {
            axis if axis == parent => Some(place.at),
            axis if axis == level => cube.along(parent, place.at),
            _ => None,
        };
        at.map(|at| Place { axis: parent, at })
    });
    let axis = if above.is_some() {
        level
    } else {
        parent.unwrap_or(level)
    };
    let mut scene = listed(cube, view, figures, (axis, words));
    if let Some(above) = above {
        scene
            .rows
            .retain(|row| cube.along(above.axis, row.place.at) == Some(above.at));
        scene.within = Some(place_name(cube, Some(above), words));
    }
    let key = |row: &Row| row.quantity(view.quantity).unwrap_or(f64::NEG_INFINITY);
    Some(scene.sorted(&|a, b| key(b).total_cmp(&key(a))))
}

fn listed(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    (axis, words): (Axis, &Messages),
) -> TableScene {
    let asked = Asked::of_list(view, figures, axis);
    let parent = parent_axis(cube).filter(|parent| axis.grouping().is_none() && *parent != axis);
    let measures = asked.measures(cube, view, figures, axis);
    let row = |(at, category): (CatIx, &crate::cube::Category)| {
        let group =
            parent.and_then(|parent| Some(cube.members(parent).get(cube.along(parent, at)?)));
        let place = Place { axis, at };
        Row {
            place,
            code: category.code().to_string(),
            name: category.label().in_lang(words.code).to_owned(),
            group: group.map_or_else(String::new, |group| {
                group.label().in_lang(words.code).to_owned()
            }),
            value: figure_text(measures[at.0].figure, words),
            measures: measures[at.0],
            across: Vec::new(),
            change: None,
            focus: view.place.is_some_and(|focus| holds(cube, place, focus)),
        }
    };
    let shown = cube
        .members(axis)
        .iter()
        .filter(|(at, _)| asked.is_shown(cube, axis, *at));
    let title = Title::of(cube, view, (asked, axis), words);
    let columns = Column::ALL.into_iter().filter(|column| {
        let here = match column {
            Column::Group => parent.is_some(),
            Column::Change | Column::Of(_) => false,
            Column::Code | Column::Name | Column::Value | Column::Share | Column::Rate => true,
        };
        here && column.is_offered(cube)
    });
    TableScene {
        axis,
        caption: title.caption,
        level: title.level,
        noun: title.noun,
        group: parent.map(|parent| cube.axis_label(parent).in_lang(words.code).to_owned()),
        within: None,
        columns: columns.collect(),
        across: Vec::new(),
        quantity: view.quantity,
        change: String::new(),
        rows: shown.map(row).collect(),
    }
}

/// Whether a listed place is the one in focus, or the group that holds it.
fn holds(cube: &Cube, listed: Place, focus: Place) -> bool {
    let above =
        focus.axis.grouping().is_none() && cube.along(listed.axis, focus.at) == Some(listed.at);
    listed == focus || (above && listed.axis.dimension() == focus.axis.dimension())
}

/// The order of two rows; what is not known stands last either way. Of a category across the
/// columns: which of them it is, and what is shown of it.
fn order(a: &Row, b: &Row, sort: Sort, (nth, quantity): (Option<usize>, Quantity)) -> Ordering {
    let turned = |order: Ordering| {
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    };
    let texts = |a: &str, b: &str| turned(a.chars().map(small).cmp(b.chars().map(small)));
    let numbers = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    match sort.column {
        Column::Code => texts(&a.code, &b.code),
        Column::Name => texts(&a.name, &b.name),
        Column::Group => texts(&a.group, &b.group),
        Column::Value => numbers(a.figure.number(), b.figure.number()),
        Column::Share => numbers(a.share, b.share),
        Column::Rate => numbers(a.rate, b.rate),
        Column::Change => {
            let change = |row: &Row| row.change.as_ref().map(|(number, _)| *number);
            numbers(change(a), change(b))
        }
        Column::Of(_) => {
            let crossed = |row: &Row| row.across.get(nth?)?.quantity(quantity);
            numbers(crossed(a), crossed(b))
        }
    }
}
