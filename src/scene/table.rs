//! The table: of places, or in a dataset without places of the categories of a dimension.

use std::cmp::Ordering;

use super::Figures;
use super::difference::{change_name, change_number, change_number_text};
use super::figure_writer::FigureWriter;
use super::listing::{Listed, group_axis, listed, sorted};
use super::mark::{Mark, Marks, mark_line};
use super::measures::{Measures, PlaceMeasures, measures_at};
use super::picture_text::quantity_name;
use super::rate::rate_name;
use super::title::Title;
use crate::cube::{Axis, CatIx, Cube, Ground, Interval, Role, Sureness};
use crate::view_state::{Column, Place, Quantity, ResolvedView, Sort};
use crate::words::{Messages, interpolate, small};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A code.
    Code(String),
    /// The name of the place.
    Name(String),
    /// A text.
    Text(String),
    /// A number, and how sure it is, where the publisher says so.
    Number(String, Option<Mark>),
}

/// One place, or one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The place; in a dataset without places the category, along its axis.
    pub place: Place,
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// Whether it is the place in focus, or holds it; of categories, whether it is picked.
    pub focus: bool,
}

/// The places of a level, or the categories of a dimension, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableScene {
    /// What the table shows.
    pub caption: String,
    /// The columns with their heads, from left to right.
    pub columns: Vec<(Column, String)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What the marks of its numbers mean: those that it has, the surest first.
    pub mark_notes: Vec<String>,
}

/// A row in the making.
struct Line {
    listed: Listed,
    /// Its numbers in each category that is laid across the columns.
    across: Vec<Measures>,
    /// How its number has changed since the base period.
    change: Option<Interval>,
}

