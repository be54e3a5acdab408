//! What is drawn, before neighbours share anything.

use crate::geo::LonLat;

/// What lies inside an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    /// The feature of a code that datasets know it by.
    Feature(Box<str>),
    /// A lake or reservoir.
    Water,
    /// Land that belongs to no feature.
    Land,
}

/// A feature, a lake or land as its publisher draws it: closed lines of its own, apart from those of
/// its neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// What lies inside.
    pub inside: Inside,
    /// Of each polygon its outer ring, then its holes. A ring has four positions or more, in either
    /// direction, the first repeated as the last (RFC 7946, 3.1.6).
    pub polygons: Vec<Vec<Vec<LonLat>>>,
}

impl Outline {
    /// How errors name it.
    pub(super) fn name(&self) -> &str {
        match &self.inside {
            Inside::Feature(id) => id,
            Inside::Water => "water",
            Inside::Land => "land",
        }
    }
}
