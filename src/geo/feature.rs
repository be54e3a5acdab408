//! Features: regions by id, made of polygons, rings and arcs.

use super::ArcRef;

/// A closed line: each arc begins where the one before ends, the first where the last ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring(Vec<ArcRef>);

impl Ring {
    /// A ring along arcs; [`super::Topology::new`] checks that it closes.
    #[must_use]
    pub fn new(arcs: Vec<ArcRef>) -> Self {
        Self(arcs)
    }
    /// The arcs, in order.
    #[must_use]
    pub fn arcs(&self) -> &[ArcRef] {
        &self.0
    }
}

/// One piece of land: its outer ring, then its holes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polygon(Vec<Ring>);

impl Polygon {
    /// A polygon of an outer ring and holes.
    #[must_use]
    pub fn new(rings: Vec<Ring>) -> Self {
        Self(rings)
    }
    /// The rings, the outer one first.
    #[must_use]
    pub fn rings(&self) -> &[Ring] {
        &self.0
    }
}

/// Position of a feature in its topology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeatureIx(pub usize);

/// The cell of a region in a tile map, counted from the north-west.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// Column, 0 in the west.
    pub column: u16,
    /// Row, 0 in the north.
    pub row: u16,
}

/// A region: the code that datasets know it by, and its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    id: Box<str>,
    polygons: Vec<Polygon>,
    tile: Option<Tile>,
}

impl Feature {
    /// A region without a place in a tile map.
    #[must_use]
    pub fn new(id: &str, polygons: Vec<Polygon>) -> Self {
        Self {
            id: id.into(),
            polygons,
            tile: None,
        }
    }
    /// The region with its cell in a tile map.
    #[must_use]
    pub fn with_tile(self, tile: Option<Tile>) -> Self {
        Self { tile, ..self }
    }
    /// The code of the region.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
    /// The pieces, in the order of the file.
    #[must_use]
    pub fn polygons(&self) -> &[Polygon] {
        &self.polygons
    }
    /// The cell in the tile map, where the file gives one.
    #[must_use]
    pub fn tile(&self) -> Option<Tile> {
        self.tile
    }
    /// Every ring of every piece, outer ones and holes.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.polygons.iter().flat_map(Polygon::rings)
    }
}
