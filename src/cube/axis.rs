//! Whatever a reader can filter or list by: the dimensions of a cube and their groupings.

use super::{CatIx, Cube, DimIx, Grouping, GroupingIx, Id, Label, Members, Role};

/// A dimension, or a grouping of one: whatever a reader can filter or list by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Axis {
    dimension: DimIx,
    grouping: Option<GroupingIx>,
}

impl Axis {
    /// The axis of a dimension itself.
    #[must_use]
    pub fn of_dimension(dimension: DimIx) -> Self {
        Self {
            dimension,
            grouping: None,
        }
    }
    /// The axis of a grouping.
    #[must_use]
    pub fn of_grouping(dimension: DimIx, grouping: GroupingIx) -> Self {
        Self {
            dimension,
            grouping: Some(grouping),
        }
    }
    /// The dimension it lies along.
    #[must_use]
    pub fn dimension(self) -> DimIx {
        self.dimension
    }
    /// The grouping, where it is one.
    #[must_use]
    pub fn grouping(self) -> Option<GroupingIx> {
        self.grouping
    }
}

impl Cube {
    /// Every dimension and, after it, its groupings.
    pub fn axes(&self) -> impl Iterator<Item = Axis> + '_ {
        self.dimensions()
            .iter()
            .enumerate()
            .flat_map(|(at, dimension)| {
                let groupings = (0..dimension.groupings().len()).map(GroupingIx);
                let own = std::iter::once(Axis::of_dimension(DimIx(at)));
                own.chain(groupings.map(move |grouping| Axis::of_grouping(DimIx(at), grouping)))
            })
    }

    /// Whether an axis is a dimension of measures. What is chosen of it is what is asked for, and no
    /// filter: exactly one of its categories is shown at a time.
    #[must_use]
    pub fn is_measure(&self, axis: Axis) -> bool {
        axis.grouping.is_none() && self.dimension(axis.dimension).role() == Role::Metric
    }

    /// The axis of an id; a dimension before a grouping of the same id.
    #[must_use]
    pub fn axis(&self, id: &str) -> Option<Axis> {
        let dimension = self
            .axes()
            .find(|axis| axis.grouping.is_none() && self.axis_id(*axis).as_str() == id);
        dimension.or_else(|| self.axes().find(|axis| self.axis_id(*axis).as_str() == id))
    }

    fn grouping(&self, axis: Axis) -> Option<&Grouping> {
        Some(&self.dimension(axis.dimension).groupings()[axis.grouping?.0])
    }
    /// The id of an axis.
    #[must_use]
    pub fn axis_id(&self, axis: Axis) -> &Id {
        self.grouping(axis)
            .map_or_else(|| self.dimension(axis.dimension).id(), Grouping::id)
    }
    /// The name of an axis for readers.
    #[must_use]
    pub fn axis_label(&self, axis: Axis) -> &Label {
        self.grouping(axis)
            .map_or_else(|| self.dimension(axis.dimension).label(), Grouping::label)
    }
    /// The categories or groups of an axis.
    #[must_use]
    pub fn members(&self, axis: Axis) -> &Members {
        self.grouping(axis).map_or_else(
            || self.dimension(axis.dimension).categories(),
            Grouping::groups,
        )
    }
    /// Where a category of the dimension stands along an axis; `None` if it is in no group. A
    /// published total is in none: groups are made of its parts.
    #[must_use]
    pub fn along(&self, axis: Axis, leaf: CatIx) -> Option<CatIx> {
        match self.grouping(axis) {
            None => Some(leaf),
            Some(_) if self.dimension(axis.dimension).total() == Some(leaf) => None,
            Some(grouping) => grouping.group_of(leaf),
        }
    }
}
