//! The communes as squares on a grid, so that neighbours, outlines and tiles can be seen:
//!
//! ```text
//! n1 n2 n3 n4    n5 .
//! c1 c2 c3 c4
//! s1 s2          s3
//! ```
//!
//! `n5` has an islet beside it, `c1` a lake in it, and there is a neighbour's land to the west.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Commune, column from the west, row from the north: its square on the map, and its tile.
const PLACES: [(&str, i32, i32); 12] = [
    ("n1", 0, 0),
    ("n2", 1, 0),
    ("n3", 2, 0),
    ("n4", 3, 0),
    ("n5", 5, 0),
    ("c1", 0, 1),
    ("c2", 1, 1),
    ("c3", 2, 1),
    ("c4", 3, 1),
    ("s1", 0, 2),
    ("s2", 1, 2),
    ("s3", 5, 2),
];

/// A position in tenths of a degree, east and north of 160° E, 6° S.
type Point = (i32, i32);

/// Arcs by their ends; a line that two squares share is one arc.
#[derive(Default)]
struct Arcs {
    by_ends: BTreeMap<(Point, Point), i32>,
    arcs: Vec<Value>,
}

impl Arcs {
    /// The arc from one point to another, negative where it is gone backwards.
    fn line(&mut self, from: Point, to: Point) -> i32 {
        if let Some(known) = self.by_ends.get(&(to, from)) {
            return !known;
        }
        let number = i32::try_from(self.arcs.len()).unwrap();
        let known = *self.by_ends.entry((from, to)).or_insert(number);
        if known == number {
            let step = [to.0 - from.0, to.1 - from.1];
            self.arcs.push(json!([[from.0, from.1], step]));
        }
        known
    }

    /// A square from its south-western corner, counterclockwise.
    fn square(&mut self, (x, y): Point, side: i32) -> Vec<i32> {
        let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)];
        let next = corners.iter().cycle().skip(1);
        let lines = corners.iter().zip(next);
        lines.map(|(&from, &to)| self.line(from, to)).collect()
    }
}

/// The same ring the other way round.
fn reversed(ring: &[i32]) -> Vec<i32> {
    ring.iter().rev().map(|arc| !arc).collect()
}

pub(super) fn topology() -> Value {
    let mut arcs = Arcs::default();
    let lake = arcs.square((3, 13), 4);
    let features: Vec<Value> = PLACES
        .iter()
        .map(|&(code, column, row)| {
            let square = arcs.square((10 * column, 20 - 10 * row), 10);
            let mut feature = match code {
                "n5" => {
                    json!({"type": "MultiPolygon", "arcs": [[square], [arcs.square((62, 22), 4)]]})
                }
                "c1" => json!({"type": "Polygon", "arcs": [square, reversed(&lake)]}),
                _ => json!({"type": "Polygon", "arcs": [square]}),
            };
            feature["id"] = code.into();
            feature["properties"] = json!({"tile": [column, row]});
            feature
        })
        .collect();
    let land = arcs.square((-20, 10), 15);
    let polygons = |ring: Vec<i32>| json!({"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [ring]}]});
    json!({
        "type": "Topology",
        "credit": "Boundaries: drawn for tests, CC0.",
        "transform": {"scale": [0.1, 0.1], "translate": [160.0, -6.0]},
        "objects": {
            "regions": {"type": "GeometryCollection", "geometries": features},
            "water": polygons(lake),
            "land": polygons(land),
        },
        "arcs": arcs.arcs,
    })
}
