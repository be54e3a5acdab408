//! What can be wrong with a cube.

use super::{Code, Id};

/// One situation a variant, with what was expected and what was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CubeError {
    /// A dimension or grouping without categories.
    #[error("\"{list}\" has no categories")]
    NoCategories {
        /// The dimension or grouping.
        list: Id,
    },
    /// A code stands twice.
    #[error("\"{list}\" has the code \"{code}\" twice")]
    DuplicateCode {
        /// The dimension or grouping.
        list: Id,
        /// The code.
        code: Code,
    },
    /// A code that no category has.
    #[error("\"{list}\" has no category \"{code}\"")]
    UnknownCode {
        /// The dimension or grouping.
        list: Id,
        /// The code.
        code: Code,
    },
    /// A category that would be a part of itself or of two others.
    #[error("category \"{code}\" of \"{dimension}\" is a part of itself or of two others")]
    ChildCycle {
        /// The dimension.
        dimension: Id,
        /// The part.
        code: Code,
    },
    /// Parts of parts of parts, and so on.
    #[error("category \"{code}\" of \"{dimension}\" lies more than {limit} levels deep")]
    PartsTooDeep {
        /// The dimension.
        dimension: Id,
        /// The part.
        code: Code,
        /// The most levels.
        limit: usize,
    },
    /// An id stands twice.
    #[error("the id \"{id}\" stands twice")]
    DuplicateId {
        /// The id.
        id: Id,
    },
    /// A grouping that does not speak of every category.
    #[error("grouping \"{grouping}\" speaks of {found} categories, expected {expected}")]
    GroupingSize {
        /// The grouping.
        grouping: Id,
        /// Categories of the dimension.
        expected: usize,
        /// Categories it speaks of.
        found: usize,
    },
    /// A category points at a group that is not there.
    #[error("grouping \"{grouping}\" has {groups} groups, found position {found}")]
    GroupOutOfRange {
        /// The grouping.
        grouping: Id,
        /// How many groups.
        groups: usize,
        /// The position.
        found: usize,
    },
    /// More cells than allowed.
    #[error("sizes {found:?} make more than {limit} cells")]
    TooManyCells {
        /// The most allowed.
        limit: usize,
        /// The sizes.
        found: Vec<usize>,
    },
    /// As many values as cells are needed.
    #[error("{found} values, expected {expected}")]
    ValueCount {
        /// Cells by the sizes.
        expected: usize,
        /// Values given.
        found: usize,
    },
    /// As many statuses as cells are needed.
    #[error("{found} statuses, expected {expected}")]
    StatusCount {
        /// Cells by the sizes.
        expected: usize,
        /// Statuses given.
        found: usize,
    },
    /// A cell points at a status that is not there.
    #[error("status of cell {cell} is number {found}, there are {statuses}")]
    StatusOutOfRange {
        /// The cell, row-major from 0.
        cell: usize,
        /// How many different statuses.
        statuses: usize,
        /// The position.
        found: u8,
    },
    /// A value that is no finite number.
    #[error("value of cell {cell} is not a finite number")]
    NotFinite {
        /// The cell, row-major from 0.
        cell: usize,
    },
    /// Absent cells out of order or out of range.
    #[error("absent cell {cell} is out of order or beyond the {cells} cells")]
    AbsentCell {
        /// The last absent cell.
        cell: usize,
        /// How many cells.
        cells: usize,
    },
    /// A denominator whose dimensions are not in the order of the cube, each once.
    #[error("denominator \"{denominator}\" has its dimensions twice or in another order")]
    DenominatorOrder {
        /// Its name.
        denominator: Box<str>,
    },
    /// What regions' figures may repeat is no group of regions.
    #[error("the basis names \"{group}\", which is no grouping of \"{regions}\"")]
    BasisGroup {
        /// The axis named.
        group: Id,
        /// The dimension whose basis it is.
        regions: Id,
    },
    /// The metadata speaks of a size the cube does not have.
    #[error("{what} has {found} entries, expected {expected}")]
    MetadataSize {
        /// Which part of the metadata.
        what: &'static str,
        /// Entries by the dimensions.
        expected: usize,
        /// Entries given.
        found: usize,
    },
}