/// The table of a view; `None` for a dataset of nothing but measures.
///
/// ```
/// # use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// use jangkau::scene::{Cell, Figures, table};
/// # use jangkau::view_state::{ViewState, resolve};
/// # use jangkau::words::messages;
/// # let bytes = br#"{
/// #     "version": "2.0", "class": "dataset", "label": "Wells",
/// #     "id": ["year", "area", "source"], "size": [2, 2, 2], "value": [3, 1, 0, 2, 4, 1, 1, 3],
/// #     "role": {"time": ["year"], "geo": ["area"]},
/// #     "dimension": {
/// #         "year": {"category": {"index": ["2020", "2021"]}},
/// #         "area": {"label": "Areas", "category": {"index": ["n1", "n2"], "label": {"n1": "Alder", "n2": "Birch"}}},
/// #         "source": {"label": "Source", "category": {"index": ["tap", "well"], "label": {"tap": "Tap", "well": "Well"}}}
/// #     },
/// #     "extension": {"lang": "en", "aggregation": "sum", "noun": {"en": {"one": "well", "many": "wells"}}}
/// # }"#;
/// # let cube = cube_from_bytes(bytes, &Limits::PAGE)?;
/// # let state = ViewState::landing("en", "wells");
/// # let view = resolve(&state, &cube);
/// # let words = messages("en");
/// let scene = table(&cube, &view, &Figures::of(&cube, &view), words).expect("places");
/// assert_eq!(scene.caption, "Wells by Areas, 2020–2021");
/// assert_eq!(scene.rows[0].cells[1], Cell::Name("Alder".into()));
/// assert_eq!(scene.rows[0].cells[2], Cell::Number("9".into(), None));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn table(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let axis = view.level?;
    let title = Title::of(
        cube,
        view,
        (PlaceMeasures::of_list(view, figures, axis), axis),
        words,
    );
    let mut caption = title.caption;
    let mut lines: Vec<Line> = (listed(cube, view, figures, (axis, words)).into_iter())
        .map(|listed| Line {
            listed,
            across: Vec::new(),
            change: None,
        })
        .collect();
    let across = across(cube, view);
    let mut columns = columns(cube, axis, (&title.noun, words));
    let reading = figures.places.reading();
    if view.geo.is_none() && !reading.of(axis.dimension()).parts_add() {
        columns.retain(|(column, _)| *column != Column::Share);
    }
    if let Some(cols) = view.cols {
        for &at in &across {
            let measures = measures_at(cube, (view, figures), (Axis::of_dimension(cols), at), axis);
            for line in &mut lines {
                line.across.push(measures[line.listed.place.at.0]);
            }
        }
        // What is shown of them is chosen once for all.
        columns.retain(|(column, _)| !matches!(column, Column::Share | Column::Rate));
        let members = cube.members(Axis::of_dimension(cols));
        let head = |at: &CatIx| members.get(*at).label().in_lang(words.code).to_owned();
        columns.extend(across.iter().map(|at| (Column::Of(*at), head(at))));
        let label = cube
            .axis_label(Axis::of_dimension(cols))
            .in_lang(words.code);
        let shown = quantity_name(cube, view.quantity, words);
        let values = [
            ("caption", &*caption),
            ("axis", label),
            ("quantity", &shown),
        ];
        caption = interpolate(words.table_across, &values);
    }
    if let Some((from, to)) = view.change {
        compare_periods(cube, (view, figures), &mut lines, axis);
        columns.push((Column::Change, change_name(cube, (from, to), words)));
    }
    let wanted_words = folded(&view.search);
    let wanted_words: Vec<&str> = wanted_words.split_whitespace().collect();
    lines.retain(|Line { listed, .. }| {
        wanted_words.is_empty() || fits(&[&listed.name, &listed.code, &listed.group], &wanted_words)
    });
    let nth = (across.iter()).position(|at| view.sort.column == Column::Of(*at));
    let lines = sorted(
        lines,
        |line| &line.listed,
        |a, b| order(a, b, view.sort, (nth, view.quantity)),
    );
    let writer = Writer {
        figures: FigureWriter::of(cube, figures.places.reading(), words),
        cube,
        across: &across,
        quantity: view.quantity,
        marks: Marks::of(cube, words),
        words,
    };
    let row = |line: &Line| Row {
        place: line.listed.place,
        cells: (columns.iter())
            .map(|(column, _)| writer.cell(line, *column))
            .collect(),
        focus: line.listed.focus,
    };
    let rows: Vec<Row> = lines.iter().map(row).collect();
    let has = |sureness: Sureness| {
        let mut cells = rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| matches!(cell, Cell::Number(_, Some(mark)) if mark.sureness == sureness))
    };
    let steps = Sureness::ALL.into_iter().filter(|step| has(*step));
    Some(TableScene {
        caption,
        columns,
        mark_notes: steps.map(|step| mark_line(step, words)).collect(),
        rows,
    })
}

/// The categories that are laid across the columns: those that are selected.
fn across(cube: &Cube, view: &ResolvedView) -> Vec<CatIx> {
    let Some(cols) = view.cols else {
        return Vec::new();
    };
    let passes = view.selection.passes(cube, cols, None);
    let members = cube.members(Axis::of_dimension(cols)).iter();
    let selected = members.filter(|(at, _)| passes.as_ref().is_none_or(|passes| passes[at.0]));
    selected.map(|(at, _)| at).collect()
}

/// The columns that every table of a level has, with their heads.
fn columns(cube: &Cube, axis: Axis, (noun, words): (&str, &Messages)) -> Vec<(Column, String)> {
    let group = group_axis(cube, axis);
    let head = |column| {
        let head = match column {
            Column::Code => words.col_code,
            Column::Name => words.col_name,
            Column::Group => cube.axis_label(group?).in_lang(words.code),
            Column::Value => noun,
            Column::Share => words.col_share,
            Column::Rate => &rate_name(cube, words),
            Column::Change | Column::Of(_) => return None,
        };
        Some((column, head.to_owned()))
    };
    let offered = Column::ALL.into_iter();
    let offered = offered.filter(|column| column.is_offered(cube));
    offered.filter_map(head).collect()
}

