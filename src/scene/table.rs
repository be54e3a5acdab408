//! The table: of places, or of the members of any dimension or grouping.

use super::Figures;
use super::back_test::off_by;
use super::cell::Cell;
use super::difference::change_name;
use super::listing::{group_axis, sorted};
use super::mark::mark_lines;
use super::measures::{PlaceMeasures, lists_within};
use super::picture_text::quantity_name;
use super::place::{place_lang, place_name};
use super::rate::rate_name;
use super::table_lines::{Line, Lines};
use super::table_order::{fits, folded, order};
use super::table_writer::TableWriter;
use super::title::Title;
use crate::cube::{Axis, CatIx, Cube, FigureKind, Role};
use crate::view_state::{AskedFigure, Column, Place, Quantity, ResolvedView, Sort};
use crate::words::{Messages, interpolate};

/// One place, or one category.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The place or category, along its axis.
    pub place: Place,
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// The language of its name, where it is not the reader's.
    pub lang: Option<String>,
    /// Whether it is the place in focus, or holds it; of categories, whether it is picked.
    pub focus: bool,
}

/// The members of an axis in order, and what they are together.
#[derive(Debug, Clone, PartialEq)]
pub struct TableScene {
    /// What the table shows.
    pub caption: String,
    /// The columns with their heads, from left to right.
    pub columns: Vec<(Column, String)>,
    /// What is laid across the columns [`Column::Of`].
    pub across: Option<Axis>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Everything that is selected, one cell a column: whatever the rows are searched for.
    pub total: Vec<Cell>,
    /// What the marks of its numbers mean: those that it has, the surest first.
    pub mark_notes: Vec<String>,
}

impl TableScene {
    /// The figure in a column of a row, to ask how it came about; `None` where it is no figure, or a change,
    /// which is worked out of two.
    #[must_use]
    pub fn asked(&self, view: &ResolvedView, row: usize, column: usize) -> Option<AskedFigure> {
        let place = self.rows.get(row)?.place;
        let mut asked = AskedFigure::of(place.axis, place.at);
        let (column, _) = self.columns.get(column)?;
        let quantity = match column {
            Column::Value => Quantity::Count,
            Column::Share => Quantity::Share,
            Column::Rate => Quantity::Rate,
            Column::Of(at) => {
                asked.members.push((self.across?, *at));
                view.quantity
            }
            Column::Code | Column::Name | Column::Group | Column::Change => return None,
        };
        asked.quantity = Some(quantity).filter(|quantity| *quantity != view.quantity);
        Some(asked)
    }

    /// Whether its publisher flags any of its numbers.
    #[must_use]
    pub fn has_flags(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let is_flagged =
            |cell: &Cell| matches!(cell, Cell::Number(number) if !number.flags.is_empty());
        cells.chain(&self.total).any(is_flagged)
    }
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
/// let Cell::Number(number) = &scene.rows[0].cells[2] else { unreachable!() };
/// assert_eq!((&*number.text, number.value), ("9", Some(9.0)));
/// let Cell::Number(total) = &scene.total[2] else { unreachable!() };
/// assert_eq!(total.value, Some(15.0));
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn table(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    words: &Messages,
) -> Option<TableScene> {
    let axis = view.rows?;
    let input = PlaceMeasures::of_list(view, figures, axis);
    let title = Title::of(cube, view, (input, axis), words);
    let lines = Lines::of(cube, (view, figures), axis, words);
    let columns = columns(cube, (view, input), (&title.noun, &lines.across), words);
    let writer = TableWriter::of(cube, (view, figures), &lines.across, words);
    let cells = |line: &Line| -> Vec<Cell> {
        let cells = columns.iter().map(|(column, _)| *column);
        cells.map(|column| writer.cell(line, column)).collect()
    };
    let total: Vec<Cell> = cells(&lines.total);
    let row = |line: &Line| Row {
        place: line.listed.place,
        cells: cells(line),
        lang: place_lang(cube, Some(line.listed.place), words),
        focus: line.listed.focus,
    };
    let rows = found(lines.rows, &view.search);
    // By a column that is not there nothing is sorted.
    let is_there = columns
        .iter()
        .any(|(column, _)| *column == view.sort.column);
    let sort = if is_there { view.sort } else { Sort::default() };
    let nth = (lines.across.iter()).position(|at| sort.column == Column::Of(*at));
    let rows = sorted(
        rows,
        |line| &line.listed,
        |a, b| order(a, b, sort, (nth, view.quantity)),
    );
    let rows: Vec<Row> = rows.iter().map(row).collect();
    let cells = rows.iter().flat_map(|row| &row.cells).chain(&total);
    let mark_notes = mark_notes(cube, (view, axis), cells, words);
    Some(TableScene {
        caption: caption(cube, view, (title.caption, axis), words),
        columns,
        across: view.cols,
        total,
        mark_notes,
        rows,
    })
}

/// What the marks of some cells mean, and how far such estimates were off where that is known.
fn mark_notes<'a>(
    cube: &Cube,
    (view, axis): (&ResolvedView, Axis),
    cells: impl Iterator<Item = &'a Cell>,
    words: &Messages,
) -> Vec<String> {
    // Rows or columns of anything but places cut the people of a place.
    let is_of_everyone = view.geo == Some(axis.dimension()) && view.cols.is_none();
    let note = |(kind, line): (FigureKind, String)| {
        let off_by = is_of_everyone.then(|| off_by(cube, view, kind, words));
        match off_by.flatten() {
            Some(off_by) => words.listed_by_stops(&[&line, &off_by]),
            None => line,
        }
    };
    let lines = mark_lines(cells.filter_map(Cell::mark), words);
    lines.into_iter().map(note).collect()
}

