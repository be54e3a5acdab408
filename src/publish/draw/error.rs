//! What keeps a link from being drawn.

use crate::publish::open::OpenError;

/// What keeps a link from being drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The list names no boundaries for the dataset.
    #[error("no boundaries are listed for \"{dataset}\": give some with --boundaries")]
    NoBoundaries {
        /// The id of the dataset.
        dataset: String,
    },
    /// Dataset and boundaries have no place in common.
    #[error("no region of the boundaries has a code of \"{dataset}\"")]
    NoPlaces {
        /// The id of the dataset.
        dataset: String,
    },
    /// The link asks for tiles.
    #[error("the boundaries of \"{dataset}\" have no tiles: leave map=tile out of the link")]
    NoTiles {
        /// The id of the dataset.
        dataset: String,
    },
    /// The boundaries could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
}
