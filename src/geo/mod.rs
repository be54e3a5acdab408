//! Where things lie: projection, paths, tiles, walking by arrow keys. Names no sibling.

mod compass;
mod fit;
mod path;
mod projection;
mod tiles;
mod walk;

pub use compass::{Direction, step};
pub use fit::{Bounds, Fit, SizePx};
pub use path::{UNITS_PER_PX, path_from_px};
pub use projection::Projection;
pub use tiles::{Tile, TilePoint, tile_grid};
pub use walk::{Move, Stand, Walk};
