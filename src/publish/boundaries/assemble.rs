//! Shapes and drawn arcs, put together.

use crate::formats::topojson::Grid;
use crate::geo::{
    ArcIx, ArcRef, Backdrop, Feature, LonLat, Polygon, Ring, Tile, TopoArc, Topology,
};

use super::BoundariesError;
use super::cut::{Cut, CutShape};
use super::join::{Joined, Kind};

use super::point::GridPoint;

/// One item a shape, but `drawn`: one an arc.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub(super) joined: &'a [Joined],
    pub(super) cut: &'a Cut,
    pub(super) drawn: &'a [Vec<GridPoint>],
    pub(super) tiles: &'a [Option<Tile>],
}

/// The position of a point of the grid.
#[allow(clippy::cast_precision_loss, reason = "a grid has few points")]
fn lonlat(point: GridPoint, grid: &Grid) -> LonLat {
    grid.lonlat_from_steps(point.map(|steps| steps as f64))
}

/// The topology of all shapes; arcs in the order in which shapes name them, those that are drawn to
/// nothing left out.
pub(super) fn topology(
    parts: &Parts<'_>,
    grid: &Grid,
    credit: &str,
) -> Result<Topology, BoundariesError> {
    let mut arcs = Vec::new();
    let mut numbers: Vec<Option<usize>> = vec![None; parts.drawn.len()];
    let mut number = |arc: &ArcRef| {
        let points = &parts.drawn[arc.arc().0];
        if points.is_empty() {
            return None;
        }
        let at = *numbers[arc.arc().0].get_or_insert_with(|| {
            let positions = points.iter().map(|&point| lonlat(point, grid));
            arcs.push(TopoArc::new(positions.collect()));
            arcs.len() - 1
        });
        let named = ArcRef::forward(ArcIx(at));
        Some(if arc.is_reversed() {
            named.turned()
        } else {
            named
        })
    };
    let mut polygons = |shape: &CutShape| -> Vec<Polygon> {
        let polygon = |rings: &Vec<Vec<ArcRef>>| {
            let rings = rings.iter();
            let rings = rings.map(|ring| Ring::new(ring.iter().filter_map(&mut number).collect()));
            Polygon::new(rings.collect())
        };
        shape.iter().map(polygon).collect()
    };
    let (mut features, mut backdrop) = (Vec::new(), Backdrop::default());
    let shapes = parts.joined.iter().zip(&parts.cut.shapes).zip(parts.tiles);
    for ((joined, shape), tile) in shapes {
        let polygons = polygons(shape);
        match &joined.kind {
            Kind::Region(code) => features.push(Feature::new(code, polygons).with_tile(*tile)),
            Kind::Water => backdrop.water.extend(polygons),
            Kind::Land => backdrop.land.extend(polygons),
        }
    }
    Ok(Topology::new(arcs, features, backdrop, Some(credit))?)
}
