//! Bytes to values and back, without any I/O.
//!
//! [`open`] is the door for a file of which nothing is known: it tells what it is, by its bytes alone,
//! and hands it to the reader of its format, a folder each. Of what is not read, it says what it is.

pub mod citation;
pub mod csv;
mod error;
pub mod geojson;
mod json;
pub mod json_stat;
mod kind;
mod limits;
mod number;
mod open;
pub mod readings;
pub mod topojson;
mod unread;

pub use error::FormatError;
pub use kind::is_table;
pub use limits::Limits;
pub use number::number_text;
pub(crate) use number::number_value;
pub use open::{Opened, open, open_dataset};
