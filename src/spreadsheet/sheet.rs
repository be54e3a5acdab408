//! What the files of a table hold, whatever their form.

use crate::cube::Cube;
use crate::scene::{
    Blank, Cell, Figures, Mark, Number, NumberStyle, TableScene, chips, flags_note, quantity_note,
    source_lines, table, told,
};
use crate::view_state::{Column, Quantity, ResolvedView};
use crate::words::{Messages, NumberForm, interpolate};

/// One field of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// A text as it is shown.
    Text(String),
    /// A number, and how a spreadsheet shows it.
    Number(f64, NumberStyle),
    /// An address.
    Link(String),
}

/// What a column of a file says of a column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is shown: a number where it is known exactly.
    Shown,
    /// The code of the group whose name is shown beside it.
    Code,
    /// The letters of its flags, or the code of why there is no number ([`Blank::code`]).
    Status,
    /// How sure each number is ([`Ground::key`](crate::cube::Ground::key)).
    Basis,
    /// Where it stands how the number of each row came about.
    Why,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// Which column of the table it belongs to.
    pub of: usize,
    /// What it says of it.
    pub part: Part,
    /// Its head.
    pub head: String,
}

/// The table of a view with what has to stand beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What the table shows.
    pub title: String,
    /// What is chosen, the unit, and the source: a line each.
    pub about: Vec<String>,
    /// From left to right.
    pub columns: Vec<SheetColumn>,
    /// The rows, one field a column; the last is the total.
    pub rows: Vec<Vec<Field>>,
    /// How the numbers are to be read, a line each.
    pub notes: Vec<String>,
    /// What the sheets of a workbook are called: the table, the notes.
    pub names: [&'static str; 2],
    /// How the language writes numbers.
    pub numbers: NumberForm,
    /// The day of the release, as the publisher writes it.
    pub updated: Option<String>,
}

impl Sheet {
    /// The table of a view; `link`: where it is to be found again. `None` for a dataset of nothing but
    /// measures.
    #[must_use]
    pub fn of(cube: &Cube, view: &ResolvedView, words: &Messages, link: &str) -> Option<Self> {
        let figures = Figures::of(cube, view);
        let scene = table(cube, view, &figures, words)?;
        let columns = columns(cube, &scene, words);
        let why = |row: usize, column: usize| {
            let asked = scene.asked(view, row, column).unwrap_or_default();
            asked.in_link(cube, link)
        };
        let rows = (scene.rows.iter().map(|row| &row.cells)).chain([&scene.total]);
        let rows = rows.enumerate().map(|(nth, cells)| {
            let field = |column: &SheetColumn| match column.part {
                Part::Why => Field::Link(why(nth, column.of)),
                Part::Shown | Part::Code | Part::Status | Part::Basis => field(cells, column),
            };
            columns.iter().map(field).collect()
        });
        Some(Self {
            title: scene.caption.clone(),
            about: about(cube, view, &scene, words),
            rows: rows.collect(),
            columns,
            notes: notes(cube, (view, &figures), &scene, (words, link)),
            names: [words.tab_table, words.about_notes],
            numbers: words.numbers,
            updated: cube.metadata().updated.as_deref().map(str::to_owned),
        })
    }
}

/// Every cell of a column of the table, that of the total too.
fn cells(scene: &TableScene, at: usize) -> impl Iterator<Item = &Cell> {
    let rows = scene.rows.iter().map(|row| &row.cells);
    rows.chain([&scene.total]).map(move |cells| &cells[at])
}

fn number(cell: &Cell) -> Option<&Number> {
    match cell {
        Cell::Number(number) => Some(number),
        Cell::Code(_) | Cell::Name(_) | Cell::Group { .. } => None,
    }
}

