//! The share of those chosen: the chosen categories of one dimension over all of it, within the other
//! filters (`as=of:source`).

use super::{Quantity, ViewState};
use crate::cube::{Axis, Cube, DimIx, Role, Selection};

/// What stands before the id of the dimension, as the value of `as`.
pub(super) const OF: &str = "of:";

impl ViewState {
    /// The dimension whose chosen categories are put over all of it; `None`: a share is of everyone of
    /// the same place and period.
    #[must_use]
    pub fn share_of(&self) -> Option<DimIx> {
        self.share_of.filter(|_| self.quantity == Quantity::Share)
    }
}

/// Whether some of a dimension is chosen and its parts add up, so that there is a share of those
/// chosen.
#[must_use]
pub fn has_share_of(cube: &Cube, filters: &Selection, of: DimIx) -> bool {
    let is_plain = cube.dimension(of).role() == Role::Classification;
    let is_chosen = filters.clauses().any(|(axis, _)| axis.dimension() == of);
    is_plain && is_chosen && cube.reading(filters).of(of).parts_add()
}

/// The dimension that a value of `as` names.
pub(super) fn share_of_from(cube: &Cube, value: &str) -> Option<DimIx> {
    let axis = cube.axis(value.strip_prefix(OF)?)?;
    (axis == Axis::of_dimension(axis.dimension())).then(|| axis.dimension())
}
