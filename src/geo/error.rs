//! What can be wrong with a topology, or with the outlines it is made from.

/// One situation a variant, with what was expected and what was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GeoError {
    /// An arc without two ends.
    #[error("arc {arc} has {found} positions, expected at least 2")]
    ArcTooShort {
        /// Position of the arc.
        arc: usize,
        /// Positions it has.
        found: usize,
    },
    /// A position that is none on the globe.
    #[error("arc {arc}, position {position}: expected degrees on the globe, found {lon}, {lat}")]
    OffTheGlobe {
        /// Position of the arc.
        arc: usize,
        /// Position in the arc.
        position: usize,
        /// Degrees east, rounded.
        lon: Box<str>,
        /// Degrees north, rounded.
        lat: Box<str>,
    },
    /// Two features of one id.
    #[error("the id \"{id}\" stands twice")]
    DuplicateId {
        /// The id.
        id: Box<str>,
    },
    /// A feature, or a piece of one, without a ring.
    #[error("\"{id}\" has a piece without rings, or no piece at all")]
    NoRings {
        /// The feature.
        id: Box<str>,
    },
    /// A ring names an arc that is not there.
    #[error("\"{id}\" names arc {arc}, expected one below {arcs}")]
    UnknownArc {
        /// The feature.
        id: Box<str>,
        /// The arc it names.
        arc: usize,
        /// Arcs there are.
        arcs: usize,
    },
    /// A ring whose arcs do not meet.
    #[error("ring {ring} of \"{id}\" does not close: no arc begins where arc {arc} ends")]
    OpenRing {
        /// The feature.
        id: Box<str>,
        /// Position of the ring among all rings of the feature.
        ring: usize,
        /// The arc after which it breaks off.
        arc: usize,
    },
    /// A ring that encloses nothing.
    #[error("ring {ring} of \"{id}\" has {found} positions, expected at least 4")]
    RingTooShort {
        /// The feature.
        id: Box<str>,
        /// Position of the ring among all rings of the feature.
        ring: usize,
        /// Positions it has, the first counted again at the end.
        found: usize,
    },
    /// An arc with more than two sides.
    #[error("arc {arc} is named a third time by \"{id}\", expected at most two sides")]
    ThirdSide {
        /// Position of the arc.
        arc: usize,
        /// The feature that names it once more.
        id: Box<str>,
    },
    /// A ring of an outline that does not end where it begins.
    #[error("ring {ring} of \"{id}\" is open: expected its last position to be its first")]
    OpenOutline {
        /// The feature, `water` or `land`.
        id: Box<str>,
        /// Position of the ring among all rings of the outline.
        ring: usize,
    },
    /// A position of an outline that is too far from the corner of the grid, or no number.
    #[error(
        "ring {ring} of \"{id}\", position {position}: expected degrees within {reach} steps of the \
         grid's corner, found {found}"
    )]
    OffTheGrid {
        /// The feature, `water` or `land`.
        id: Box<str>,
        /// Position of the ring among all rings of the outline.
        ring: usize,
        /// Position in the ring.
        position: usize,
        /// Steps that a grid reaches.
        reach: i64,
        /// Degrees east and north, rounded.
        found: Box<str>,
    },
    /// An outline that comes to nothing on the grid, or lies wholly under others.
    #[error("\"{id}\" encloses nothing of its own on the grid, expected a polygon")]
    EnclosesNothing {
        /// The feature.
        id: Box<str>,
    },
    /// Lines that cross in spite of all points that were kept.
    #[error(
        "near step {near:?} of the grid: two lines cross or a ring encloses nothing ({found} lines \
         in all), expected none"
    )]
    Crossing {
        /// Steps east and north of the grid's corner.
        near: [i64; 2],
        /// How many lines do.
        found: usize,
    },
}
