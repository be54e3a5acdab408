//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod account;
mod across;
mod archive;
mod assemble;
mod boundaries;
mod categories;
mod cell_text;
mod columns;
mod data_package;
mod doubts;
mod entry;
mod finding;
mod grid;
mod groupings;
mod guess;
mod joined_grid;
mod label;
mod layout;
mod map_report;
mod numeral;
mod package_reader;
mod package_table;
mod part;
mod part_names;
mod parts;
mod places;
mod plan;
mod records;
mod separators;
mod sheet_grid;
mod sheets;
mod sources;
mod spellings;
mod table;
mod text;
mod texts;
mod workbook;
mod written;

pub use account::Account;
pub use assemble::Tally;
pub use boundaries::{MapOptions, boundaries_from_map};
pub use data_package::DataPackage;
pub use finding::{Finding, Findings, Gravity, Spot};
pub use package_table::table_from_package;
pub use places::{By, How, Match, Matches, match_places};
pub use table::{Table, TableFile, table_from_bytes, table_from_files};
