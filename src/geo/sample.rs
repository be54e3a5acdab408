//! Small topologies for tests.

use super::{ArcIx, ArcRef, Backdrop, Feature, LonLat, Polygon, Ring, TopoArc, Topology};

pub(crate) fn arc(positions: &[(i32, i32)]) -> TopoArc {
    let degrees = positions.iter().map(|&(lon, lat)| LonLat {
        lon: f64::from(lon),
        lat: f64::from(lat),
    });
    TopoArc::new(degrees.collect())
}

/// Arcs as `TopoJSON` names them: `-1` is the first one turned.
pub(crate) fn ring(arcs: &[i32]) -> Ring {
    let named = arcs.iter().map(|&number| {
        let at = if number < 0 { !number } else { number };
        let arc = ArcRef::forward(ArcIx(usize::try_from(at).unwrap()));
        if number < 0 { arc.turned() } else { arc }
    });
    Ring::new(named.collect())
}

pub(crate) fn feature(id: &str, arcs: &[i32]) -> Feature {
    Feature::new(id, vec![Polygon::new(vec![ring(arcs)])])
}

/// Two squares side by side, `west` and `east`, and an island to the south.
pub(crate) fn squares() -> Topology {
    let arcs = vec![
        arc(&[(1, 1), (0, 1), (0, 0), (1, 0)]),
        arc(&[(1, 0), (1, 1)]),
        arc(&[(1, 0), (2, 0), (2, 1), (1, 1)]),
        arc(&[(0, -3), (2, -3), (1, -2), (0, -3)]),
    ];
    let features = vec![
        feature("west", &[0, 1]),
        feature("east", &[2, -2]),
        feature("island", &[3]),
    ];
    Topology::new(arcs, features, Backdrop::default(), None).unwrap()
}

/// Nine unit squares in three rows of three, from the south-west, ids `0` to `8`; every side of a
/// square is an arc of its own.
pub(crate) fn grid() -> Topology {
    let (mut arcs, mut features) = (Vec::new(), Vec::new());
    // 12 level arcs west to east, then 12 upright ones south to north.
    for row in 0..4 {
        for column in 0..3 {
            arcs.push(arc(&[(column, row), (column + 1, row)]));
        }
    }
    for row in 0..3 {
        for column in 0..4 {
            arcs.push(arc(&[(column, row), (column, row + 1)]));
        }
    }
    for at in 0..9 {
        let (row, column) = (at / 3, at % 3);
        let south = row * 3 + column;
        let west = 12 + row * 4 + column;
        features.push(feature(
            &at.to_string(),
            &[south, west + 1, !(south + 3), !west],
        ));
    }
    Topology::new(arcs, features, Backdrop::default(), None).unwrap()
}
