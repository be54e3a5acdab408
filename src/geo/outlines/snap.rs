//! Outlines laid on the grid.

use crate::geo::checks::degrees_text;
use crate::geo::{GeoError, Grid, LonLat, Outline};

use super::edges::GridOutline;
use super::point::{GridPoint, REACH, double_area_of};

/// An outline on the grid, its rings as they are, the first point of a ring not repeated.
pub(super) fn snapped(outline: &Outline, grid: &Grid) -> Result<GridOutline, GeoError> {
    let mut number = 0;
    let mut on_grid = GridOutline::with_capacity(outline.polygons.len());
    for rings in &outline.polygons {
        let mut polygon = Vec::with_capacity(rings.len());
        for ring in rings {
            polygon.push(snapped_ring((outline.name(), number), ring, grid)?);
            number += 1;
        }
        on_grid.push(polygon);
    }
    Ok(on_grid)
}

/// Outer rings counterclockwise, holes clockwise. Rings that enclose nothing are left out, with their
/// holes.
pub(super) fn directed(outline: GridOutline) -> GridOutline {
    let polygons = outline.into_iter().filter_map(|rings| {
        let mut rings = rings.into_iter();
        let outer = directed_ring(rings.next()?, 1)?;
        let holes = rings.filter_map(|hole| directed_ring(hole, -1));
        Some(std::iter::once(outer).chain(holes).collect())
    });
    polygons.collect()
}

/// The points of a ring, the first not repeated; the ring's number among all of its outline is for
/// errors.
fn snapped_ring(
    (id, ring): (&str, usize),
    positions: &[LonLat],
    grid: &Grid,
) -> Result<Vec<GridPoint>, GeoError> {
    let (id, found) = (|| id.into(), positions.len());
    if found < 4 {
        let id = id();
        return Err(GeoError::RingTooShort { id, ring, found });
    }
    if positions.first() != positions.last() {
        return Err(GeoError::OpenOutline { id: id(), ring });
    }
    let mut points = Vec::with_capacity(found);
    for (position, &at) in positions.iter().enumerate() {
        let point = grid_point(at, grid).ok_or_else(|| GeoError::OffTheGrid {
            id: id(),
            ring,
            position,
            reach: REACH,
            found: [at.lon, at.lat].map(degrees_text).join(", ").into(),
        })?;
        points.push(point);
    }
    points.dedup();
    points.pop();
    Ok(points)
}

/// The nearest point of the grid; `None` where it is out of reach.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "whole numbers within reach"
)]
fn grid_point(at: LonLat, grid: &Grid) -> Option<GridPoint> {
    let steps = grid.steps_from_lonlat(at);
    let within = steps.iter().all(|steps| steps.abs() <= REACH as f64);
    within.then(|| steps.map(|steps| steps as i64))
}

/// A ring in a direction: 1 is counterclockwise, -1 clockwise. `None` where it encloses nothing.
fn directed_ring(mut points: Vec<GridPoint>, way: i64) -> Option<Vec<GridPoint>> {
    match double_area_of(&points).signum() * way {
        1 => {}
        -1 => points.reverse(),
        _ => return None,
    }
    Some(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Inside;

    const GRID: Grid = Grid {
        scale: [0.5, 0.5],
        translate: [0.0, 0.0],
    };

    fn outline(polygons: &[Vec<Vec<[f64; 2]>>]) -> Outline {
        let ring = |ring: &Vec<[f64; 2]>| {
            let positions = ring.iter().map(|&[lon, lat]| LonLat { lon, lat });
            positions.collect()
        };
        let polygon = |rings: &Vec<Vec<[f64; 2]>>| rings.iter().map(ring).collect();
        Outline {
            inside: Inside::Feature("a".into()),
            polygons: polygons.iter().map(polygon).collect(),
        }
    }

    #[test]
    fn rings_turn_the_way_they_should_and_specks_are_left_out() {
        let clockwise = vec![[0.0, 0.0], [0.1, 2.0], [2.0, 1.9], [0.0, 0.0]];
        let speck = vec![[5.0, 5.0], [5.1, 5.0], [5.1, 5.1], [5.0, 5.0]];
        let polygons = [
            vec![clockwise.clone(), clockwise.clone()],
            vec![speck, clockwise],
        ];
        let ring = vec![[4, 4], [0, 4], [0, 0]];
        let hole = vec![[0, 0], [0, 4], [4, 4]];
        let found = directed(snapped(&outline(&polygons), &GRID).unwrap());
        assert_eq!(found, [[ring, hole]]);
    }

    #[track_caller]
    fn check_refused(ring: &[[f64; 2]], expected: &str) {
        let good = vec![[0.0, 0.0], [0.0, 2.0], [2.0, 2.0], [0.0, 0.0]];
        let error = snapped(&outline(&[vec![good, ring.to_vec()]]), &GRID).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn lines_that_are_no_rings_are_refused_with_their_place() {
        check_refused(
            &[[0.0, 0.0], [1.0, 0.0], [0.0, 0.0]],
            "ring 1 of \"a\" has 3 positions, expected at least 4",
        );
        check_refused(
            &[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.1]],
            "ring 1 of \"a\" is open: expected its last position to be its first",
        );
        let place = "ring 1 of \"a\", position 1: expected degrees within 16777216 steps of the \
            grid's corner, found ";
        check_refused(
            &[[0.0, 0.0], [f64::NAN, 0.0], [1.0, 1.0], [0.0, 0.0]],
            &format!("{place}no number, 0"),
        );
        check_refused(
            &[[0.0, 0.0], [0.0, -8_388_609.0], [1.0, 1.0], [0.0, 0.0]],
            &format!("{place}0, minus a million or less"),
        );
    }
}
