//! The line around a place.

use super::map_geometry::MapGeometry;
use crate::cube::Cube;
use crate::geo::{ArcIx, Polygon, Ring, line_from_px};
use crate::view_state::{MapForm, Place};

impl MapGeometry {
    /// The line around a place of any axis, without the shores of the lakes that lie in it; around
    /// its tiles where they meet those of other places.
    #[must_use]
    pub fn outline(&self, cube: &Cube, place: Place, form: MapForm) -> String {
        let members = self.members(cube, place.axis);
        let inside: Vec<bool> = members.iter().map(|at| *at == Some(place.at)).collect();
        if form == MapForm::Tile {
            return self.tile_outline(&inside);
        }
        // Regions on the sides of an arc: whether each is part of the place.
        let sides = |arc: ArcIx| {
            let sides = self.topology.sides(arc).into_iter().flatten();
            sides.map(|feature| inside[feature.0])
        };
        let mut shore = vec![false; self.topology.arcs().len()];
        let lakes = self.topology.water().iter().flat_map(Polygon::rings);
        for arcs in lakes.map(Ring::arcs) {
            if arcs.iter().flat_map(|arc| sides(arc.arc())).all(|it| it) {
                for arc in arcs {
                    shore[arc.arc().0] = true;
                }
            }
        }
        let is_edge = |arc: &ArcIx| {
            let parts = sides(*arc).filter(|inside| *inside).count();
            parts == 1 && !shore[arc.0]
        };
        let edges = (0..shore.len()).map(ArcIx).filter(is_edge);
        line_from_px(edges.map(|ArcIx(at)| &*self.arcs_px[at]))
    }
}
