//! JSON-stat 2.0 (<https://json-stat.org/full/>): datasets in and out, and the site's collection.
//!
//! A dataset may be dense or sparse, its status a string, array or object, `category.index` an
//! array or object, with roles, `child` and `unit`. What the standard leaves open stands under
//! `extension` (see `README.md`); a file without it still opens. Forms older than 2.0, bundles
//! and collections of other than datasets are refused by name.

mod collection;
mod context;
mod control;
mod control_writer;
mod declared;
mod dimension;
mod dimension_writer;
mod extension;
mod extension_writer;
mod facts;
mod facts_writer;
mod kept;
mod paragraph;
mod reader;
mod text;
mod unit;
mod value;
mod writer;

pub use collection::{Collection, Entry, Listed, collection_from_bytes};
pub use facts::{FactsFile, facts_from_bytes};
pub use facts_writer::bytes_from_facts;
pub use reader::cube_from_bytes;
pub use writer::bytes_from_cube;
