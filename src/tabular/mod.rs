//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod account;
mod across;
mod assemble;
mod columns;
mod doubts;
mod entry;
mod finding;
mod grid;
mod guess;
mod label;
mod layout;
mod numeral;
mod plan;
mod records;
mod separators;
mod table;
mod text;
mod texts;

pub use account::Account;
pub use assemble::Tally;
pub use finding::{Finding, Findings, Gravity, Spot};
pub use table::{Table, table_from_bytes};
