//! What can go wrong while the model is made.

use std::path::PathBuf;

/// Why no model was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ModelError {
    /// A source file cannot be read.
    #[error("cannot read {path}: {error}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {path}: {error}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The cube does not hold together.
    #[error("the modelled cube: {0}")]
    Cube(#[from] jangkau::cube::CubeError),
    /// The site's list is not one.
    #[error("index.json: {0}")]
    List(#[from] jangkau::formats::FormatError),
    /// A source file is not the table it should be.
    #[error("{file}: {error}")]
    Csv {
        /// The file.
        file: &'static str,
        /// What the reader of the table said.
        error: csv::Error,
    },
    /// A source file has another header.
    #[error("{file}, row 1: expected the columns {expected}, found {found}")]
    Header {
        /// The file.
        file: &'static str,
        /// The columns it should have.
        expected: String,
        /// The columns it has.
        found: String,
    },
    /// One cell of a source file is not what it should be.
    #[error("{file}, row {row}, column {column}: expected {expected}, found {found:?}")]
    Value {
        /// The file.
        file: &'static str,
        /// The row, the header being row 1.
        row: usize,
        /// The column.
        column: &'static str,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
    /// A figure the model rests on is not in the sources.
    #[error("figures.csv: no figure for {key}")]
    NoFigure {
        /// Region, period, dimension, category.
        key: String,
    },
    /// The sources print different values for the same figure.
    #[error("figures.csv, rows {first} and {second}: different values for {key}")]
    FiguresDiffer {
        /// The first row.
        first: usize,
        /// The row that differs.
        second: usize,
        /// Region, period, dimension, category.
        key: String,
    },
    /// A text of a published figure that has no words in the languages of the site.
    #[error("figures.csv, row {row}: fact_words.tsv has no words for {text:?}")]
    NoWords {
        /// The row, the header being row 1.
        row: usize,
        /// The text as printed.
        text: String,
    },
    /// A region or province that the list of regions does not have.
    #[error("idn-regions.csv: no region or province named {name}")]
    NoRegion {
        /// The name looked for.
        name: String,
    },
    /// A published figure cannot be what the model needs.
    #[error("{what}: expected {expected}, found {found}")]
    Impossible {
        /// The figure or table.
        what: String,
        /// What it should be.
        expected: String,
        /// What it is.
        found: String,
    },
    /// The fit did not settle.
    #[error("{stage}: not settled after {sweeps} sweeps, still moving by {moved:e}")]
    NotSettled {
        /// The stage of the fit.
        stage: &'static str,
        /// Sweeps made.
        sweeps: usize,
        /// Largest relative move of a cell in the last of them.
        moved: f64,
    },
}
