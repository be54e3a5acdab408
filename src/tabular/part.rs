//! A part of a table: a file or a sheet, and what tells it from the others.

use std::collections::BTreeSet;

use super::grid::Grid;
use super::label::name;
use super::layout::{Layout, Look};
use super::numeral::numeral;
use super::separators::{DecimalSign, Evidence};
use super::sources::Source;
use super::texts::BLANK;
use super::written::Written;

/// A part with its layout.
pub(super) struct Part {
    pub(super) written: Written,
    pub(super) source: Source,
    pub(super) looks: Vec<Look>,
    pub(super) layout: Layout,
    pub(super) headings: Vec<Vec<String>>,
}

impl Part {
    /// Of each column of the first part the one that is called the same here; `None` where the columns are
    /// others, or two of them are called alike.
    pub(super) fn columns_as_in(&self, first: &Self) -> Option<Vec<usize>> {
        let (own, wanted) = (&self.headings, &first.headings);
        let distinct: BTreeSet<&Vec<String>> = own.iter().collect();
        if own.len() != wanted.len() || distinct.len() != own.len() {
            return None;
        }
        let place = |heading| own.iter().position(|it| it == heading);
        wanted.iter().map(place).collect()
    }
}

/// The texts of a heading, a list a column.
pub(super) fn headings(grid: &Grid, layout: &Layout) -> Vec<Vec<String>> {
    let of_column = |column| {
        let cells = layout.heading_of(grid, column).into_iter();
        let texts = cells.filter(|cell| *cell != BLANK);
        texts
            .map(|cell| name(grid.texts().get(cell)).into_owned())
            .collect()
    };
    (0..layout.width).map(of_column).collect()
}

/// The rows below the heading of another part, where it stands again: what columns hold is told by that part.
pub(super) fn rows_under(
    (heading, first): &(Vec<Vec<String>>, Layout),
    grid: &Grid,
) -> Option<Layout> {
    let texts = |row: usize| -> Vec<String> {
        let cells = grid.row(row).iter();
        cells
            .map(|cell| grid.texts().get(*cell).to_owned())
            .collect()
    };
    let is_heading = |start: &usize| {
        let rows = heading.iter().zip(*start..);
        (heading.len() + start <= grid.len())
            && rows
                .into_iter()
                .all(|(expected, row)| *expected == texts(row))
    };
    let start = (0..grid.len()).find(is_heading)?;
    let end = start + heading.len();
    Some(Layout {
        titles: Vec::new(),
        heading: start..end,
        body: (end..grid.len())
            .filter(|row| grid.filled(*row) > 0)
            .collect(),
        repeated_headings: Vec::new(),
        interruptions: Vec::new(),
        notes: Vec::new(),
        blank: 0,
        ..first.clone()
    })
}

/// A part's name as another one of the same file, or of others, tells it.
pub(super) fn part_name(part: &Part, beside: &Part) -> String {
    match &part.source.sheet {
        Some(sheet) if part.source.file == beside.source.file => format!("sheet \"{sheet}\""),
        Some(_) | None => part.source.file.clone(),
    }
}

pub(super) fn is_one_file(parts: &[Part]) -> bool {
    parts
        .iter()
        .all(|part| part.source.file == parts[0].source.file)
}

/// The name of a file without its folder and what tells its kind.
pub(super) fn stem(file: &str) -> &str {
    let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let file = file.strip_suffix(".gz").unwrap_or(file);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

pub(super) fn sign_name(sign: DecimalSign) -> &'static str {
    match sign {
        DecimalSign::Point => "point",
        DecimalSign::Comma => "comma",
    }
}

/// The decimal sign of a part, where figures can only be read with one.
pub(super) fn decimal_sign(part: &Part) -> Option<DecimalSign> {
    let grid = &part.written.grid;
    let mut evidence = Evidence::default();
    for row in &part.layout.body {
        for (column, cell) in grid.row(*row).iter().enumerate() {
            let is_figure = part.layout.has_figures.get(column) == Some(&true)
                && matches!(part.looks[cell.index()], Look::Figure);
            if is_figure && let Some(numeral) = numeral(grid.texts().get(*cell)) {
                evidence.add(&numeral.digits, 1);
            }
        }
    }
    if grid.sources().first().is_some_and(|it| it.sheet.is_some()) {
        return None;
    }
    match (evidence.point, evidence.comma) {
        (0, 0) => None,
        (point, comma) if point >= comma => Some(DecimalSign::Point),
        _ => Some(DecimalSign::Comma),
    }
}
