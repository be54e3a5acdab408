//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod boundaries;
mod finding;
mod map_report;
mod places;

pub use boundaries::{MapOptions, boundaries_from_map};
pub use finding::{Finding, Findings, Gravity, Spot};
pub use places::{By, How, Match, Matches, match_places};
