//! The figures along one axis.

use super::{Axis, CatIx, Cube, Figure, Role, Selection, Sum};

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
    /// All figures, in order.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + '_ {
        self.sums.iter().map(Sum::figure)
    }
}

/// The marginal of an axis from the sums of its dimension, one a category.
pub(super) fn marginal(
    cube: &Cube,
    selection: &Selection,
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
    let empty = Sum {
        additive: leaves.iter().any(|sum| sum.additive),
        ..Sum::default()
    };
    let groups = cube.members(axis).len();
    let (mut sums, mut shown) = (vec![empty; groups], vec![false; groups]);
    let passes = selection.passes(cube, at, Some(axis));
    let group_of = |leaf: CatIx| {
        let group = cube.along(axis, leaf);
        group.filter(|_| passes.as_ref().is_none_or(|passes| passes[leaf.0]))
    };
    // Each group as if it alone were picked: a part is added where its holder is not.
    let dimension = cube.dimension(at);
    for (leaf, sum) in leaves.iter().enumerate() {
        let Some(group) = group_of(CatIx(leaf)) else {
            continue;
        };
        let mut holders = dimension.holders(CatIx(leaf));
        let has_holder_in_group = holders.any(|holder| group_of(holder) == Some(group));
        let first = dimension.role() != Role::Metric || !shown[group.0];
        if first && !has_holder_in_group {
            sums[group.0].add(sum);
            shown[group.0] = true;
        }
    }
    Marginal { axis, sums, shown }
}
