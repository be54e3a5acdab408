//! Bytes to values and back, without any I/O.
//!
//! [`open`] is the door for a file of which nothing is known: it tells what it is, by its bytes alone,
//! and hands it to the reader of its format, a folder each. Of what is not read, it says what it is.

mod cells;
pub mod citation;
mod container;
pub mod csv;
mod encoding;
mod error;
pub mod geojson;
mod json;
pub mod json_stat;
mod kind;
mod limits;
mod lines;
mod number;
mod odd_letters;
mod open;
pub mod px;
pub mod readings;
mod remark;
pub mod sdmx_csv;
pub mod topojson;
mod unread;

pub(crate) use cells::{StatusCells, values_and_absent};
pub use container::{WorkbookKind, workbook_kind};
pub use error::FormatError;
pub use kind::{is_cube, is_table};
pub use limits::Limits;
pub(crate) use lines::Lines;
pub use number::number_text;
pub(crate) use number::number_value;
pub(crate) use odd_letters::{OddLetters, odd_letters};
pub use open::{Opened, open, open_dataset, open_with_remarks};
pub use remark::Remark;
