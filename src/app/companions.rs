//! The files beside the dataset that the page loads after its figures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::SiteLocation;
use crate::published::{Companion, Dataset, load_boundaries, load_facts};
use crate::scene::{Answered, MapGeometry};

/// Boundaries, loaded at once, and published facts, loaded when they are asked for.
#[derive(Clone, Copy)]
pub(super) struct Companions {
    base: StoredValue<String>,
    dataset: StoredValue<Arc<Dataset>>,
    pub(super) boundaries: RwSignal<Companion<MapGeometry>>,
    pub(super) facts: RwSignal<Companion<Answered>>,
}

impl Companions {
    pub(super) fn of(site: &SiteLocation, dataset: &Arc<Dataset>) -> Self {
        Self {
            base: StoredValue::new(site.base.clone()),
            dataset: StoredValue::new(dataset.clone()),
            boundaries: RwSignal::new(Companion::Loading),
            facts: RwSignal::new(Companion::None),
        }
    }

    /// Whether the dataset has boundaries to be drawn.
    pub(super) fn has_map(self) -> bool {
        self.dataset
            .with_value(|dataset| dataset.entry.boundaries.is_some())
    }
    /// Whether the dataset has published facts beside it.
    pub(super) fn has_facts(self) -> bool {
        self.dataset
            .with_value(|dataset| dataset.entry.facts.is_some())
    }
    /// Loads the boundaries; again after a fault.
    pub(super) fn load_boundaries(self) {
        self.boundaries.set(Companion::Loading);
        leptos::task::spawn_local(async move {
            let (base, dataset) = (self.base.get_value(), self.dataset.get_value());
            let loaded = load_boundaries(&base, &dataset.entry, &dataset.cube).await;
            self.boundaries.set(loaded);
        });
    }
    /// Loads the published facts, unless they are there or on their way.
    pub(super) fn ask_for_facts(self) {
        let idle = |facts: &Companion<_>| matches!(facts, Companion::None | Companion::Failed(_));
        if self.facts.with_untracked(idle) {
            self.load_facts();
        }
    }
    /// Loads the published facts; again after a fault.
    pub(super) fn load_facts(self) {
        self.facts.set(Companion::Loading);
        leptos::task::spawn_local(async move {
            let (base, dataset) = (self.base.get_value(), self.dataset.get_value());
            self.facts
                .set(load_facts(&base, &dataset.entry, &dataset.cube).await);
        });
    }
}
