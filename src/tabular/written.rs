//! The rows of a file or a sheet, and how they were written.

use super::grid::Grid;
use crate::formats::WorkbookKind;

/// How rows were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As a text.
    Text {
        /// What its fields are parted by.
        delimiter: char,
        /// The name of its encoding.
        encoding: &'static str,
    },
    /// As a sheet of a workbook.
    Sheet(WorkbookKind),
}

impl Form {
    /// What fields are parted by; of a sheet a sign that stands in no figure.
    pub(super) fn delimiter(self) -> char {
        match self {
            Self::Text { delimiter, .. } => delimiter,
            Self::Sheet(_) => '\t',
        }
    }
}

/// Rows, and how they were written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) grid: Grid,
    pub(super) form: Form,
    /// Where in the file, or in how many, for the account: `sheet "Data"`, `3 files`; empty of a file alone.
    pub(super) place: String,
}
