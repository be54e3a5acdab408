//! The rows of a dimension: its categories' figures at every other coordinate of one measure.

use super::sums::ascending;
use crate::cube::{CatIx, Cube, DimIx, Gap, order_by};

/// As many rows are looked at, evenly spaced.
const MOST: usize = 20_000;
/// As many are looked at first.
const FIRST: usize = 64;

/// The figures of a cube, with which of them are known.
pub(super) struct Known<'a> {
    cube: &'a Cube,
    /// Whether each cell has no figure; empty where all have one.
    gaps: Vec<bool>,
}

impl<'a> Known<'a> {
    pub(super) fn of(cube: &'a Cube) -> Self {
        let mut gaps = Vec::new();
        if !cube.absent().is_empty() {
            gaps = vec![false; cube.shape().cells()];
            for &cell in cube.absent() {
                gaps[cell] = cube.gap(cell) != Some(Gap::CannotExist);
            }
        }
        Self { cube, gaps }
    }

    /// The figure of a cell; not a number where it is not known.
    pub(super) fn get(&self, cell: usize) -> f64 {
        if self.gaps.get(cell) == Some(&true) {
            f64::NAN
        } else {
            self.cube.values().get(cell)
        }
    }

    pub(super) fn has(&self, cell: usize) -> bool {
        self.gaps.get(cell) != Some(&true)
    }
}

/// The rows of one dimension.
pub(super) struct Rows<'a> {
    known: &'a Known<'a>,
    stride: usize,
    categories: usize,
    /// The cell of each row's first category.
    starts: Vec<usize>,
    /// Some of the rows, those of the largest figures among them: row by row, one entry a category.
    first: Vec<Vec<f64>>,
}

impl<'a> Rows<'a> {
    /// The rows of a dimension, at one category of every metric dimension.
    pub(super) fn of(known: &'a Known<'a>, metric: &[(DimIx, CatIx)], at: DimIx) -> Self {
        let shape = known.cube.shape();
        let (sizes, strides) = (shape.sizes(), shape.strides());
        let fixed = metric
            .iter()
            .map(|(at, category)| category.0 * strides[at.0])
            .sum::<usize>();
        let free: Vec<usize> = (0..sizes.len())
            .filter(|other| *other != at.0 && metric.iter().all(|(metric, _)| metric.0 != *other))
            .collect();
        let all: usize = free.iter().map(|at| sizes[*at]).product();
        let taken = all.min(MOST);
        let start = |row: usize| {
            // Evenly spaced: the numbers of rows times all over taken, without an overflow.
            let mut row = row * (all / taken.max(1)) + row * (all % taken.max(1)) / taken.max(1);
            let mut cell = fixed;
            for at in free.iter().rev() {
                cell += row % sizes[*at] * strides[*at];
                row /= sizes[*at];
            }
            cell
        };
        let mut rows = Self {
            known,
            stride: strides[at.0],
            categories: sizes[at.0],
            starts: (0..taken).map(start).collect(),
            first: Vec::new(),
        };
        rows.first = rows.first_rows();
        rows
    }

    fn first_rows(&self) -> Vec<Vec<f64>> {
        let count = self.len();
        let mut chosen: Vec<usize> = (0..FIRST.min(count))
            .map(|at| at * count / FIRST.min(count))
            .collect();
        // The rows of the largest figures tell more than empty ones.
        let weight = |row: usize| -> f64 {
            let step = (self.categories / 40).max(1);
            let cells = (0..self.categories).step_by(step);
            cells
                .map(|at| self.get(row, at).abs())
                .filter(|value| value.is_finite())
                .sum()
        };
        let weights: Vec<f64> = (0..count).map(weight).collect();
        let heaviest = order_by(count, &|a, b| weights[b].total_cmp(&weights[a]));
        chosen.extend(heaviest.into_iter().take(FIRST));
        let chosen = ascending(&chosen);
        let row = |row: &usize| (0..self.categories).map(|at| self.get(*row, at)).collect();
        chosen.iter().map(row).collect()
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn categories(&self) -> usize {
        self.categories
    }

    /// The figure of a category in a row; not a number where it is not known.
    pub(super) fn get(&self, row: usize, category: usize) -> f64 {
        self.known.get(self.starts[row] + category * self.stride)
    }

    /// The rows to look at first.
    pub(super) fn first(&self) -> &[Vec<f64>] {
        &self.first
    }
}
