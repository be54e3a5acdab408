//! What map and table show where the link does not say.

use super::{Place, ViewState, usual_rows};
use crate::cube::{Axis, Cube, Role, Selection};

/// The level where the link does not say: of the whole the one that figures were published for, so that
/// the first map is a finding; inside a place, or among chosen ones, the regions. Without places what
/// [`usual_rows`] are.
#[must_use]
pub fn usual_level(cube: &Cube, (filters, place): (&Selection, Option<Place>)) -> Option<Axis> {
    let rows = usual_rows(cube)?;
    let is_of_rows = |axis: Axis| axis.dimension() == rows.dimension();
    let is_whole = place.is_none() && !filters.clauses().any(|(axis, _)| is_of_rows(axis));
    let has_places = cube.with_role(Role::Geo).is_some();
    let published = cube.published_level();
    let published = published.filter(|axis| has_places && is_of_rows(*axis));
    Some(published.filter(|_| is_whole).unwrap_or(rows))
}

impl ViewState {
    /// A level that is the usual one need not be said.
    pub(super) fn leave_out_usual_level(&mut self, cube: &Cube) {
        let usual = usual_level(cube, (&self.filters, self.place));
        self.level = self.level.filter(|level| Some(*level) != usual);
    }
}
