//! The map on the stage: while its boundaries come, when they cannot be used, and itself.

use leptos::prelude::*;

use super::companion_view::CompanionView;
use super::map_view::MapView;
use super::page::page;

/// The map; nothing where the dataset has no boundaries.
#[component]
pub(super) fn MapPanel() -> impl IntoView {
    let companions = page().companions;
    view! {
        <CompanionView
            file=companions.boundaries
            loading=|words| words.map_loading
            missing=|words| words.map_missing
            retry=move || companions.load_boundaries()
            let:geometry
        >
            <MapView geometry />
        </CompanionView>
    }
}
