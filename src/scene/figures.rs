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
    /// Each selection that was asked for, once.
    answers_by_selection: Vec<(Selection, Arc<Linked>)>,
}

impl Figures {
    /// Asks the cube, once for each different selection.
    #[must_use]
    pub fn of(cube: &Cube, view: &ResolvedView) -> Self {
        Self::after(None, cube, view)
    }

    /// Asks the same cube for what is not known from the view before: one filter more leaves
    /// everyone of the place as they were.
    #[must_use]
    pub fn after(before: Option<&Self>, cube: &Cube, view: &ResolvedView) -> Self {
        let mut answers_by_selection: Vec<(Selection, Arc<Linked>)> = Vec::new();
        let answers =
            [&view.selection, &view.base, &view.filters, &view.periods].map(|selection| {
                let mut known = answers_by_selection
                    .iter()
                    .chain(before.iter().flat_map(|it| &it.answers_by_selection));
                let known = known.find(|(known, _)| known == selection);
                let known = known.map(|(_, answer)| answer.clone());
                let answer = known.unwrap_or_else(|| Arc::new(linked(cube, selection)));
                if answers_by_selection
                    .iter()
                    .all(|(known, _)| known != selection)
                {
                    answers_by_selection.push((selection.clone(), answer.clone()));
                }
                answer
            });
        let [view, base, places, places_base] = answers;
        Self {
            view,
            base,
            places,
            places_base,
            answers_by_selection,
        }
    }

    /// Everything, without any filter or place.
    #[must_use]
    pub fn unfiltered(cube: &Cube) -> Linked {
        linked(cube, &Selection::all())
    }
}
