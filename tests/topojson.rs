//! `TopoJSON` in and out, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use jangkau::formats::Limits;
use jangkau::formats::topojson::{bytes_from_topology, topology_from_bytes};
use jangkau::geo::{Feature, Grid, LonLat, Tile, Topology};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Two squares side by side around a shared arc, the western one with an island, a lake and land;
/// written by hand on a grid of half degrees from 10, -20.
fn plain() -> Value {
    json!({
        "type": "Topology",
        "credit": "By hand",
        "transform": { "scale": [0.5, 0.5], "translate": [10, -20] },
        "objects": {
            "provinces": { "type": "GeometryCollection", "geometries": [{ "type": "Point" }] },
            "regions": { "type": "GeometryCollection", "geometries": [
                { "type": "MultiPolygon", "id": "W", "arcs": [[[0, 1]], [[3]]],
                  "properties": { "tile": [2, 7], "name": "West" } },
                { "type": "Polygon", "id": 12, "arcs": [[2, -2]] }
            ] },
            "water": { "type": "Polygon", "arcs": [[4]] },
            "land": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "arcs": [[5]] }
            ] }
        },
        "arcs": [
            [[2, 2], [-2, 0], [0, -2], [2, 0]],
            [[2, 0], [0, 2]],
            [[2, 0], [2, 0], [0, 2], [-2, 0]],
            [[0, -6], [4, 0], [-2, 2], [-2, -2]],
            [[9, 9], [1, 0], [0, 1], [-1, -1]],
            [[20, 9], [1, 0], [0, 1], [-1, -1]]
        ]
    })
}

fn read(value: &Value) -> Topology {
    topology_from_bytes(value.to_string().as_bytes(), &Limits::PAGE).unwrap()
}

