//! Where the regions stand in a tile map.

use super::join::{Joined, Kind};
use crate::geo::{Tile, TilePoint, Topology, label_point, tile_grid};

/// Digits of a region's code that name its province.
const PROVINCE: usize = 2;

/// A tile a shape, from the label points of the regions; none for water and land.
pub(super) fn tiles(topology: &Topology, joined: &[Joined]) -> Vec<Option<Tile>> {
    let codes = joined.iter().filter_map(|joined| match &joined.kind {
        Kind::Region(code) => Some(&**code),
        Kind::Water | Kind::Land => None,
    });
    let provinces: Vec<&str> = codes
        .map(|code| code.get(..PROVINCE).unwrap_or(code))
        .collect();
    let mut distinct = provinces.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let points = topology.features().iter().zip(&provinces);
    let points = points.filter_map(|(feature, province)| {
        let at = label_point(topology, feature)?;
        Some(TilePoint {
            x: at.lon,
            y: -at.lat,
            group: distinct.binary_search(province).unwrap_or_default(),
        })
    });
    let points: Vec<TilePoint> = points.collect();
    // A region without a point inside leaves the map without tiles.
    if points.len() < provinces.len() {
        return vec![None; joined.len()];
    }
    let mut tiles = tile_grid(&points).into_iter();
    let of_shape = |joined: &Joined| match joined.kind {
        Kind::Region(_) => tiles.next(),
        Kind::Water | Kind::Land => None,
    };
    joined.iter().map(of_shape).collect()
}
