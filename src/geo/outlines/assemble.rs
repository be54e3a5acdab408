//! Outlines and drawn arcs, put together.

use crate::geo::{
    ArcIx, ArcRef, Backdrop, Feature, GeoError, Grid, LonLat, Polygon, Ring, TopoArc, Topology,
};

use super::cut::{Cut, CutOutline};
use super::outline::{Inside, Outline};
use super::point::GridPoint;

/// The arcs of a topology, as far as features have named them.
struct Assembly<'a> {
    /// The points of each arc of the cut; none of those that are not drawn.
    drawn: &'a [Vec<GridPoint>],
    grid: &'a Grid,
    /// Of each arc of the cut its number in the topology.
    numbers: Vec<Option<usize>>,
    arcs: Vec<TopoArc>,
}

impl Assembly<'_> {
    /// The arc in the topology, which has them in the order in which they are asked for.
    fn number(&mut self, arc: ArcRef) -> Option<ArcRef> {
        let points = &self.drawn[arc.arc().0];
        if points.is_empty() {
            return None;
        }
        let at = *self.numbers[arc.arc().0].get_or_insert_with(|| {
            let positions = points.iter().map(|&point| lonlat(point, self.grid));
            self.arcs.push(TopoArc::new(positions.collect()));
            self.arcs.len() - 1
        });
        let named = ArcRef::forward(ArcIx(at));
        Some(if arc.is_reversed() {
            named.turned()
        } else {
            named
        })
    }
    fn polygons(&mut self, outline: &CutOutline) -> Vec<Polygon> {
        let polygon = |rings: &Vec<Vec<ArcRef>>| {
            let rings = rings.iter().map(|ring| {
                let arcs = ring.iter().filter_map(|&arc| self.number(arc));
                Ring::new(arcs.collect())
            });
            Polygon::new(rings.collect())
        };
        outline.iter().map(polygon).collect()
    }
}

/// The position of a point of the grid.
#[allow(clippy::cast_precision_loss, reason = "a grid has few points")]
fn lonlat(point: GridPoint, grid: &Grid) -> LonLat {
    grid.lonlat_from_steps(point.map(|steps| steps as f64))
}

/// The topology of all outlines; arcs in the order in which outlines name them.
pub(super) fn topology(
    outlines: &[Outline],
    (cut, drawn): (&Cut, &[Vec<GridPoint>]),
    grid: &Grid,
    credit: Option<&str>,
) -> Result<Topology, GeoError> {
    let mut assembly = Assembly {
        drawn,
        grid,
        numbers: vec![None; drawn.len()],
        arcs: Vec::new(),
    };
    let (mut features, mut backdrop) = (Vec::new(), Backdrop::default());
    for (outline, of_arcs) in outlines.iter().zip(&cut.outlines) {
        let polygons = assembly.polygons(of_arcs);
        match &outline.inside {
            Inside::Feature(id) => features.push(Feature::new(id, polygons)),
            Inside::Water => backdrop.water.extend(polygons),
            Inside::Land => backdrop.land.extend(polygons),
        }
    }
    Topology::new(assembly.arcs, features, backdrop, credit)
}
