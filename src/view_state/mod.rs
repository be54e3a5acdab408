#![doc = include_str!("README.md")]

mod address;
mod change;
mod clause;
mod code;
mod compared;
mod keys;
mod map_look;
mod migrations;
mod notice;
mod percent;
mod place_path;
mod resolve;
mod state;
mod url;
mod values;

pub use address::Address;
pub use change::Change;
pub use compared::{COMPARED, is_comparable};
pub use keys::Key;
pub use map_look::{ClassMethod, Classing, MapForm};
pub use notice::Notice;
pub use resolve::{ResolvedView, resolve};
pub use state::{Column, Place, Quantity, Sort, Tab, ViewState, can_be_columns};
pub use url::{
    Site, from_address, release_of, to_address, to_fragment, to_lasting_address, to_query,
    without_looks,
};
