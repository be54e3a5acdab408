//! The places next door.

use leptos::prelude::*;

use super::page::page;
use crate::published::Companion;
use crate::scene::place_name;
use crate::view_state::{Change, Place};

/// The places that share a border with one, folded: each is looked at when it is chosen. Nothing for an
/// island, or before the boundaries are there.
#[component]
pub(super) fn Neighbours(place: Place) -> impl IntoView {
    let page = page();
    let neighbours = Memo::new(move |_| {
        page.companions.boundaries.with(|file| match file {
            Companion::Ready(geometry) => geometry.neighbours(&page.cube(), place),
            Companion::Loading | Companion::None | Companion::Failed(_) => Vec::new(),
        })
    });
    let button = move |place: Place| {
        let name = move || place_name(&page.cube(), Some(place), page.words());
        view! {
            <button type="button" on:click=move |_| page.go(Change::Focus(Some(place)))>
                {name}
            </button>
        }
    };
    view! {
        <Show when=move || neighbours.with(|neighbours| !neighbours.is_empty())>
            <details class="neighbours">
                <summary>{page.message(|words| words.neighbours)}</summary>
                {move || neighbours.get().into_iter().map(button).collect_view()}
            </details>
        </Show>
    }
}
