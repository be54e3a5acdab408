//! What can be wrong with a file.

use super::remark::{Remark, one_message};
use crate::cube::CubeError;
use crate::geo::GeoError;

/// An error inside the reader: boxed, so that handing it on is one word.
#[derive(Debug)]
pub(super) struct Failure(Box<FormatError>);

impl From<FormatError> for Failure {
    #[cold]
    #[inline(never)]
    fn from(error: FormatError) -> Self {
        Self(Box::new(error))
    }
}

impl From<Failure> for FormatError {
    fn from(failure: Failure) -> Self {
        *failure.0
    }
}

#[cold]
#[inline(never)]
pub(super) fn unexpected(at: String, expected: String, found: String) -> Failure {
    Failure::from(FormatError::Unexpected {
        at,
        expected,
        found,
    })
}

impl From<Remark> for Failure {
    #[cold]
    #[inline(never)]
    fn from(fault: Remark) -> Self {
        Self::from(FormatError::Faults(vec![fault]))
    }
}

/// One situation a variant: where it is, what was expected, what was found.
///
/// # Examples
/// ```
/// use jangkau::formats::{FormatError, Limits, open};
/// let error = open(br#"{"class": "dataset", "class": "dataset"}"#, &Limits::PAGE).unwrap_err();
/// let FormatError::DuplicateKey { at, key } = error else {
///     panic!("{error}");
/// };
/// assert_eq!((&*at, &*key), ("the file", "class"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The file is too large.
    #[error("the file has {found} bytes, at most {limit} are taken")]
    TooLarge {
        /// Bytes taken at most.
        limit: usize,
        /// Bytes of the file.
        found: usize,
    },
    /// Arrays and objects nested too deep.
    #[error("nested deeper than {limit} at byte {at}")]
    TooDeep {
        /// Deepest nesting taken.
        limit: usize,
        /// Where the limit is passed.
        at: usize,
    },
    /// No JSON.
    #[error("not JSON: {message}")]
    Syntax {
        /// What the JSON parser says, with line and column.
        message: String,
    },
    /// Text in another encoding than JSON has (RFC 8259, 8.1).
    #[error("{at}: bytes that are not UTF-8 in \"{near}\", expected UTF-8")]
    NotUtf8 {
        /// Where in the file.
        at: String,
        /// The text around them, a `�` for what cannot be read.
        near: String,
    },
    /// JSON, but not what the format has there.
    #[error("{at}: expected {expected}, found {found}")]
    Unexpected {
        /// Path inside the file.
        at: String,
        /// What belongs there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// An object that says the same key twice.
    #[error("{at}: the key \"{key}\" stands twice")]
    DuplicateKey {
        /// Path of the object inside the file.
        at: String,
        /// The key.
        key: String,
    },
    /// A form that is not read.
    #[error("{at}: {form} is not read, expected {expected}")]
    NotRead {
        /// Path inside the file.
        at: String,
        /// The form.
        form: String,
        /// What is read.
        expected: &'static str,
    },
    /// A file of another format.
    #[error("the file: {form} is not read, expected {expected}: {remedy}")]
    OtherFormat {
        /// The format.
        form: &'static str,
        /// What is read.
        expected: &'static str,
        /// What to save or to ask for instead.
        remedy: &'static str,
    },
    /// A file of a known form, of which nothing can be shown.
    #[error("{at}: {form}: {remedy}")]
    NoFigures {
        /// Path inside the file.
        at: String,
        /// What it is.
        form: &'static str,
        /// What to open or to ask for instead.
        remedy: String,
    },
    /// Several datasets, where one is wanted.
    #[error("the file holds {found} datasets: {names}; choose one by its name or number")]
    Several {
        /// How many.
        found: usize,
        /// Their numbers and names.
        names: String,
    },
    /// A choice among the datasets of a file that names none of them, or more than one.
    #[error("\"{choice}\" is not the name of one dataset of the file, which holds {names}")]
    NotOneOf {
        /// What was chosen.
        choice: String,
        /// Their numbers and names.
        names: String,
    },
    /// More of something than is taken.
    #[error("{at}: {found} {what}, at most {limit} are taken")]
    TooMany {
        /// Path inside the file.
        at: String,
        /// What there is too much of.
        what: &'static str,
        /// The most taken.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// The parts do not make a cube.
    #[error("{at}: {fault}")]
    Cube {
        /// Path inside the file.
        at: String,
        /// What does not fit; the message says it, so it is no `source` of it.
        fault: CubeError,
    },
    /// Faults that its publisher can mend, all that were found.
    #[error("{}", one_message(.0))]
    Faults(Vec<Remark>),
    /// The parts do not make a topology; the message says why.
    #[error("the topology: {0}")]
    Topology(GeoError),
}

impl From<GeoError> for FormatError {
    fn from(fault: GeoError) -> Self {
        Self::Topology(fault)
    }
}
