//! Tiles for the features of a topology.

use super::{TilePoint, tile_grid};
use crate::geo::{Group, Tile, Topology, label_point};

/// The tile of each feature, from its label point and the group it is in, for
/// [`Topology::with_tiles`]. `groups` has one item a feature; those in no group stand for
/// themselves. All `None` where a feature has no point inside.
#[must_use]
pub fn feature_tiles(topology: &Topology, groups: &[Option<Group>]) -> Vec<Option<Tile>> {
    let mut distinct: Vec<Group> = groups.iter().copied().flatten().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let points = topology.features().iter().enumerate().map(|(at, feature)| {
        let point = label_point(topology, feature)?;
        let group = groups.get(at).copied().flatten();
        let numbered = group.and_then(|group| distinct.binary_search(&group).ok());
        Some(TilePoint {
            x: point.lon,
            y: -point.lat,
            group: numbered.unwrap_or(distinct.len() + at),
        })
    });
    match points.collect::<Option<Vec<TilePoint>>>() {
        Some(points) => tile_grid(&points).into_iter().map(Some).collect(),
        None => vec![None; topology.features().len()],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::geo::Feature;
    use crate::geo::sample::grid;

    #[test]
    fn features_stand_as_on_the_map_and_rows_count_from_the_north() {
        // Nine squares in rows of three from the south-west, all in one group.
        let tiles = feature_tiles(&grid(), &[Some(Group(usize::MAX)); 9]);
        let placed: Vec<Tile> = tiles.iter().copied().flatten().collect();
        let rows: Vec<u16> = placed.iter().map(|tile| tile.row).collect();
        assert_eq!(rows, [2, 2, 2, 1, 1, 1, 0, 0, 0]);
        for row in placed.chunks_exact(3) {
            assert!(row.is_sorted_by_key(|tile| tile.column), "{row:?}");
        }
        let on_map = grid().with_tiles(&tiles[..4]);
        let found: Vec<_> = on_map.features().iter().map(Feature::tile).collect();
        assert_eq!((&found[..4], &found[4..]), (&tiles[..4], &[None; 5][..]));
    }

    #[test]
    fn features_in_no_group_have_a_tile_each() {
        let tiles = feature_tiles(&grid(), &[Some(Group(3))]);
        let distinct: BTreeSet<Tile> = tiles.into_iter().flatten().collect();
        assert_eq!(distinct.len(), 9);
    }
}
