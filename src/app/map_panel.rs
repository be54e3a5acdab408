//! The map on the stage: while its boundaries come, when they cannot be used, and itself.

use leptos::prelude::*;

use super::beside::beside;
use super::map_view::MapView;
use super::page::page;

/// The map; nothing where the dataset has no boundaries.
#[component]
pub(super) fn MapPanel() -> impl IntoView {
    let page = page();
    beside(
        page,
        page.companions.boundaries,
        (|words| words.map_loading, |words| words.map_missing),
        |page| page.companions.load_boundaries(),
        |geometry| view! { <MapView geometry /> }.into_any(),
    )
}
