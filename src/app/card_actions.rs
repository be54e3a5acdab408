//! What can be done with the place that the map's card tells of.

use leptos::prelude::*;

use super::neighbours::Neighbours;
use super::page::page;
use crate::scene::place_name;
use crate::view_state::{AskedFigure, COMPARED, Change, Place};
use crate::words::interpolate;

/// What can be done with a place: look at it, compare it, see how its figure came about, look next door.
#[component]
pub(super) fn CardActions(place: Place) -> impl IntoView {
    let page = page();
    let is_looked_at = move || page.common.with(|view| view.place == Some(place));
    let can_compare = move || {
        (page.common).with(|view| view.compared.len() < COMPARED && !view.compared.contains(&place))
    };
    let comparison = move || {
        let words = page.words();
        let name = place_name(&page.cube(), Some(place), words);
        interpolate(words.compare, &[("place", &name)])
    };
    let asked = move || AskedFigure::of(place.axis, place.at).to_raw(&page.cube());
    view! {
        <div class="card-actions">
            <Show when=move || !is_looked_at()>
                <button type="button" on:click=move |_| page.go(Change::Focus(Some(place)))>
                    {page.message(|words| words.look)}
                </button>
            </Show>
            <Show when=can_compare>
                <button
                    type="button"
                    aria-label=comparison
                    title=comparison
                    on:click=move |_| page.go(Change::Compare(place))
                >
                    {page.message(|words| words.compare_short)}
                </button>
            </Show>
            <button type="button" aria-haspopup="dialog" on:click=move |_| page.go(Change::Ask(asked()))>
                {page.message(|words| words.why)}
            </button>
            <Neighbours place />
        </div>
    }
}
