//! What people call a place.

use super::{Code, Id};

/// What people call a place instead of its name, as they type it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EverydayName {
    /// The geographical dimension, or the grouping of it.
    pub axis: Id,
    /// The code of the place along it.
    pub code: Code,
    /// The name.
    pub name: Box<str>,
}
