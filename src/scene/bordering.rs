//! Places beside each other.

use super::map_geometry::MapGeometry;
use crate::cube::{CatIx, Cube};
use crate::geo::{ArcIx, FeatureIx};
use crate::view_state::Place;

impl MapGeometry {
    /// The places of the same axis that share a border with one, in the order of the dataset; none of
    /// an island.
    ///
    /// Places that only touch in a point share no border.
    #[must_use]
    pub fn neighbours(&self, cube: &Cube, place: Place) -> Vec<Place> {
        let members = self.members(cube, place.axis);
        let member = |side: Option<FeatureIx>| members[side?.0];
        let mut found: Vec<CatIx> = Vec::new();
        for arc in 0..self.topology.arcs().len() {
            let [one, other] = self.topology.sides(ArcIx(arc)).map(member);
            let beside = match (one, other) {
                (Some(one), other) if one == place.at => other,
                (one, Some(other)) if other == place.at => one,
                _ => None,
            };
            found.extend(beside.filter(|at| *at != place.at));
        }
        found.sort_unstable();
        found.dedup();
        let beside = |at| Place {
            axis: place.axis,
            at,
        };
        found.into_iter().map(beside).collect()
    }
}
