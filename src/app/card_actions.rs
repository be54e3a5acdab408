//! What can be done with the place that the map's card tells of.

use leptos::ev;
use leptos::prelude::*;

use super::map_state::Map;
use super::neighbours::Neighbours;
use super::page::page;
use super::skip_links::STAGE;
use crate::browser::{focus_on, is_within};
use crate::scene::{derivation, off_by, place_name};
use crate::view_state::{AskedFigure, COMPARED, Change, Place};
use crate::words::interpolate;

/// Lets go of what is pinned: by Escape, by a click outside of the map, and where another place is looked at.
fn unpin_elsewhere(map: Map) {
    let press = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && map.pinned.get_untracked() {
            map.unpin();
            focus_on(STAGE);
        }
    });
    let point = window_event_listener(ev::pointerdown, move |event| {
        if !is_within(&event, ".map-frame") {
            map.unpin();
        }
    });
    on_cleanup(move || {
        press.remove();
        point.remove();
    });
    Effect::new(move |before: Option<Option<Place>>| {
        let place = map.looked_at.get();
        if before.is_some_and(|before| before != place) {
            map.unpin();
        }
        place
    });
}

/// What can be done with a place: look at it, compare it, see how its figure came about, look next door.
#[component]
pub(super) fn CardActions(place: Place) -> impl IntoView {
    let page = page();
    let map: Map = expect_context();
    if map.pinned.get_untracked() {
        unpin_elsewhere(map);
    }
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
    let line = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        let asked = AskedFigure::of(place.axis, place.at);
        page.common.with(|view| {
            let found = derivation(&cube, (view, &asked), &[], words);
            let kind = found.mark.as_ref().map(|mark| mark.kind);
            let of_place = asked.view(&cube, view);
            let off_by = kind.and_then(|kind| off_by(&cube, &of_place, kind, words));
            let parts = [Some(found.line(words)), off_by];
            let parts: Vec<&str> = (parts.iter().flatten().map(String::as_str))
                .filter(|text| !text.is_empty())
                .collect();
            words.listed_by_stops(&parts)
        })
    });
    view! {
        <p class="quiet card-line">{move || line.get()}</p>
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
