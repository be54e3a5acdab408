//! How much a parser takes in.

use super::error::{Failure, FormatError};

/// What is refused before anything of its size is allocated.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, open};
/// let limits = Limits { bytes: 10, ..Limits::PAGE };
/// let error = open(br#"{"class": "dataset"}"#, &limits).unwrap_err();
/// assert_eq!(error.to_string(), "the file has 20 bytes, at most 10 are taken");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: usize,
    /// Datasets of a file.
    pub datasets: usize,
    /// Dimensions of a dataset.
    pub dimensions: usize,
    /// Cells: the product of the sizes.
    pub cells: usize,
    /// Categories and groups of a dataset, all together.
    pub categories: usize,
    /// Groupings of a dataset.
    pub groupings: usize,
    /// Crossings that a dataset names as published.
    pub crosses: usize,
    /// Languages of a text, and schemes of codes.
    pub languages: usize,
    /// Published figures to be reproduced.
    pub controls: usize,
    /// Regions of a topology.
    pub regions: usize,
    /// Rings of a topology.
    pub rings: usize,
    /// Arcs of a topology.
    pub arcs: usize,
    /// Positions in the arcs of a topology.
    pub positions: usize,
    /// Characters of a label or code.
    pub label_chars: usize,
    /// Nesting of arrays and objects.
    pub nesting: usize,
}

impl Limits {
    /// What the page takes.
    pub const PAGE: Self = Self {
        bytes: 40_000_000,
        datasets: 100,
        dimensions: 12,
        cells: 5_000_000,
        categories: 100_000,
        groupings: 100,
        crosses: 100,
        languages: 50,
        controls: 10_000,
        regions: 5_000,
        rings: 100_000,
        arcs: 100_000,
        positions: 1_000_000,
        label_chars: 500,
        nesting: 64,
    };

    /// Refuses a file of too many bytes.
    pub(super) fn check_size(&self, bytes: &[u8]) -> Result<(), Failure> {
        if bytes.len() > self.bytes {
            return Err(Failure::from(FormatError::TooLarge {
                limit: self.bytes,
                found: bytes.len(),
            }));
        }
        Ok(())
    }

    /// What is taken of a map as its publisher gives it, before it is made light for the page.
    pub const SOURCE_MAP: Self = Self {
        bytes: 500_000_000,
        regions: 100_000,
        rings: 2_000_000,
        arcs: 2_000_000,
        positions: 20_000_000,
        ..Self::PAGE
    };
}
