//! Rings of the source, laid on the grid.

use crate::formats::topojson::Grid;
use crate::geo::LonLat;

use super::edges::GridShape;
use super::point::{GridPoint, double_area_of};
use super::wkb::SourceRing;

/// A shape on the grid: outer rings counterclockwise, holes clockwise, the first point of a ring not
/// repeated. Rings that enclose nothing there are left out, with their holes.
pub(super) fn snapped(polygons: &[Vec<SourceRing>], grid: &Grid) -> GridShape {
    let polygons = polygons.iter().map(|rings| {
        let rings = rings.iter().enumerate();
        rings
            .map_while(|(at, ring)| {
                let ring = snapped_ring(ring, grid, if at == 0 { 1 } else { -1 });
                // Holes go where their ring goes.
                (at > 0 || !ring.is_empty()).then_some(ring)
            })
            .filter(|ring| !ring.is_empty())
            .collect::<Vec<_>>()
    });
    polygons.filter(|rings| !rings.is_empty()).collect()
}

#[allow(clippy::cast_possible_truncation, reason = "a grid has few points")]
fn snapped_ring(ring: &SourceRing, grid: &Grid, way: i64) -> Vec<GridPoint> {
    let points = ring.iter().map(|&[lon, lat]| {
        let steps = grid.steps_from_lonlat(LonLat { lon, lat });
        steps.map(|steps| steps as i64)
    });
    let mut points: Vec<GridPoint> = points.collect();
    points.dedup();
    points.pop();
    match double_area_of(&points).signum() * way {
        1 => {}
        -1 => points.reverse(),
        _ => points.clear(),
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid {
        scale: [0.5, 0.5],
        translate: [0.0, 0.0],
    };

    #[test]
    fn rings_turn_the_way_they_should_and_specks_are_left_out() {
        let clockwise = vec![[0.0, 0.0], [0.1, 2.0], [2.0, 1.9], [0.0, 0.0]];
        let speck = vec![[5.0, 5.0], [5.1, 5.0], [5.1, 5.1], [5.0, 5.0]];
        let polygons = [vec![clockwise.clone(), clockwise], vec![speck]];
        let ring = vec![[4, 4], [0, 4], [0, 0]];
        let hole = vec![[0, 0], [0, 4], [4, 4]];
        assert_eq!(snapped(&polygons, &GRID), [[ring, hole]]);
    }
}