/// How the number of each line has changed from the base period to the last that is selected.
fn compare_periods(
    cube: &Cube,
    of: (&ResolvedView, &Figures),
    lines: &mut [Line],
    level: Axis,
) -> Option<()> {
    let (view, _) = of;
    let (from, to) = view.change?;
    let time = cube.with_role(Role::Time).map(Axis::of_dimension)?;
    let [before, after] = [from, to].map(|at| measures_at(cube, of, (time, at), level));
    for line in lines {
        let number = |of: &[Measures]| of[line.listed.place.at.0].interval(view.quantity);
        let numbers = number(&before).zip(number(&after));
        line.change = numbers.and_then(|numbers| change_number(view.quantity, numbers));
    }
    Some(())
}

/// What the cells of a table are written by.
struct Writer<'a> {
    cube: &'a Cube,
    figures: FigureWriter<'a>,
    across: &'a [CatIx],
    quantity: Quantity,
    marks: Marks<'a>,
    words: &'a Messages,
}

impl Writer<'_> {
    fn cell(&self, line: &Line, column: Column) -> Cell {
        let Listed { measures, .. } = &line.listed;
        let number = |measures: &Measures, quantity: Quantity| {
            let text = measures.quantity_text(quantity, &self.figures);
            Cell::Number(text, self.mark(line, measures.ground(quantity)))
        };
        let none = || Cell::Number(self.words.missing.to_owned(), None);
        match column {
            Column::Code => Cell::Code(line.listed.code.clone()),
            Column::Name => Cell::Name(line.listed.name.clone()),
            Column::Group => Cell::Text(line.listed.group.clone()),
            Column::Value => number(measures, Quantity::Count),
            Column::Share => number(measures, Quantity::Share),
            Column::Rate => number(measures, Quantity::Rate),
            Column::Change => line.change.map_or_else(none, |change| {
                let text = change_number_text(self.quantity, change, self.words);
                Cell::Number(text, self.mark(line, measures.ground(self.quantity)))
            }),
            Column::Of(at) => {
                let nth = self.across.iter().position(|known| *known == at);
                let measures = nth.and_then(|nth| line.across.get(nth));
                measures.map_or_else(none, |measures| number(measures, self.quantity))
            }
        }
    }

    fn mark(&self, line: &Line, ground: Option<Ground>) -> Option<Mark> {
        Some(self.marks.mark(self.cube, ground?, line.listed.place))
    }
}

/// Whether every word is somewhere in some texts.
pub(super) fn fits(texts: &[&str], wanted_words: &[&str]) -> bool {
    let text = folded(&texts.join(" "));
    wanted_words.iter().all(|word| text.contains(word))
}

/// A text as it is searched: in small letters, and the dash of a range as it is typed.
pub(super) fn folded(text: &str) -> String {
    let typed = |letter| if letter == '–' { '-' } else { small(letter) };
    text.chars().map(typed).collect()
}

/// The order of two lines; what is not known stands last either way. Of a category across the
/// columns: which of them it is, and what is shown of it.
fn order(a: &Line, b: &Line, sort: Sort, (nth, quantity): (Option<usize>, Quantity)) -> Ordering {
    let turned = |order: Ordering| {
        if sort.descending {
            order.reverse()
        } else {
            order
        }
    };
    let texts = |a: &str, b: &str| turned(a.chars().map(small).cmp(b.chars().map(small)));
    let numbers = |number: &dyn Fn(&Line) -> Option<f64>| match (number(a), number(b)) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let measure = |quantity| numbers(&|line| line.listed.measures.quantity(quantity));
    match sort.column {
        Column::Code => texts(&a.listed.code, &b.listed.code),
        Column::Name => texts(&a.listed.name, &b.listed.name),
        Column::Group => texts(&a.listed.group, &b.listed.group),
        Column::Value => measure(Quantity::Count),
        Column::Share => measure(Quantity::Share),
        Column::Rate => measure(Quantity::Rate),
        Column::Change => numbers(&|line| line.change.map(Interval::middle)),
        Column::Of(_) => numbers(&|line| line.across.get(nth?)?.quantity(quantity)),
    }
}
