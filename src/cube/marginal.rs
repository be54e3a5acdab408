//! The figures along one axis.

use super::counted::{adds, counted_of_chosen};
use super::{Axis, CatIx, Cube, Figure, Reading, Selection, Sum};

/// The figures along one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Marginal {
    axis: Axis,
    sums: Vec<Sum>,
    shown: Vec<bool>,
}

impl Marginal {
    /// The dimension or grouping.
    #[must_use]
    pub fn axis(&self) -> Axis {
        self.axis
    }
    /// The sum of a category or group.
    #[must_use]
    pub fn sum(&self, at: CatIx) -> &Sum {
        &self.sums[at.0]
    }
    /// The figure of a category or group.
    #[must_use]
    pub fn figure(&self, at: CatIx) -> Figure {
        self.sums[at.0].figure()
    }
    /// Whether the clauses of the same dimension's other axes leave anything of it.
    #[must_use]
    pub fn is_shown(&self, at: CatIx) -> bool {
        self.shown[at.0]
    }
    /// The sum of some categories or groups, which may be added; one entry a member.
    #[must_use]
    pub fn sum_of(&self, counted: &[bool]) -> Sum {
        let counted = self.sums.iter().zip(counted);
        Sum::of(counted.filter(|(_, is)| **is).map(|(sum, _)| sum), true)
    }
    /// All figures, in order.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + '_ {
        self.sums.iter().map(Sum::figure)
    }
}

/// The marginal of an axis from the sums of its dimension, one a category.
pub(super) fn marginal(
    cube: &Cube,
    (selection, reading): (&Selection, &Reading),
    axis: Axis,
    open: &[Vec<Sum>],
) -> Marginal {
    let at = axis.dimension();
    let leaves = &open[at.0];
    if axis.grouping().is_none() {
        let passes = selection.passes(cube, at, Some(axis));
        let shown = passes.unwrap_or_else(|| vec![true; leaves.len()]);
        return Marginal {
            axis,
            sums: leaves.clone(),
            shown,
        };
    }
    let passes = selection.passes(cube, at, Some(axis));
    let mut groups = vec![Vec::new(); cube.members(axis).len()];
    for leaf in (0..leaves.len()).map(CatIx) {
        let group = cube.along(axis, leaf);
        if let Some(group) = group.filter(|_| passes.as_ref().is_none_or(|passes| passes[leaf.0])) {
            groups[group.0].push(leaf);
        }
    }
    // Each group as if it alone were picked.
    let sum = |group: &Vec<CatIx>| {
        let (counted, addable) = counted_of_chosen(cube.dimension(at), reading.of(at), group);
        let adds = adds(counted.len(), addable, reading);
        Sum::of(counted.iter().map(|leaf| &leaves[leaf.0]), adds)
    };
    Marginal {
        axis,
        sums: groups.iter().map(sum).collect(),
        shown: groups.iter().map(|group| !group.is_empty()).collect(),
    }
}
