//! Which cell of another release is the same cell.

use crate::cube::{Cube, DimIx};

/// The cells of one cube as cells of another, by the codes of their categories.
#[derive(Debug)]
pub(super) struct SameCells<'a> {
    cube: &'a Cube,
    /// Of each dimension of the first cube, of each category, how far its cells lie from the first in the
    /// other cube; `None` where that has no such category.
    steps: Vec<Vec<Option<usize>>>,
}

impl<'a> SameCells<'a> {
    /// `None` where the two are cut by other dimensions. One that has a single category in one cube and is
    /// not there in the other makes no difference.
    pub(super) fn new(cube: &'a Cube, other: &Cube) -> Option<Self> {
        let dimensions = cube.dimensions().iter();
        let mut met = vec![false; other.dimensions().len()];
        let mut steps = Vec::new();
        for dimension in dimensions {
            let categories = dimension.categories();
            let at = other
                .dimensions()
                .iter()
                .position(|it| it.id() == dimension.id());
            let Some(at) = at else {
                if categories.len() > 1 {
                    return None;
                }
                steps.push(vec![Some(0)]);
                continue;
            };
            met[at] = true;
            let others = other.dimension(DimIx(at)).categories();
            let stride = other.shape().strides()[at];
            let step = |code: &str| Some(others.position(code)?.0 * stride);
            let own = categories.iter().map(|(_, it)| step(it.code().as_str()));
            steps.push(own.collect());
        }
        let is_left_out = |(at, is_met): (usize, &bool)| {
            *is_met || other.dimensions()[at].categories().len() == 1
        };
        met.iter()
            .enumerate()
            .all(is_left_out)
            .then_some(Self { cube, steps })
    }

    /// The same cell of the other cube.
    pub(super) fn of(&self, cell: usize) -> Option<usize> {
        let shape = self.cube.shape();
        let steps = self.steps.iter().enumerate();
        steps.into_iter().try_fold(0, |sum, (at, steps)| {
            Some(sum + steps[shape.coordinate(cell, DimIx(at))]?)
        })
    }
}
