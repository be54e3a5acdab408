//! Bytes to values and back, without any I/O.

pub mod citation;
pub mod csv;
mod error;
mod json;
pub mod json_stat;
mod kind;
mod limits;
mod number;
mod open;
pub mod topojson;

pub use error::FormatError;
pub use limits::Limits;
pub use number::number_text;
pub(crate) use number::number_value;
pub use open::{Opened, open};
