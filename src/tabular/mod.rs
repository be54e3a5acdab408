//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod account;
mod across;
mod added_column;
mod answered;
mod answers;
mod archive;
mod assemble;
mod bands;
mod boundaries;
mod categories;
mod cell_text;
mod columns;
mod data_package;
mod dates;
mod dimensions;
mod doubts;
mod entitled;
mod entry;
mod fact_table;
mod file;
mod finding;
mod grid;
mod groupings;
mod guess;
mod hidden_parts;
mod indents;
mod joined_grid;
mod label;
mod layout;
mod lost_zeros;
mod magnitude;
mod map_report;
mod met_categories;
mod numeral;
mod odd_rows;
mod own_file;
mod package_constraints;
mod package_reader;
mod package_table;
mod part;
mod part_names;
mod parts;
mod people;
mod pivot;
mod places;
mod plan;
mod planned;
mod population;
mod records;
mod sections;
mod separators;
mod sheet_grid;
mod sheets;
mod sources;
mod spellings;
mod sum_across;
mod table;
mod taken;
mod text;
mod texts;
mod workbook;
mod written;

pub use account::Account;
pub use answers::{
    AcrossIs, Answers, BlankIs, BracketsAre, ColumnIs, Era, NO_PROPOSAL, SURE_PROPOSALS,
};
pub use assemble::Tally;
pub use boundaries::{Boundaries, MapOptions, boundaries_from_map};
pub use data_package::DataPackage;
pub use dates::DateOrder;
pub use entitled::{
    UNSAID_LANG, entitled, place_dimension, places_of, with_disjoint_places, with_places,
};
pub use fact_table::{
    FactFile, MapPlaces, PlaceNames, facts_from_file, is_fact_file, places_from_map,
};
pub use file::{FileRead, cube_from_files, cube_from_package};
pub use finding::{Finding, Findings, Gravity, Spot, first_names};
pub use label::composed;
pub use lost_zeros::{LostZeros, lost_zeros, lost_zeros_by_map};
pub use own_file::{Found, OWN_FILE, OwnFile, own_file};
pub use places::{By, How, Match, Matches, match_places};
pub use population::{PopulationOrder, population};
pub use separators::DecimalSign;
pub use table::{Table, TableFile, table_from_bytes, table_from_files};
pub use taken::Taken;
