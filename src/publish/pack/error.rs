//! What keeps the tool from being packed.

use std::path::PathBuf;

use crate::publish::error::SiteError;

/// What keeps the tool from being packed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// The page cannot be compiled, or a file not be read or written.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// There are no sources to compile.
    #[error("the tool is packed from a checkout of jangkau, there is none around {}", working.display())]
    NoCheckout {
        /// The working folder.
        working: PathBuf,
    },
    /// Cargo ended well but named no executable.
    #[error("cargo built the tool but named no executable")]
    NoExecutable,
    /// An executable is not the one that was to be packed.
    #[error("{} --version says {found:?}, expected {expected:?}", path.display())]
    OtherExecutable {
        /// The executable.
        path: PathBuf,
        /// What it says.
        found: String,
        /// What the packed one says.
        expected: String,
    },
    /// Cargo's account of the dependencies is not what it should be.
    #[error("cargo metadata: {found}")]
    Metadata {
        /// What is wrong with it.
        found: String,
    },
    /// A dependency does not say under which licence it comes.
    #[error(
        "{package} has neither a licence file nor an SPDX expression: \
         leave the dependency out, or ask its authors"
    )]
    NoLicence {
        /// Name and version.
        package: String,
    },
}
