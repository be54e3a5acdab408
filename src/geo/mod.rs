//! Where things lie: regions as one topology whose neighbours share the very same arcs,
//! projection, paths, tiles, walking by arrow keys. Names no sibling.
//!
//! Positions are longitude and latitude in degrees (WGS 84). Of groups of regions and of whole borders
//! nothing is stored: they are dissolved from the arcs of the regions.

mod antimeridian;
mod arc;
mod borders;
mod checks;
mod clip;
mod compass;
mod dissolve;
mod error;
mod feature;
mod fit;
mod grid;
mod label_point;
mod navigation;
mod neighbours;
mod outlines;
mod path;
mod projection;
#[cfg(test)]
mod sample;
mod simplify;
mod tiles;
mod topology;
mod weld;

pub use antimeridian::joined_across_180;
pub use arc::{ArcIx, ArcRef, LonLat, TopoArc};
pub use borders::{Borders, borders};
pub use clip::clipped;
pub use compass::{Direction, step};
pub use dissolve::{Group, dissolve};
pub use error::GeoError;
pub use feature::{Feature, FeatureIx, Polygon, Ring, Tile};
pub use fit::{Bounds, Fit, SizePx};
pub use grid::Grid;
pub use label_point::label_point;
pub use navigation::{Move, Navigation, Stop};
pub use neighbours::neighbours;
pub use outlines::{Drawing, Inside, Outline, drawing_from_outlines, topology_from_outlines};
pub use path::{UNITS_PER_PX, line_from_px, path_from_px, path_from_units};
pub use projection::Projection;
pub use simplify::significances;
pub use tiles::{TilePoint, feature_tiles, tile_grid};
pub use topology::{Backdrop, Topology};
pub use weld::welded;