/// `plain` with the value at a JSON pointer replaced.
fn with(pointer: &str, value: Value) -> Value {
    let mut changed = plain();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

#[track_caller]
fn check_refused(value: &Value, expected: &str) {
    let error = topology_from_bytes(value.to_string().as_bytes(), &Limits::PAGE).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn regions_are_read_with_their_positions_and_tiles() {
    let topology = read(&plain());
    let ids: Vec<&str> = topology.features().iter().map(Feature::id).collect();
    assert_eq!(ids, ["W", "12"]);
    let tile = Tile { column: 2, row: 7 };
    assert_eq!(topology.features()[0].tile(), Some(tile));
    assert_eq!(topology.features()[1].tile(), None);
    assert_eq!(topology.credit(), Some("By hand"));
    assert_eq!((topology.water().len(), topology.land().len()), (1, 1));
    let ring = topology.features()[1].rings().next().unwrap();
    let found: Vec<LonLat> = topology.ring_positions(ring).collect();
    let expected = [[11.0, -20.0], [12.0, -20.0], [12.0, -19.0], [11.0, -19.0]];
    assert_eq!(found, expected.map(|[lon, lat]| LonLat { lon, lat }));
}

#[test]
fn without_a_transform_arcs_are_degrees() {
    let mut absolute = plain();
    absolute.as_object_mut().unwrap().remove("transform");
    let arcs: Vec<Value> = read(&plain())
        .arcs()
        .iter()
        .map(|arc| {
            arc.positions()
                .iter()
                .map(|it| json!([it.lon, it.lat]))
                .collect()
        })
        .collect();
    absolute["arcs"] = arcs.into();
    assert_eq!(read(&absolute), read(&plain()));
}

#[test]
fn without_regions_the_first_other_collection_is_taken() {
    let mut renamed = plain();
    let objects = renamed["objects"].as_object_mut().unwrap();
    let regions = objects.remove("regions").unwrap();
    objects.remove("provinces");
    objects.insert("districts".into(), regions);
    assert_eq!(read(&renamed), read(&plain()));
}

#[test]
fn a_topology_is_written_and_read_back_the_same() {
    let grid = Grid {
        scale: [0.5, 0.5],
        translate: [10.0, -20.0],
    };
    let topology = read(&plain());
    let bytes = bytes_from_topology(&topology, &grid);
    let again = topology_from_bytes(&bytes, &Limits::PAGE).unwrap();
    assert_eq!(again, topology);
    assert_eq!(bytes_from_topology(&again, &grid), bytes);
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    let first = "/objects/regions/geometries/0";
    let at = |rest: &str| format!("{first}{rest}");
    check_refused(
        &with("/type", json!("FeatureCollection")),
        "type: expected \"Topology\", found \"FeatureCollection\"",
    );
    check_refused(
        &with(&at("/type"), json!("LineString")),
        "objects.regions.geometries[0].type: LineString is not read, expected a Polygon or MultiPolygon",
    );
    check_refused(
        &with("/objects/regions/type", json!("Polygon")),
        "objects.regions.type: expected \"GeometryCollection\", found \"Polygon\"",
    );
    check_refused(
        &with("/objects", json!({"water": {"geometries": []}})),
        "objects: expected an object \"regions\", found an object",
    );
    check_refused(
        &with(&at("/id"), json!(null)),
        "objects.regions.geometries[0].id: expected text, found null",
    );
    check_refused(
        &with(&at("/properties/tile"), json!([1, 70_000])),
        "objects.regions.geometries[0].properties.tile: \
         expected a column and a row below 65536, found an array of 2",
    );
    check_refused(
        &with(&at("/arcs/0/0/1"), json!(0.5)),
        "objects.regions.geometries[0].arcs[0][0][1]: expected the number of an arc, found 0.5",
    );
    check_refused(
        &with("/transform/scale", json!([1])),
        "transform.scale: expected two numbers, found an array of 1",
    );
    check_refused(
        &with("/arcs/1/0", json!("x")),
        "arcs[1][0]: expected two numbers, found \"x\"",
    );
    check_refused(
        &with(&at("/arcs/0/0/1"), json!(6)),
        "the topology: \"W\" names arc 6, expected one below 6",
    );
    check_refused(
        &with(&at("/arcs/0/0/1"), json!(-2)),
        "the topology: ring 0 of \"W\" does not close: no arc begins where arc 0 ends",
    );
}

#[test]
fn more_than_is_taken_is_refused_before_it_is_read() {
    let check = |limits: Limits, expected: &str| {
        let bytes = plain().to_string();
        let error = topology_from_bytes(bytes.as_bytes(), &limits).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    let page = Limits::PAGE;
    check(
        Limits { arcs: 5, ..page },
        "arcs: 6 arcs, at most 5 are taken",
    );
    check(
        Limits {
            positions: 9,
            ..page
        },
        "arcs: 10 positions, at most 9 are taken",
    );
    check(
        Limits { regions: 1, ..page },
        "objects: 2 regions, at most 1 are taken",
    );
    check(
        Limits { rings: 4, ..page },
        "objects.land.geometries[0].arcs: 5 rings, at most 4 are taken",
    );
}

proptest! {
    /// Every byte changed, left out or cut off: a topology or an error, and whatever is read can be
    /// asked everything.
    #[test]
    fn any_bytes_give_a_topology_or_an_error(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = plain().to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(topology) = topology_from_bytes(&bytes, &Limits::PAGE) {
            let groups = vec![Some(jangkau::geo::Group(0)); topology.features().len()];
            let _ = jangkau::geo::dissolve(&topology, &groups);
            let _ = jangkau::geo::neighbours(&topology);
            for feature in topology.features() {
                let _ = jangkau::geo::label_point(&topology, feature);
            }
        }
    }

    /// Numbers and names in wrong places, which changed bytes seldom make.
    #[test]
    fn any_arcs_give_a_topology_or_an_error(
        rings in proptest::collection::vec(proptest::collection::vec(-7..7_i32, 0..5), 0..4),
        arc in proptest::collection::vec((-3..3_i32, -3..3_i32), 0..6),
    ) {
        let arc: Vec<[i32; 2]> = arc.into_iter().map(|(x, y)| [x, y]).collect();
        let mut changed = with("/objects/regions/geometries/1/arcs", json!(rings));
        changed["arcs"][2] = json!(arc);
        let _ = topology_from_bytes(changed.to_string().as_bytes(), &Limits::PAGE);
    }
}
