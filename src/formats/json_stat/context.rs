//! What a reader of a dataset goes by.

use crate::formats::limits::Limits;

/// The language of labels where the file does not say it (ISO 639-2 "und").
pub(super) const UNDETERMINED: &str = "und";

/// What a reader of a file goes by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) limits: &'a Limits,
    /// The language of the file's own labels; [`UNDETERMINED`] where it is not said.
    pub(super) lang: &'a str,
}