/// What the table shows: by what, where, and what is laid across it.
fn caption(
    cube: &Cube,
    view: &ResolvedView,
    (mut caption, axis): (String, Axis),
    words: &Messages,
) -> String {
    // What lists places, and looks into none, lists all.
    if let Some(place) = view.place.filter(|place| lists_within(*place, axis)) {
        let place = place_name(cube, Some(place), words);
        caption = interpolate(words.labelled, &[("label", &place), ("text", &caption)]);
    }
    let Some(cols) = view.cols else {
        return caption;
    };
    let values = [
        ("caption", &*caption),
        ("axis", cube.axis_label(cols).in_lang(words.code)),
        ("quantity", &quantity_name(cube, view.quantity, words)),
    ];
    interpolate(words.table_across, &values)
}

/// The lines that hold every word that is searched for.
fn found(mut lines: Vec<Line>, search: &str) -> Vec<Line> {
    let wanted_words = folded(search);
    let wanted_words: Vec<&str> = wanted_words.split_whitespace().collect();
    lines.retain(|Line { listed, .. }| {
        let texts = [&*listed.name, &*listed.code, listed.group_name()];
        wanted_words.is_empty() || fits(&texts, &wanted_words)
    });
    lines
}

/// The columns with their heads: those that every table has, what is laid across, and the change.
fn columns(
    cube: &Cube,
    (view, input): (&ResolvedView, PlaceMeasures<'_>),
    (noun, across): (&str, &[CatIx]),
    words: &Messages,
) -> Vec<(Column, String)> {
    let Some(axis) = view.rows else {
        return Vec::new();
    };
    let own = cube.dimension(axis.dimension());
    // Of everyone in a place all are chosen, where nothing is.
    let is_of_some = || {
        let mut clauses = view.filters.clauses().map(|(axis, _)| axis);
        let is_chosen = |axis: Axis| {
            let of_place = Some(axis.dimension()) == view.geo;
            !of_place && view.periods.clause(axis).is_none() && !cube.is_measure(axis)
        };
        view.quantity == Quantity::Share || view.share_of.is_some() || clauses.any(is_chosen)
    };
    let has_shares = if own.role() == Role::Geo {
        is_of_some()
    } else {
        let reading = input.answer().reading();
        reading.of(axis.dimension()).parts_add()
    };
    let is_there = |column: Column| match column {
        // What is shown of what is laid across is chosen once for all.
        Column::Share => view.cols.is_none() && has_shares,
        Column::Rate => view.cols.is_none(),
        Column::Code
        | Column::Name
        | Column::Group
        | Column::Value
        | Column::Change
        | Column::Of(_) => true,
    };
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
    let offered = offered.filter(|column| column.is_offered(cube) && is_there(*column));
    let mut columns: Vec<(Column, String)> = offered.filter_map(head).collect();
    if let Some(cols) = view.cols {
        let members = cube.members(cols);
        let head = |at: &CatIx| members.get(*at).label().in_lang(words.code).to_owned();
        columns.extend(across.iter().map(|at| (Column::Of(*at), head(at))));
    }
    if let Some(periods) = view.change.filter(|_| own.role() != Role::Time) {
        columns.push((Column::Change, change_name(cube, periods, words)));
    }
    columns
}
