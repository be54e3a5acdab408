//! The answers that all panels of one view share.

use std::sync::Arc;

use crate::cube::{Cube, Linked, Selection, linked};
use crate::view_state::ResolvedView;

/// Total and marginals of a view, of everyone at the same place and time, and of all places.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Of the view: filters and place.
    pub view: Arc<Linked>,
    /// Of everyone of the same period and place.
    pub base: Arc<Linked>,
    /// Of the filters alone: what lists of places read.
    pub places: Arc<Linked>,
    /// Of everyone of the same period.
    pub places_base: Arc<Linked>,
}

impl Figures {
    /// Asks the cube, once for each different selection.
    #[must_use]
    pub fn of(cube: &Cube, view: &ResolvedView) -> Self {
        let mut known: Vec<(&Selection, Arc<Linked>)> = Vec::new();
        let asked = [&view.selection, &view.base, &view.filters, &view.periods].map(|selection| {
            if let Some((_, answer)) = known.iter().find(|(known, _)| *known == selection) {
                return answer.clone();
            }
            let answer = Arc::new(linked(cube, selection));
            known.push((selection, answer.clone()));
            answer
        });
        let [view, base, places, places_base] = asked;
        Self {
            view,
            base,
            places,
            places_base,
        }
    }

    /// Everything, without any filter or place.
    #[must_use]
    pub fn unfiltered(cube: &Cube) -> Linked {
        linked(cube, &Selection::all())
    }
}
