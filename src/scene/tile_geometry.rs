//! The ground of the tile map: every region a square of one size.

use super::map_geometry::{MapGeometry, WIDTH_PX};
use crate::cube::CatIx;
use crate::geo::{Bounds, line_from_px, path_from_px};

/// Side of a tile over the side of its cell.
const TILE: f64 = 0.9;

impl MapGeometry {
    /// Side of a cell in pixels.
    pub(super) fn cell_px(&self) -> f64 {
        WIDTH_PX / f64::from(self.grid.map_or(1, |(columns, _)| columns.max(1)))
    }

    fn tile(&self, feature: usize) -> Option<(i32, i32)> {
        let tile = self.topology.features()[feature].tile()?;
        Some((i32::from(tile.column), i32::from(tile.row)))
    }

    /// The corner of a cell in pixels.
    fn corner_px(&self, (column, row): (i32, i32)) -> (f64, f64) {
        let cell = self.cell_px();
        (f64::from(column) * cell, f64::from(row) * cell)
    }

    pub(super) fn tile_path(&self, features: &[usize]) -> String {
        let side = self.cell_px() * TILE;
        let gap = self.cell_px() * (1.0 - TILE) / 2.0;
        let corners = features.iter().filter_map(|&at| self.tile(at));
        let squares = corners.map(|cell| {
            let (x, y) = self.corner_px(cell);
            let (x, y) = (x + gap, y + gap);
            [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
        });
        let squares: Vec<[(f64, f64); 4]> = squares.collect();
        path_from_px(squares.iter().map(|square| &square[..]))
    }

    /// The sides of tiles that have a tile of another group beside them.
    pub(super) fn tile_borders(&self, members: &[Option<CatIx>]) -> String {
        let cells: Vec<Option<(i32, i32)>> = (0..members.len())
            .map(|feature| self.tile(feature))
            .collect();
        let mut lines: Vec<[(f64, f64); 2]> = Vec::new();
        for (one, &cell) in cells.iter().enumerate() {
            let Some((column, row)) = cell else { continue };
            for (adjacent, from) in [
                ((column + 1, row), (column + 1, row)),
                ((column, row + 1), (column, row + 1)),
            ] {
                let other = cells.iter().position(|cell| *cell == Some(adjacent));
                if other.is_some_and(|other| members[other] != members[one]) {
                    lines.push([self.corner_px(from), self.corner_px((column + 1, row + 1))]);
                }
            }
        }
        line_from_px(lines.iter().map(|line| &line[..]))
    }

    /// The sides of tiles, of those marked, that have no other marked one beside them.
    pub(super) fn tile_outline(&self, inside: &[bool]) -> String {
        let marked = (0..inside.len()).filter(|&feature| inside[feature]);
        let cells: Vec<(i32, i32)> = marked.filter_map(|feature| self.tile(feature)).collect();
        let mut lines: Vec<[(f64, f64); 2]> = Vec::new();
        for &(column, row) in &cells {
            let (right, below) = (column + 1, row + 1);
            for (adjacent, from, to) in [
                ((column, row - 1), (column, row), (right, row)),
                ((right, row), (right, row), (right, below)),
                ((column, below), (column, below), (right, below)),
                ((column - 1, row), (column, row), (column, below)),
            ] {
                if !cells.contains(&adjacent) {
                    lines.push([self.corner_px(from), self.corner_px(to)]);
                }
            }
        }
        line_from_px(lines.iter().map(|line| &line[..]))
    }

    pub(super) fn tile_bounds(&self, features: &[usize]) -> Option<Bounds> {
        let cells = features.iter().filter_map(|&at| self.tile(at));
        Bounds::around(cells.flat_map(|(column, row)| {
            [(column, row), (column + 1, row + 1)].map(|cell| self.corner_px(cell))
        }))
    }

    /// The middle of a tile in pixels.
    pub(super) fn tile_point(&self, feature: usize) -> (f64, f64) {
        let (x, y) = self.corner_px(self.tile(feature).unwrap_or_default());
        (x + self.cell_px() / 2.0, y + self.cell_px() / 2.0)
    }
}
