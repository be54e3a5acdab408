//! Rows of a pivot table that lost their indents: each parent stands before its parts, and is their sum in every
//! column of figures.

use std::collections::{HashMap, HashSet};

use super::across::dimension_across;
use super::added_column::with_column;
use super::entry::Entry;
use super::grid::Grid;
use super::label::name;
use super::layout::Layout;
use super::plan::{Plan, Use};
use crate::cube::{Cube, SumTolerance};

/// Two parents with a part each.
const LEAST_ROWS: usize = 4;
/// More rows are not looked through; of figures that may be less than nothing each row is added to all above it.
const MOST_ROWS: usize = 5000;
const MOST_SIGNED_ROWS: usize = 500;
/// Bits of evidence that sums need where the labels tell nothing, beside those of the number of rows, and the
/// most that those of one parent give.
const BITS_NEEDED: f64 = 20.0;
const BITS_OF_A_PARENT: f64 = 12.0;

/// The rows of a table, each with its label and its figures.
pub(super) struct Pivot<'a> {
    grid: &'a Grid,
    layout: &'a Layout,
    /// The column of labels.
    column: usize,
    labels: Vec<String>,
    /// Shape: one entry a row, and in it one a column of figures.
    figures: Vec<Vec<Option<f64>>>,
    /// The last decimal place of the figures.
    unit: f64,
    /// Whether none of them is less than nothing.
    is_positive: bool,
}

/// A row, and the rows below it that are its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    parent: usize,
    parts: std::ops::Range<usize>,
}

/// The one way in which rows are parents and their parts.
struct Blocks {
    blocks: Vec<Block>,
    /// The row that is the sum of all parents.
    whole: Option<usize>,
}

impl<'a> Pivot<'a> {
    /// The rows of a table of figures by one column of labels alone; `None` of any other.
    pub(super) fn of(
        (grid, layout): (&'a Grid, &'a Layout),
        (plan, entries): (&Plan, &[Entry]),
    ) -> Option<Self> {
        let is_of_rows = |it: &Use| match it {
            Use::Code(_) | Use::Name(_) | Use::Group(_) | Use::Unit(_) => true,
            Use::Figures { .. } | Use::Flags | Use::People | Use::SetAside => false,
        };
        let columns = || plan.columns.iter().enumerate();
        let mut keys = columns().filter(|(_, it)| is_of_rows(it)).map(|(at, _)| at);
        let (column, None) = (keys.next()?, keys.next()) else {
            return None;
        };
        if !(LEAST_ROWS..=MOST_ROWS).contains(&layout.body.len()) {
            return None;
        }
        let of_figures = columns().filter(|(_, it)| matches!(it, Use::Figures { .. }));
        let of_figures: Vec<usize> = of_figures.map(|(at, _)| at).collect();
        let mut decimals = 0;
        let mut figure = |row: usize, at: usize| match &entries[grid.cell(row, at).index()] {
            Entry::Figure(figure) => {
                decimals = decimals.max(figure.decimals);
                Some(figure.value)
            }
            Entry::Blank | Entry::Symbol { .. } | Entry::Text => None,
        };
        let rows = layout.body.iter();
        let figures = rows.map(|row| of_figures.iter().map(|at| figure(*row, *at)).collect());
        let figures: Vec<Vec<Option<f64>>> = figures.collect();
        let labels = layout
            .body
            .iter()
            .map(|row| name(grid.text(*row, column)).into_owned());
        let mut all = figures.iter().flatten().flatten();
        let is_positive = all.all(|figure| *figure >= 0.0);
        let most = if is_positive {
            MOST_ROWS
        } else {
            MOST_SIGNED_ROWS
        };
        (layout.body.len() <= most).then(|| Self {
            is_positive,
            grid,
            layout,
            column,
            labels: labels.collect(),
            figures,
            unit: 10_f64.powi(-i32::try_from(decimals).unwrap_or(0)),
        })
    }

    /// The sheet with a column for the parts, where the same labels stand below several parents: the row of a
    /// parent is the total of its parts.
    pub(super) fn crossed(&self) -> Option<Grid> {
        let mut times: HashMap<&str, usize> = HashMap::new();
        for label in &self.labels {
            *times.entry(label).or_default() += 1;
        }
        if times.values().all(|times| *times == 1) {
            return None;
        }
        let Blocks { blocks, whole } = self.blocks(&|row| times[&*self.labels[row]] == 1, 1)?;
        let mut parts: Vec<String> = Vec::new();
        let mut added: Vec<Option<&str>> = vec![None; self.grid.len()];
        let body = &self.layout.body;
        for row in blocks.iter().map(|block| block.parent).chain(whole) {
            added[body[row]] = Some(TOTAL);
        }
        for row in blocks.iter().flat_map(|block| block.parts.clone()) {
            if !parts.contains(&self.labels[row]) {
                parts.push(self.labels[row].clone());
            }
            added[body[row]] = Some(&self.labels[row]);
        }
        let heading = dimension_across(&parts, 0).label;
        let last = self.layout.heading.clone().last();
        for row in last
            .into_iter()
            .chain(self.layout.repeated_headings.iter().copied())
        {
            added[row] = Some(&heading);
        }
        let mut made = with_column(self.grid, self.layout.width, &added, &[]);
        for block in &blocks {
            for part in block.parts.clone() {
                made.set(body[part], self.column, &self.labels[block.parent]);
            }
        }
        Some(made)
    }

