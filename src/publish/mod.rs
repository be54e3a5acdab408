//! NATIVE: from the sources to a folder that any static host can serve.
//!
//! [`site::build`] compiles the page, writes a shell for every link and the
//! header files of the common hosts; [`serve`] is the small server that
//! `cargo serve` and the tests use.

mod between_releases;
pub mod boundaries;
mod cache;
mod cargo;
pub mod catalogue;
pub mod check;
mod code_lists;
pub mod compress;
pub mod dataset_settings;
mod day;
mod described;
pub mod draw;
mod editor;
pub mod error;
pub mod findings_report;
mod first_settings;
mod forms;
mod function_order;
mod glue;
pub mod guard;
pub mod headers;
mod kept_sources;
mod list_page;
pub mod locate;
mod map_style;
mod missed_totals;
pub mod open;
pub mod output;
pub mod pack;
pub mod page_folder;
mod page_manifest;
pub mod pages;
pub mod partner;
pub mod population_file;
pub mod preview;
pub mod publish_file;
pub mod query;
pub mod read;
mod readings;
pub mod releases;
mod reply;
pub mod request;
mod revisions;
mod same_cells;
pub mod serve;
pub mod settings_text;
pub mod shell;
pub mod site;
pub mod site_files;
mod site_foot;
mod site_list;
pub mod site_settings;
pub mod site_url;
pub mod small_counts;
mod solvable;
mod split;
mod table_source;
pub mod template;
pub mod tree;
pub mod wasm;
pub mod weigh;
pub mod withdraw;
mod written;
