//! A publisher's own table: how it is written, what its columns are, and the cube that it holds.
//!
//! Nothing is guessed without being told: whatever was decided, and whatever cannot be decided, is a
//! [`Finding`].

mod finding;

pub use finding::{Finding, Findings, Gravity, Spot};
