//! Which feature of a map is which place of a table.
//!
//! By code where a field of the map has the table's codes, else by name. Whatever is not the very same
//! text is told with its feature, and nothing is matched where two answers are possible.

mod by_code;
mod by_name;
mod choice;
mod conflicts;
mod matches;
mod names;
mod report;

pub use choice::match_places;
pub(in crate::tabular) use choice::same_places;
pub use matches::{By, How, Match, Matches};