    /// The labels of parents, each with those of its parts, where no label stands twice and the sums prove it.
    pub(super) fn hierarchy(&self) -> Vec<(&str, Vec<&str>)> {
        let labels: HashSet<&str> = self.labels.iter().map(String::as_str).collect();
        let proven = (labels.len() == self.labels.len())
            .then(|| self.blocks(&|_| true, 2))
            .flatten()
            .filter(|found| self.evidence(&found.blocks) >= BITS_NEEDED + bits(self.labels.len()));
        let Some(Blocks { blocks, whole }) = proven else {
            return Vec::new();
        };
        let label = |row: usize| &*self.labels[row];
        let whole = whole.map(|whole| {
            let parents = blocks.iter().map(|block| label(block.parent));
            (label(whole), parents.collect())
        });
        let parents = blocks.iter().map(|block| {
            let parts = block.parts.clone().map(label);
            (label(block.parent), parts.collect())
        });
        whole.into_iter().chain(parents).collect()
    }

    /// The one way in which all rows are parents and the parts below each, of which there are at least so many;
    /// `None` where there is none, or more than one.
    fn blocks(&self, may_be_parent: &dyn Fn(usize) -> bool, least: usize) -> Option<Blocks> {
        let count = self.labels.len();
        let is_total = |row: usize| Cube::names_total(&self.labels[row]);
        let (rows, whole) = if is_total(0) {
            (1..count, Some(0))
        } else if is_total(count - 1) {
            (0..count - 1, Some(count - 1))
        } else {
            (0..count, None)
        };
        // From the last row on: in how many ways the rows from here are blocks, and where the first one ends.
        let mut ways = vec![(0_u8, 0); count + 1];
        ways[rows.end] = (1, 0);
        for parent in rows.clone().rev().filter(|row| may_be_parent(*row)) {
            for end in self.ends(parent, rows.end, least) {
                let (more, _) = ways[end];
                if more > 0 {
                    ways[parent] = (ways[parent].0.saturating_add(more).min(2), end);
                }
            }
        }
        let mut blocks = Vec::new();
        let mut parent = rows.start;
        while parent < rows.end {
            let (1, end) = ways[parent] else {
                return None;
            };
            blocks.push(Block {
                parent,
                parts: parent + 1..end,
            });
            parent = end;
        }
        let several = blocks.iter().filter(|block| block.parts.len() > 1).count();
        let parents: Vec<usize> = blocks.iter().map(|block| block.parent).collect();
        let is_whole = whole.is_none_or(|whole| self.is_sum(whole, &parents));
        (several > 1 && is_whole).then_some(Blocks { blocks, whole })
    }

    /// Where the parts of a parent may end: the rows below it make its figures.
    fn ends(&self, parent: usize, to: usize, least: usize) -> Vec<usize> {
        let own = &self.figures[parent];
        let mut sums = vec![Some(0.0); own.len()];
        let mut ends = Vec::new();
        for row in parent + 1..to {
            for (sum, figure) in sums.iter_mut().zip(&self.figures[row]) {
                *sum = sum.zip(*figure).map(|(sum, figure)| sum + figure);
            }
            let parts = row - parent;
            if parts >= least && self.are_equal(own, &sums, parts) {
                ends.push(row + 1);
            }
            // What is more than the parent stays so.
            let tolerance = SumTolerance::new(self.unit, parts);
            let known = own.iter().zip(&sums).filter_map(|(of, sum)| of.zip(*sum));
            if self.is_positive
                && known
                    .into_iter()
                    .any(|(of, sum)| sum - of > tolerance.wide(of))
            {
                break;
            }
        }
        ends
    }

    fn is_sum(&self, of: usize, parts: &[usize]) -> bool {
        let columns = 0..self.figures[of].len();
        let sum = |at: usize| parts.iter().map(|part| self.figures[*part][at]).sum();
        let sums: Vec<Option<f64>> = columns.map(sum).collect();
        self.are_equal(&self.figures[of], &sums, parts.len())
    }

    /// Whether figures are sums, in every column in which all are known, and in one at least.
    fn are_equal(&self, figures: &[Option<f64>], sums: &[Option<f64>], parts: usize) -> bool {
        let tolerance = SumTolerance::new(self.unit, parts);
        let mut known = figures
            .iter()
            .zip(sums)
            .filter_map(|(of, sum)| of.zip(*sum))
            .peekable();
        known.peek().is_some()
            && known.all(|(of, sum)| {
                let limit = if self.unit < 1.0 {
                    tolerance.wide(of)
                } else {
                    tolerance.strict(of)
                };
                (of - sum).abs() <= limit
            })
    }

    /// How hardly the sums of parents come about by chance.
    fn evidence(&self, blocks: &[Block]) -> f64 {
        let of = |block: &Block| {
            let figures = self.figures[block.parent].iter().flatten();
            let all: f64 = figures.map(|it| (it.abs() / self.unit + 1.0).log2()).sum();
            all.min(BITS_OF_A_PARENT)
        };
        blocks.iter().map(of).sum()
    }
}

/// What the row of a parent is called beside its parts.
const TOTAL: &str = "Total";

#[allow(clippy::cast_precision_loss, reason = "a number of rows is small")]
fn bits(count: usize) -> f64 {
    (count as f64).log2()
}
