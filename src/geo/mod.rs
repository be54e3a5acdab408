//! Where things lie: projection, paths, tiles, walking by arrow keys. Names no sibling.

mod fit;
mod path;
mod projection;

pub use fit::{Bounds, Fit, SizePx};
pub use path::{UNITS_PER_PX, path_from_px};
pub use projection::Projection;
