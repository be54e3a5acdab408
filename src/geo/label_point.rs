//! A point inside a region, for its label or mark.

use super::{Feature, LonLat, Polygon, Ring, Topology};

/// Level lines that are tried first.
const LINES: u32 = 7;

/// A point inside the largest piece of a feature, away from its border: of the middles of what a few
/// level lines have inside, the one with the most room across and upright; then moved to the middle
/// of the lines through it. `None` where no piece encloses anything.
#[must_use]
pub fn label_point(topology: &Topology, feature: &Feature) -> Option<LonLat> {
    let mut largest: (f64, Option<&Polygon>) = (0.0, None);
    for polygon in feature.polygons() {
        let area = polygon.rings().first().map(|ring| area(topology, ring));
        if area.is_some_and(|area| area > largest.0) {
            largest = (area.unwrap_or(0.0), Some(polygon));
        }
    }
    let edges = edges(topology, largest.1?);
    let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
    for &[[_, lat], _] in &edges {
        south = south.min(lat);
        north = north.max(lat);
    }
    let lines = Lines::of(edges);
    let mut best = (0.0, None);
    for line in 1..=LINES {
        let lat = south + (north - south) * f64::from(line) / f64::from(LINES + 1);
        for stretch in inside(&lines.level, lat).chunks_exact(2) {
            let point = [stretch[0] + (stretch[1] - stretch[0]) / 2.0, lat];
            let Some(height) = lines.through(point, LAT) else {
                continue;
            };
            let room = (stretch[1] - stretch[0]).min(height[1] - height[0]);
            if room > best.0 {
                best = (room, Some(point));
            }
        }
    }
    let mut point = best.1?;
    for axis in [LAT, LON, LAT, LON] {
        let Some([from, to]) = lines.through(point, axis) else {
            break;
        };
        point[axis] = from + (to - from) / 2.0;
    }
    let [lon, lat] = point;
    Some(LonLat { lon, lat })
}

/// From one end to the other, each with what runs along the lines first.
type Edge = [[f64; 2]; 2];

const LON: usize = 0;
const LAT: usize = 1;

/// The border for level lines and, with its coordinates swapped, for upright ones.
struct Lines {
    level: Vec<Edge>,
    upright: Vec<Edge>,
}

impl Lines {
    fn of(level: Vec<Edge>) -> Self {
        let upright = level.iter().map(|edge| edge.map(|[a, b]| [b, a]));
        let upright = upright.collect();
        Self { level, upright }
    }
    /// What the line through a point along an axis has inside around that point.
    fn through(&self, point: [f64; 2], axis: usize) -> Option<[f64; 2]> {
        let edges = if axis == LON {
            &self.level
        } else {
            &self.upright
        };
        let stretches = inside(edges, point[1 - axis]);
        let mut pairs = stretches.chunks_exact(2).map(|it| [it[0], it[1]]);
        pairs.find(|it| it[0] < point[axis] && point[axis] < it[1])
    }
}

fn edges(topology: &Topology, polygon: &Polygon) -> Vec<Edge> {
    let mut edges = Vec::new();
    for ring in polygon.rings() {
        let from = edges.len();
        for LonLat { lon, lat } in topology.ring_positions(ring) {
            edges.push([[lon, lat]; 2]);
        }
        for at in from..edges.len() {
            let next = if at + 1 < edges.len() { at + 1 } else { from };
            edges[at][1] = edges[next][0];
        }
    }
    edges
}

/// Where the line at `height` crosses the border, ascending: it is inside from each crossing with
/// an even number to the next.
fn inside(edges: &[Edge], height: f64) -> Vec<f64> {
    let mut crossings = Vec::new();
    for &[[x, y], [to_x, to_y]] in edges {
        // An end on the line counts as above it, so that a corner is crossed once or twice.
        if (y < height) != (to_y < height) {
            let crossing = x + (to_x - x) * ((height - y) / (to_y - y));
            let place = crossings.partition_point(|&it| it < crossing);
            crossings.insert(place, crossing);
        }
    }
    crossings
}

fn area(topology: &Topology, ring: &Ring) -> f64 {
    let (mut sum, mut before, mut first) = (0.0, None, None);
    for at in topology.ring_positions(ring) {
        let origin = *first.get_or_insert(at);
        let here = (at.lon - origin.lon, at.lat - origin.lat);
        if let Some((lon, lat)) = before {
            sum += lon * here.1 - here.0 * lat;
        }
        before = Some(here);
    }
    (sum / 2.0_f64).abs()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{arc, ring, squares};
    use super::super::{Backdrop, TopoArc};
    use super::*;

    #[track_caller]
    fn check(arcs: Vec<TopoArc>, polygons: &[&[i32]], expected: Option<(f64, f64)>) {
        let polygons = polygons.iter().map(|rings| {
            let rings = rings.iter().map(|&arc| ring(&[arc]));
            Polygon::new(rings.collect())
        });
        let feature = Feature::new("a", polygons.collect());
        let topology = Topology::new(arcs, vec![feature], Backdrop::default(), None).unwrap();
        let found = label_point(&topology, &topology.features()[0]);
        assert_eq!(found.map(|it| (it.lon, it.lat)), expected);
    }

    #[test]
    fn a_square_is_marked_in_its_middle() {
        let topology = squares();
        let found = label_point(&topology, &topology.features()[1]);
        assert_eq!(found, Some(LonLat { lon: 1.5, lat: 0.5 }));
    }

    #[test]
    fn of_several_pieces_the_largest_is_marked_beside_its_hole() {
        let outer = arc(&[(0, 0), (8, 0), (8, 8), (0, 8), (0, 0)]);
        let hole = arc(&[(1, 1), (1, 7), (5, 7), (5, 1), (1, 1)]);
        let islet = arc(&[(10, 0), (11, 0), (11, 1), (10, 0)]);
        // East of the hole there are 3 across and 8 upright, elsewhere 1.
        check(vec![outer, hole, islet], &[&[2], &[0, 1]], Some((6.5, 4.0)));
    }

    #[test]
    fn a_ring_that_encloses_nothing_has_no_point() {
        check(vec![arc(&[(0, 0), (1, 1), (2, 2), (0, 0)])], &[&[0]], None);
    }
}
