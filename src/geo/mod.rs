//! PURE: regions as one topology, where neighbours share the very same arcs.
//!
//! Positions are longitude and latitude in degrees (WGS 84). Of provinces and of whole borders
//! nothing is stored: they are dissolved from the arcs of the regions.

mod arc;
mod borders;
mod checks;
mod dissolve;
mod error;
mod feature;
mod label_point;
mod neighbours;
#[cfg(test)]
mod sample;
mod topology;

pub use arc::{ArcIx, ArcRef, LonLat, TopoArc};
pub use borders::{Borders, borders};
pub use dissolve::{Group, dissolve};
pub use error::GeoError;
pub use feature::{Feature, FeatureIx, Polygon, Ring, Tile};
pub use label_point::label_point;
pub use neighbours::neighbours;
pub use topology::{Backdrop, Topology};
