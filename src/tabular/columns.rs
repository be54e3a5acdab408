//! What stands in each column of a table's body.

use std::collections::{HashMap, HashSet};

use super::grid::Grid;
use super::label::name;
use super::layout::{Layout, Look};
use super::texts::{BLANK, TextIx};
use crate::cube::Period;

/// What stands in a column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its headings from the top, without those that are empty.
    pub(super) headings: Vec<String>,
    /// The different texts, in the order in which they were met.
    pub(super) texts: Vec<TextIx>,
    /// Whether most of it are figures.
    pub(super) has_figures: bool,
    /// Whether most of it are periods.
    pub(super) has_periods: bool,
    /// Whether every figure is whole.
    pub(super) is_whole: bool,
    /// Rows in which it is blank.
    pub(super) blank: usize,
}

impl Column {
    /// Its own heading, the lowest.
    pub(super) fn heading(&self) -> &str {
        self.headings.last().map_or("", String::as_str)
    }
    /// Whether the same stands in every row.
    pub(super) fn is_constant(&self) -> bool {
        self.blank == 0 && self.texts.len() == 1
    }
}

/// Whether a text has a digit and neither small letters nor blanks, as `E06000005`.
pub(super) fn is_like_a_code(text: &str) -> bool {
    let text = text.trim();
    let is_of_code = |it: char| !it.is_lowercase() && !it.is_whitespace();
    text.chars().all(is_of_code) && text.contains(|it: char| it.is_ascii_digit())
}

/// The columns of a table.
pub(super) fn columns(grid: &Grid, looks: &[Look], layout: &Layout) -> Vec<Column> {
    (0..layout.width)
        .map(|column| describe(grid, looks, layout, column))
        .collect()
}

fn describe(grid: &Grid, looks: &[Look], layout: &Layout, column: usize) -> Column {
    let mut seen = HashSet::new();
    let mut texts = Vec::new();
    let mut blank = 0;
    for row in &layout.body {
        let cell = grid.cell(*row, column);
        if cell == BLANK {
            blank += 1;
        } else if seen.insert(cell) {
            texts.push(cell);
        }
    }
    let count = |is: fn(Look) -> bool| texts.iter().filter(|it| is(looks[it.index()])).count();
    let figures = count(|look| matches!(look, Look::Figure | Look::Year));
    let words = count(|look| look == Look::Text);
    let text = |cell: &TextIx| grid.texts().get(*cell);
    let is_period = |cell: &&TextIx| Period::parse(&name(text(cell))).is_some();
    let periods = texts.iter().filter(is_period).count();
    let is_whole =
        |cell: &&TextIx| looks[cell.index()] == Look::Text || !text(cell).contains(['.', ',', '%']);
    let headings = layout.heading_of(grid, column).into_iter();
    let headings = headings.filter(|cell| *cell != BLANK);
    Column {
        headings: headings
            .map(|cell| name(grid.texts().get(cell)).into_owned())
            .collect(),
        has_figures: figures > 0 && figures >= words || words == 0 && !texts.is_empty(),
        has_periods: periods > 0 && periods * 10 >= texts.len() * 9,
        is_whole: texts.iter().all(|cell| is_whole(&cell)),
        blank,
        texts,
    }
}

/// Whether each text of one column always stands beside the same text of another.
pub(super) fn determines(grid: &Grid, layout: &Layout, from: usize, to: usize) -> bool {
    let mut known: HashMap<TextIx, TextIx> = HashMap::new();
    (layout.body.iter()).all(|row| {
        let (from, to) = (grid.cell(*row, from), grid.cell(*row, to));
        *known.entry(from).or_insert(to) == to
    })
}

/// Whether two rows have the same texts in all of some columns.
pub(super) fn has_equal_rows(grid: &Grid, layout: &Layout, columns: &[usize]) -> bool {
    let mut seen = HashSet::with_capacity(layout.body.len());
    (layout.body.iter()).any(|row| {
        let key: Vec<TextIx> = columns.iter().map(|at| grid.cell(*row, *at)).collect();
        !seen.insert(key)
    })
}
