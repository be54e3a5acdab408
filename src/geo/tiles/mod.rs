//! A map of equal tiles, one a region, so that a small city shows as much as a wide district.
//!
//! Four steps: neighbours ([`links`]), room for all ([`relax`]), a cell each ([`assign`]), and
//! exchanges until groups hold together and seas stay open ([`anneal`]). Takes a second or more:
//! made for the site builder, not for the page.

mod anneal;
mod assign;
mod board;
mod features;
mod links;
mod relax;

use super::Tile;

pub use features::feature_tiles;

use board::{Board, as_float, place};

/// A region to be given a tile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TilePoint {
    /// To the right, in any unit that `y` shares.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// The group whose tiles should lie in one piece; numbered from 0.
    pub group: usize,
}

/// The tile of each point, no two the same; the least column and row are 0.
///
/// Neighbours stay near and keep their directions, groups lie in one edge-connected piece where
/// that can be had, and what is not near over land seldom touches. The same points always get the
/// same tiles, on every machine. Points that are not finite are laid anywhere.
///
/// ```
/// use jangkau::geo::{Tile, TilePoint, tile_grid};
/// let point = |x, y| TilePoint { x, y, group: 0 };
/// let tiles = tile_grid(&[point(2.0, 0.0), point(0.0, 0.1), point(1.0, 0.0)]);
/// assert_eq!(tiles.iter().map(|tile| tile.column).collect::<Vec<_>>(), [2, 0, 1]);
/// ```
#[must_use]
pub fn tile_grid(points: &[TilePoint]) -> Vec<Tile> {
    let links = links::links(points);
    let relaxed = relax::relaxed(points, &links);
    // A cell to spare on each side.
    let wanted: Vec<_> = relaxed.iter().map(|at| (at.0 + 1.0, at.1 + 1.0)).collect();
    let far = |part: fn(&(f64, f64)) -> f64| wanted.iter().map(part).fold(0.0, f64::max);
    let (columns, rows) = (cells_upto(far(|at| at.0)), cells_upto(far(|at| at.1)));
    let rows = rows.max(points.len().div_ceil(columns));
    let cells = columns * rows;
    let cost = |point: usize, cell: usize| {
        let (at, to) = (wanted[point], place(cell, columns));
        (at.0 - to.0).powi(2) + (at.1 - to.1).powi(2)
    };
    let cell_of = assign::assign(points.len(), cells, &cost);
    let mut board = Board::new(points, &wanted, &links, (columns, cells), cell_of);
    anneal::anneal(&mut board);
    tiles(&board)
}

fn tiles(board: &Board<'_>) -> Vec<Tile> {
    let places = board
        .cell_of
        .iter()
        .map(|cell| (cell % board.columns, cell / board.columns));
    let places: Vec<(usize, usize)> = places.collect();
    let left = places.iter().map(|place| place.0).min().unwrap_or(0);
    let top = places.iter().map(|place| place.1).min().unwrap_or(0);
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let tile = |&(column, row): &(usize, usize)| Tile {
        column: short(column - left),
        row: short(row - top),
    };
    places.iter().map(tile).collect()
}

/// How many cells reach a coordinate and one beyond it.
fn cells_upto(most: f64) -> usize {
    (0..10_000)
        .find(|&cell| as_float(cell) >= most)
        .unwrap_or(10_000)
        + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point() -> impl Strategy<Value = TilePoint> {
        (0..6_i32, 0..4_i32, 0..3_usize).prop_map(|(x, y, group)| TilePoint {
            x: f64::from(x),
            y: f64::from(y),
            group,
        })
    }

    #[test]
    fn no_points_have_no_tiles_and_one_has_the_first() {
        assert_eq!(tile_grid(&[]), []);
        let alone = TilePoint {
            x: 4.0,
            y: -2.0,
            group: 0,
        };
        assert_eq!(tile_grid(&[alone]), [Tile { column: 0, row: 0 }]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn every_point_has_a_cell_of_its_own_and_always_the_same(
            points in prop::collection::vec(point(), 0..20),
        ) {
            let tiles = tile_grid(&points);
            prop_assert_eq!(tiles.len(), points.len());
            prop_assert_eq!(&tile_grid(&points), &tiles);
            let mut distinct = tiles;
            distinct.sort_unstable();
            distinct.dedup();
            prop_assert_eq!(distinct.len(), points.len());
        }
    }
}
