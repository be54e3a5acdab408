//! JSON-stat (<https://json-stat.org/full/>): datasets in, of 2.0 and of before, one or several in a
//! file; datasets of 2.0 out; and the site's collection.
//!
//! A dataset may be dense or sparse, its status a string, array or object, `category.index` an
//! array or object, with roles, `child` and `unit`. What the standard leaves open stands under
//! `extension` (see `README.md`); a file without it still opens.

mod bundle;
mod collection;
mod collection_writer;
mod contact;
mod context;
mod control;
mod control_writer;
mod declared;
mod dimension;
mod dimension_writer;
mod document;
mod errors;
mod extension;
mod extension_writer;
mod fact_list;
mod fact_list_writer;
mod facts;
mod facts_writer;
mod hidden;
mod kept;
mod model_card;
mod noun;
mod paragraph;
mod reader;
mod sureness;
mod text;
mod unit;
mod value;
mod writer;

pub use bundle::Bundle;
pub(super) use bundle::{CollectionFile, bundle_from_bytes, collection_file, numbered};
pub use collection::{Collection, Entry, Listed, NamedView, Withdrawn, collection_from_bytes};
pub use collection_writer::bytes_from_collection;
pub(super) use fact_list::FACT_LIST;
pub use fact_list::fact_list_from_bytes;
pub use fact_list_writer::bytes_from_fact_list;
pub use facts::{FactsFile, facts_from_bytes};
pub use facts_writer::bytes_from_facts;
pub use model_card::{
    ControlCount, FigureError, ModelCard, bytes_from_model_card, model_card_from_bytes,
};
pub use reader::{cube_from_bytes, cube_with_readings};
pub use writer::bytes_from_cube;
