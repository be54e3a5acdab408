//! A link as a picture that stands alone, as [`crate::drawing`] draws it.

mod error;

use std::path::Path;

pub use self::error::DrawError;
use super::open::{Opened, ReadLink, open_boundaries};
use crate::drawing::{Lack, Subject, is_map, picture};
use crate::geo::Topology;
use crate::scale::Theme;
use crate::scene::MapGeometry;
use crate::view_state::pinned_link_from_state;

/// Whether the picture of a link is a map, which alone needs boundaries.
#[must_use]
pub fn needs_boundaries(opened: &Opened, link: &str) -> bool {
    let read = ReadLink::new(opened, link);
    is_map(&opened.cube, &read.view, read.words)
}

/// The boundaries of a dataset: of a file, else those that the list names.
///
/// # Errors
/// [`DrawError`] when there are none, or the file is no topology.
pub fn boundaries(opened: &Opened, file: Option<&Path>) -> Result<Topology, DrawError> {
    let Some(path) = file.or(opened.boundaries.as_deref()) else {
        return Err(no_boundaries(opened));
    };
    Ok(open_boundaries(path)?)
}

fn no_boundaries(opened: &Opened) -> DrawError {
    DrawError::NoBoundaries {
        dataset: opened.id.clone(),
    }
}

/// A picture, and what the link said that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// The whole file.
    pub svg: String,
    /// One sentence a notice.
    pub notices: Vec<String>,
}

/// Draws a link: its map, which needs boundaries, or its periods as lines. The same input gives the
/// same bytes.
///
/// # Errors
/// [`DrawError`] when a map lacks boundaries, they and the dataset have nothing in common, or there
/// are no tiles.
pub fn draw(
    opened: &Opened,
    topology: impl Into<Option<Topology>>,
    link: &str,
    theme: Theme,
) -> Result<Drawing, DrawError> {
    let cube = &opened.cube;
    let no_places = || DrawError::NoPlaces {
        dataset: opened.id.clone(),
    };
    let read = ReadLink::new(opened, link);
    let geometry = (topology.into())
        .map(|topology| MapGeometry::new(topology, cube).ok_or_else(no_places))
        .transpose()?;
    let subject = Subject {
        cube,
        view: &read.view,
        geometry: geometry.as_ref(),
        words: read.words,
        link: &format!("{}{}", read.base, pinned_link_from_state(&read.state, cube)),
    };
    let svg = picture(subject, theme).map_err(|lack| match lack {
        Lack::Places => no_places(),
        Lack::Boundaries => no_boundaries(opened),
        Lack::Tiles => DrawError::NoTiles {
            dataset: opened.id.clone(),
        },
    })?;
    Ok(Drawing {
        svg,
        notices: read.notices,
    })
}
