//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod entry;
mod finding;
mod grid;
mod label;
mod layout;
mod numeral;
mod records;
mod separators;
mod text;
mod texts;

pub use finding::{Finding, Findings, Gravity, Spot};
