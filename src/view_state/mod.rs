#![doc = include_str!("README.md")]

mod asked_figure;
mod change;
mod clause;
mod code;
mod compared;
mod keys;
mod level;
mod link_parts;
mod map_look;
mod migrations;
mod notice;
mod percent;
mod place_path;
mod resolve;
mod share_of;
mod state;
mod table_page;
mod url;
mod values;

pub use asked_figure::{AskedFigure, OWN_FIGURE};
pub use change::Change;
pub use compared::{COMPARED, is_comparable};
pub use keys::{Key, axis_key};
pub use level::usual_level;
pub use link_parts::LinkParts;
pub use map_look::{ClassScope, Classing, MapForm};
pub use notice::Notice;
pub use resolve::{ResolvedView, resolve};
pub use share_of::has_share_of;
pub use state::{
    Column, Place, Quantity, Sort, Tab, ViewState, can_be_columns, can_be_rows, usual_rows,
};
pub use table_page::{rows_of_page, table_pages};
pub use url::{
    Site, link_from_state, pinned_link_from_state, release_of, state_from_link, to_fragment,
    to_query, without_looks,
};
