//! A part of a cube that still has figures: what remains while dimensions are decided one by one.

use super::How;
use super::rows::Known;
use super::series::latest_end_first;
use crate::cube::{CatIx, Cube, Decimals, DimIx};

/// The cells at some categories of each dimension.
#[derive(Clone)]
pub(super) struct Region<'a> {
    cube: &'a Cube,
    /// Whether a cell has a figure.
    has: &'a dyn Fn(usize) -> bool,
    /// The categories of each dimension, ascending.
    kept: Vec<Vec<usize>>,
}

impl<'a> Region<'a> {
    /// The whole cube.
    pub(super) fn whole(cube: &'a Cube, has: &'a dyn Fn(usize) -> bool) -> Self {
        let sizes = cube.shape().sizes().iter();
        Self {
            cube,
            has,
            kept: sizes.map(|size| (0..*size).collect()).collect(),
        }
    }

    /// Keeps what stands for a dimension.
    pub(super) fn keep(&mut self, at: DimIx, how: &How) {
        let stands = |category: &usize| match how {
            How::Sum(parts) => parts[*category],
            How::Each => true,
            How::Single | How::Total(_) | How::Latest(_) | How::One(_) => {
                how.category() == Some(CatIx(*category))
            }
        };
        self.kept[at.0].retain(stands);
    }

    /// Whether any cell at a category has a figure.
    pub(super) fn has_figure(&self, at: DimIx, category: usize) -> bool {
        let mut part = self.clone();
        part.kept[at.0] = vec![category];
        part.any(self.has)
    }

    /// The first of some categories with a figure.
    pub(super) fn first_with_figure(
        &self,
        at: DimIx,
        mut categories: impl Iterator<Item = usize>,
    ) -> Option<CatIx> {
        categories
            .find(|category| self.has_figure(at, *category))
            .map(CatIx)
    }

    /// The periods of a dimension, those with a figure before those without, the one that ends last
    /// first; of two that end on the same day the longer.
    pub(super) fn latest_first(&self, at: DimIx) -> Vec<usize> {
        let (mut with, without): (Vec<usize>, Vec<usize>) =
            latest_end_first(self.cube.dimension(at))
                .into_iter()
                .partition(|period| self.has_figure(at, *period));
        with.extend(without);
        with
    }

    /// The last decimal place of its figures, from 1 to a millionth, and whether all are whole.
    pub(super) fn last_place(&self, known: &Known<'_>) -> f64 {
        let most = Decimals::new(6);
        let found = std::cell::Cell::new(Decimals::default());
        self.any(&|cell| {
            let value = known.get(cell);
            if value.is_finite() && found.get() < most {
                found.set(found.get().with(value).min(most));
            }
            found.get() == most
        });
        10_f64.powi(-i32::from(found.get().count()))
    }

    /// Whether one cell at least is so; stops at the first.
    fn any(&self, is: &dyn Fn(usize) -> bool) -> bool {
        fn walk(
            kept: &[Vec<usize>],
            strides: &[usize],
            start: usize,
            is: &dyn Fn(usize) -> bool,
        ) -> bool {
            match (kept, strides) {
                ([last], [stride]) => last.iter().any(|at| is(start + at * stride)),
                ([first, rest @ ..], [stride, strides @ ..]) => first
                    .iter()
                    .any(|at| walk(rest, strides, start + at * stride, is)),
                _ => is(start),
            }
        }
        walk(&self.kept, self.cube.shape().strides(), 0, is)
    }
}
