//! The made country as a topology: what lies beside what, what is around a district, and its tiles.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod made;
}

use std::collections::BTreeSet;

use jangkau::geo::{
    Feature, Group, LonLat, TilePoint, borders, dissolve, label_point, neighbours, tile_grid,
};
use support::made::{BOUNDARIES, WATER};

/// The group of each feature in a grouping of the communes.
fn groups(id: &str) -> Vec<Option<Group>> {
    let communes = WATER.axis("commune").unwrap();
    let grouping = WATER.axis(id).unwrap();
    let group = |feature: &Feature| {
        let at = WATER.members(communes).position(feature.id())?;
        WATER.along(grouping, at).map(|group| Group(group.0))
    };
    BOUNDARIES.features().iter().map(group).collect()
}

#[test]
fn neighbours_share_a_side() {
    let lists = neighbours(&BOUNDARIES);
    let features = BOUNDARIES.features();
    for (feature, found) in features.iter().zip(&lists) {
        let found: BTreeSet<&str> = found.iter().map(|at| features[at.0].id()).collect();
        let expected = match feature.id() {
            "n1" => "c1 n2",
            "n2" => "c2 n1 n3",
            "n3" => "c3 n2 n4",
            "n4" => "c4 n3",
            "c1" => "c2 n1 s1",
            "c2" => "c1 c3 n2 s2",
            "c3" => "c2 c4 n3",
            "c4" => "c3 n4",
            "s1" => "c1 s2",
            "s2" => "c2 s1",
            _ => "",
        };
        let found: Vec<&str> = found.into_iter().collect();
        assert_eq!(found.join(" "), expected, "{}", feature.id());
    }
}

#[test]
fn a_district_is_its_outer_lines_and_its_lakes() {
    // North of 2019: four squares in a row, ten sides around; two isles of four sides each.
    // Centre: four in a row and the lake in the first. South: two in a row, and an isle.
    let sides = |id: &str| -> Vec<Vec<usize>> {
        let outlines = dissolve(&BOUNDARIES, &groups(id));
        let rings = |rings: &Vec<jangkau::geo::Ring>| {
            let mut sides: Vec<usize> = rings.iter().map(|ring| ring.arcs().len()).collect();
            sides.sort_unstable();
            sides
        };
        outlines.iter().map(rings).collect()
    };
    assert_eq!(sides("district"), [vec![4, 4, 10], vec![4, 10], vec![4, 6]]);
    assert_eq!(
        sides("district-2021"),
        [vec![10], vec![4, 10], vec![6], vec![4, 4, 4]]
    );
    // Four sides between north and centre, two between centre and south; at the sea 6, 4 and 4 of
    // the three rows and 12 of the isles; and the lake's four.
    let lines = borders(&BOUNDARIES, &groups("district"));
    assert_eq!((lines.between.len(), lines.coast.len()), (6, 30));
}

#[test]
fn a_label_stands_in_its_square_and_beside_the_lake() {
    for feature in BOUNDARIES.features() {
        let LonLat { lon, lat } = label_point(&BOUNDARIES, feature).unwrap();
        let tile = feature.tile().unwrap();
        let (west, south) = (160.0 + f64::from(tile.column), -4.0 - f64::from(tile.row));
        let inside = |at: f64, from: f64, side: f64| from < at && at < from + side;
        assert!(
            inside(lon, west, 1.0) && inside(lat, south, 1.0),
            "{feature:?}"
        );
        let in_lake = inside(lon, 160.3, 0.4) && inside(lat, -4.7, 0.4);
        assert!(!in_lake, "{feature:?}");
    }
}

#[test]
fn made_tiles_keep_the_rows_of_the_mainland() {
    let points = BOUNDARIES.features().iter().zip(groups("district-2021"));
    let points = points.map(|(feature, group)| {
        let LonLat { lon, lat } = label_point(&BOUNDARIES, feature).unwrap();
        TilePoint {
            x: lon,
            y: -lat,
            group: group.unwrap().0,
        }
    });
    let tiles = tile_grid(&points.collect::<Vec<_>>());
    let at = |code: &str| {
        let mut features = BOUNDARIES.features().iter();
        tiles[features.position(|it| it.id() == code).unwrap()]
    };
    for row in [["n1", "n2", "n3", "n4"], ["c1", "c2", "c3", "c4"]] {
        for pair in row.windows(2) {
            assert!(at(pair[0]).column < at(pair[1]).column, "{pair:?}");
        }
    }
    for column in [["n1", "c1", "s1"], ["n2", "c2", "s2"]] {
        for pair in column.windows(2) {
            assert!(at(pair[0]).row < at(pair[1]).row, "{pair:?}");
        }
    }
}
