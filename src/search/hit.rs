//! What a query finds.

use crate::cube::{Axis, CatIx, Code};

/// A place that fits a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The geographical dimension, or the grouping of it.
    pub axis: Axis,
    /// The place.
    pub at: CatIx,
    /// How it was found.
    pub matched: Matched,
}

/// How a place was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// By its name.
    Name,
    /// By its code, or how that begins.
    Code,
    /// By the code another scheme has for it, which must be shown: other schemes' codes are often
    /// this one's for another place.
    OtherCode {
        /// The scheme.
        scheme: Box<str>,
        /// Its code.
        code: Code,
    },
    /// By the name of a group it belongs to, alone or with its own.
    Group,
    /// By a name one typo away.
    Nearly,
}
