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
    /// The usual level, where the whole shows it too: naming it would be no choice. Where the whole shows
    /// another, a reader who has named it means it wherever the view goes next.
    pub(super) fn level_of_no_choice(&self, cube: &Cube) -> Option<Axis> {
        let of_whole = usual_level(cube, (&Selection::all(), None));
        let usual = usual_level(cube, (&self.filters, self.place));
        usual.filter(|_| usual == of_whole)
    }

    /// A level that is no choice is not said.
    pub(super) fn leave_out_usual_level(&mut self, cube: &Cube) {
        let no_choice = self.level_of_no_choice(cube);
        self.level = self.level.filter(|level| Some(*level) != no_choice);
    }
}
