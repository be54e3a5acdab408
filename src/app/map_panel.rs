//! The map on the stage: while its boundaries come, when they cannot be used, and itself.

use leptos::prelude::*;

use super::live::{button, paragraph, part, set};
use super::map_view::MapView;
use super::page::page;
use crate::published::{Boundaries, fault_text};

/// The map; a sentence while its boundaries come, or why there is no map; nothing where the dataset
/// has no boundaries.
#[component]
pub(super) fn MapPanel() -> impl IntoView {
    let page = page();
    part(move || match page.boundaries.get() {
        Boundaries::None => ().into_any(),
        Boundaries::Coming => {
            let words = page.words();
            view! { <p {..set("role", "status")} class="map-waits">{words.map_loading}</p> }
                .into_any()
        }
        Boundaries::Failed(fault) => {
            let words = page.words();
            let told = format!("{} {}", words.map_missing, fault_text(&fault, words));
            let again = button("primary", words.retry.into_any(), move || {
                page.load_boundaries();
            });
            let told = paragraph("", told.into_any());
            view! { <div {..set("role", "alert")} class="fault">{told}{paragraph("", again)}</div> }
                .into_any()
        }
        Boundaries::There(ground) => view! { <MapView ground /> }.into_any(),
    })
}
