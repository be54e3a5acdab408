//! Arcs: pieces of border between two junctions, and how rings name them.

/// A position on the globe in degrees, longitude to the east, latitude to the north.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// A piece of border, at least two positions long.
#[derive(Debug, Clone, PartialEq)]
pub struct TopoArc(Vec<LonLat>);

impl TopoArc {
    /// An arc through positions; [`super::Topology::new`] checks them.
    #[must_use]
    pub fn new(positions: Vec<LonLat>) -> Self {
        Self(positions)
    }
    /// The positions, both ends included.
    #[must_use]
    pub fn positions(&self) -> &[LonLat] {
        &self.0
    }
}

/// Position of an arc in its topology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcIx(pub usize);

/// An arc and the direction in which a ring runs along it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArcRef {
    arc: ArcIx,
    reversed: bool,
}

impl ArcRef {
    /// The arc from its first position to its last.
    #[must_use]
    pub fn forward(arc: ArcIx) -> Self {
        let reversed = false;
        Self { arc, reversed }
    }
    /// The same arc the other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        let reversed = !self.reversed;
        Self { reversed, ..self }
    }
    /// The arc.
    #[must_use]
    pub fn arc(self) -> ArcIx {
        self.arc
    }
    /// Whether the ring runs from the last position to the first.
    #[must_use]
    pub fn is_reversed(self) -> bool {
        self.reversed
    }
}
