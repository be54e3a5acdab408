//! The answers that all panels of one view share.

use crate::cube::{Cube, Linked, Selection, linked};
use crate::view_state::ResolvedView;

/// Total and marginals of a view, of everyone at the same place and time, and without any filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Of the view: filters and place.
    pub view: Linked,
    /// Of everyone of the same period and place.
    pub base: Linked,
}

impl Figures {
    /// Asks the cube.
    #[must_use]
    pub fn of(cube: &Cube, view: &ResolvedView) -> Self {
        let answer = linked(cube, &view.selection);
        let base = if view.base == view.selection {
            answer.clone()
        } else {
            linked(cube, &view.base)
        };
        Self { view: answer, base }
    }

    /// Everything, without any filter or place.
    #[must_use]
    pub fn unfiltered(cube: &Cube) -> Linked {
        linked(cube, &Selection::all())
    }
}
