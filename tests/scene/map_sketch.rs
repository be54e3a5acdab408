//! A sketch of a map, in few points.

use jangkau::cube::{CatIx, Cube};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::formats::topojson::topology_from_bytes;
use jangkau::scene::{MapGeometry, MapSketch, Sketched, levels};
use jangkau::view_state::Place;

/// Two squares side by side, and far in the east a small island of the second.
fn wells() -> (Cube, MapGeometry) {
    let cube = br#"{
        "version": "2.0", "class": "dataset", "label": "Wells",
        "id": ["area"], "size": [2], "value": [3, 1], "role": {"geo": ["area"]},
        "dimension": {"area": {"category": {"index": ["n1", "n2"]}}},
        "extension": {"aggregation": "sum"}
    }"#;
    let topology = br#"{
        "type": "Topology",
        "arcs": [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]],
            [[1, 0], [2, 0], [2, 1], [1.5, 1.0001], [1, 1]],
            [[3, 0], [3.001, 0], [3.001, 0.001], [3, 0.001], [3, 0]]],
        "objects": {"regions": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": "n1", "arcs": [[0, 1]]},
            {"type": "MultiPolygon", "id": "n2", "arcs": [[[2, -1]], [[3]]]}
        ]}}
    }"#;
    let cube = cube_from_bytes(cube, &Limits::PAGE).unwrap();
    let topology = topology_from_bytes(topology, &Limits::PAGE).unwrap();
    let geometry = MapGeometry::new(topology, &cube).unwrap();
    (cube, geometry)
}

/// The corners of a path: how many there are.
fn corners(path: &str) -> usize {
    let numbers = path.replace('-', " -");
    let numbers = numbers.split(|letter: char| letter.is_alphabetic() || letter == ' ');
    numbers.filter(|text| !text.is_empty()).count() / 2
}

fn sketched(is_shown: [bool; 2], place: Option<Place>) -> (String, Sketched) {
    let (cube, geometry) = wells();
    let axis = levels(&cube)[0];
    let sketch = MapSketch::new(&cube, &geometry, (axis, &is_shown), place);
    (sketch.view_box(), sketch.paths(usize::MAX))
}

#[test]
fn neighbours_keep_their_corners_and_a_speck_of_a_larger_place_is_left_out() {
    let (view_box, paths) = sketched([true, true], None);
    let corners: Vec<usize> = paths.shapes.iter().map(|path| corners(path)).collect();
    assert_eq!((&*corners, &*paths.land), (&[4, 4][..], ""));
    assert!(view_box.starts_with("0 0 420 "), "{view_box}");
}

#[test]
fn what_is_not_shown_is_land() {
    let (_, paths) = sketched([true, false], None);
    assert_eq!((&*paths.shapes[1], corners(&paths.land)), ("", 4));
}

#[test]
fn a_place_that_is_looked_at_fills_most_of_the_sketch() {
    let axis = levels(&wells().0)[0];
    let (view_box, paths) = sketched([true, true], Some(Place { axis, at: CatIx(0) }));
    assert_eq!((corners(&paths.focus), &paths.focus), (4, &paths.shapes[0]));
    // A square in a box twice as wide: 210 units high, of which the place has four fifths.
    assert!(view_box.ends_with(" 210"), "{view_box}");
    let numbers = paths.focus.replace('-', " -");
    let numbers = numbers.split(|letter: char| letter.is_alphabetic() || letter == ' ');
    let steps = numbers.filter_map(|text| text.parse::<i32>().ok()).skip(2);
    let side = steps.map(i32::abs).max().unwrap();
    assert!((166..=170).contains(&side), "{}", paths.focus);
}