/// Each column of the table, with its codes before it, and after it what its numbers are marked with
/// where any of them is; last the way to how the first of the marked numbers came about.
fn columns(cube: &Cube, scene: &TableScene, words: &Messages) -> Vec<SheetColumn> {
    let mut columns = Vec::new();
    for (of, (column, shown)) in scene.columns.iter().enumerate() {
        let head = match (column, scene.across) {
            (Column::Of(at), Some(across)) => {
                let code = cube.members(across).get(*at).code().as_str();
                let values = [("text", &**shown), ("note", code)];
                if code == shown {
                    shown.clone()
                } else {
                    interpolate(words.noted, &values)
                }
            }
            _ => shown.clone(),
        };
        let beside = |word: &str| interpolate(words.labelled, &[("label", &head), ("text", word)]);
        let mut push = |part, head| columns.push(SheetColumn { of, part, head });
        let numbers = || cells(scene, of).filter_map(number);
        if *column == Column::Group {
            push(Part::Code, beside(words.col_code));
        }
        push(Part::Shown, head.clone());
        if numbers().any(|number| number.blank.is_some() || !number.flags.is_empty()) {
            push(Part::Status, beside(words.col_status));
        }
        if numbers().any(|number| number.mark.is_some()) {
            push(Part::Basis, beside(words.col_basis));
        }
    }
    let marked = columns.iter().find(|column| column.part == Part::Basis);
    let why = marked.map(|column| SheetColumn {
        of: column.of,
        part: Part::Why,
        head: words.why.to_owned(),
    });
    columns.extend(why);
    columns
}

fn field(cells: &[Cell], column: &SheetColumn) -> Field {
    let cell = &cells[column.of];
    let text = match (column.part, cell) {
        (
            Part::Shown,
            Cell::Number(Number {
                value: Some(value),
                style,
                ..
            }),
        ) => return Field::Number(*value, *style),
        (Part::Shown, Cell::Number(number)) => &number.text,
        (Part::Shown, Cell::Code(text) | Cell::Name(text) | Cell::Group { name: text, .. })
        | (Part::Code, Cell::Group { code: text, .. }) => text,
        (Part::Status, Cell::Number(number)) => {
            let blank = number.blank.map(|blank| blank.code().to_owned());
            return Field::Text(blank.unwrap_or_else(|| number.flags.join(" ")));
        }
        (Part::Basis, cell) => cell.mark().map_or("", Mark::key),
        (Part::Code | Part::Status | Part::Why, _) => "",
    };
    Field::Text(text.to_owned())
}

fn labelled(label: &str, text: &str, words: &Messages) -> String {
    interpolate(words.labelled, &[("label", label), ("text", text)])
}

/// What is chosen, what the numbers count, and who stands behind them.
fn about(cube: &Cube, view: &ResolvedView, scene: &TableScene, words: &Messages) -> Vec<String> {
    let chosen: Vec<String> = (chips(cube, view, words).into_iter())
        .map(|chip| chip.full_text)
        .collect();
    let chosen: Vec<&str> = chosen.iter().map(|text| &**text).collect();
    let mut about = vec![match &*chosen {
        [] => words.no_filter.to_owned(),
        chosen => labelled(words.chips, &words.listed_apart(chosen), words),
    }];
    if !view.search.is_empty() {
        about.push(labelled(words.table_search, &view.search, words));
    }
    let unit = (scene.columns.iter()).find(|(column, _)| *column == Column::Value);
    about.extend(unit.map(|(_, head)| labelled(words.unit, head, words)));
    about.extend(source_lines(cube, words));
    about
}

/// How the numbers are to be read, and where they are to be found again.
fn notes(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    scene: &TableScene,
    (words, link): (&Messages, &str),
) -> Vec<String> {
    let has = |wanted: Column| scene.columns.iter().any(|(column, _)| *column == wanted);
    let is_shown = |quantity: &Quantity| match quantity {
        Quantity::Count => false,
        Quantity::Share if has(Column::Share) => true,
        Quantity::Rate if has(Column::Rate) => true,
        shown @ (Quantity::Share | Quantity::Rate | Quantity::Index) => {
            scene.across.is_some() && view.quantity == *shown
        }
    };
    let quantities = Quantity::ALL.into_iter().filter(is_shown);
    let quantities = quantities.map(|it| quantity_note(cube, (it, view.share_of), words));
    let told = told(cube, view, figures, words);
    let mut notes: Vec<String> = quantities.collect();
    notes.extend(told.into_iter().map(|line| line.text));
    notes.extend(scene.mark_notes.iter().cloned());
    notes.extend(flags_note(cube, words));
    for blank in Blank::ALL {
        let mut numbers = (0..scene.columns.len()).flat_map(|at| cells(scene, at));
        if numbers.any(|cell| number(cell).is_some_and(|number| number.blank == Some(blank))) {
            notes.push(labelled(blank.code(), blank.text(words), words));
        }
    }
    notes.push(link.to_owned());
    notes
}
