//! Areas in degrees: how large they are, and what is inside.

use crate::formats::geojson::Polygons;
use crate::geo::{LonLat, Outline};

/// The least and greatest longitude and latitude of a shape: west, south, east, north.
pub(super) fn bounds<'a>(positions: impl Iterator<Item = &'a LonLat>) -> [f64; 4] {
    let none = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    positions.fold(none, |[west, south, east, north], at| {
        [
            west.min(at.lon),
            south.min(at.lat),
            east.max(at.lon),
            north.max(at.lat),
        ]
    })
}

/// The longer side of the map of outlines in degrees, never quite 0.
pub(super) fn longer_side(outlines: &[Outline]) -> f64 {
    let positions = outlines
        .iter()
        .flat_map(|it| &it.polygons)
        .flatten()
        .flatten();
    let [west, south, east, north] = bounds(positions);
    (east - west).max(north - south).max(1e-6)
}

/// The area of polygons in square degrees, holes left out.
pub(super) fn area(polygons: &Polygons) -> f64 {
    let of = |rings: &Vec<Vec<LonLat>>| {
        let mut areas = rings.iter().map(|ring| ring_area(ring));
        let outer = areas.next().unwrap_or(0.0);
        (outer - areas.sum::<f64>()).max(0.0)
    };
    polygons.iter().map(of).sum()
}

/// The area that a ring encloses, whichever way it runs.
pub(super) fn ring_area(ring: &[LonLat]) -> f64 {
    let Some(first) = ring.first() else {
        return 0.0;
    };
    let doubled = ring.windows(2).map(|pair| {
        let [a, b] = [pair[0], pair[1]].map(|at| [at.lon - first.lon, at.lat - first.lat]);
        a[0] * b[1] - b[0] * a[1]
    });
    doubled.sum::<f64>().abs() / 2.0
}

/// Whether a position is inside, by how often lines are crossed on the way out of it to the west.
pub(super) fn has_inside(polygons: &Polygons, at: LonLat) -> bool {
    let lines = polygons.iter().flatten().flat_map(|ring| ring.windows(2));
    let crossed = lines.filter(|line| crossing(line, at.lat).is_some_and(|lon| lon < at.lon));
    crossed.count() % 2 == 1
}

/// A position well inside the largest polygon: the middle of the widest stretch on the level line
/// through its middle. `None` where nothing is enclosed.
pub(super) fn inner_position(polygons: &Polygons) -> Option<LonLat> {
    let size = |rings: &Vec<Vec<LonLat>>| rings.first().map_or(0.0, |ring| ring_area(ring));
    let largest = polygons.iter().max_by(|a, b| size(a).total_cmp(&size(b)))?;
    let [_, south, _, north] = bounds(largest.iter().flatten());
    let lat = f64::midpoint(south, north);
    let widest = level_stretches(largest.iter(), lat)
        .into_iter()
        .max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))?;
    Some(LonLat {
        lon: f64::midpoint(widest[0], widest[1]),
        lat,
    })
}

/// The stretches of a level line that lie inside, each from west to east, in their order.
pub(super) fn stretches(polygons: &Polygons, lat: f64) -> Vec<[f64; 2]> {
    level_stretches(polygons.iter().flatten(), lat)
}

fn level_stretches<'a>(rings: impl Iterator<Item = &'a Vec<LonLat>>, lat: f64) -> Vec<[f64; 2]> {
    let lines = rings.flat_map(|ring| ring.windows(2));
    let mut lons: Vec<f64> = lines.filter_map(|line| crossing(line, lat)).collect();
    lons.sort_by(f64::total_cmp);
    let pairs = lons.chunks_exact(2);
    pairs.map(|pair| [pair[0], pair[1]]).collect()
}

/// Where a line crosses a latitude.
fn crossing(line: &[LonLat], lat: f64) -> Option<f64> {
    let [a, b] = [line[0], line[1]];
    let crosses = (a.lat <= lat) != (b.lat <= lat);
    crosses.then(|| a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(positions: &[[f64; 2]]) -> Vec<LonLat> {
        let all = positions.iter().chain(positions.first());
        all.map(|&[lon, lat]| LonLat { lon, lat }).collect()
    }

    #[test]
    fn a_hole_is_outside() {
        let square = ring(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]]);
        let hole = ring(&[[1.0, 1.0], [1.0, 3.0], [2.0, 3.0], [2.0, 1.0]]);
        let polygons = vec![vec![square, hole]];
        assert!((area(&polygons) - 14.0).abs() < 1e-12);
        assert!(!has_inside(&polygons, LonLat { lon: 1.5, lat: 2.0 }));
        assert!(has_inside(&polygons, LonLat { lon: 0.5, lat: 2.0 }));
        // On the line through the middle: 0 to 1, and 2 to 4, whose middle is 3.
        let inner = inner_position(&polygons).unwrap();
        assert_eq!((inner.lon, inner.lat), (3.0, 2.0));
        assert_eq!(inner_position(&vec![]), None);
    }
}
