//! What stands by the map: the way to another part of it, and to the rate.

use leptos::prelude::*;

use super::map_state::{Map, Seen};
use super::wording::Message;
use crate::scene::rate_offer;
use crate::view_state::{Change, Quantity};

/// One step of a zoom button.
const STEP: f64 = 1.8;

/// Larger, smaller, the whole; of a part what lies beside it.
#[component]
pub(super) fn ZoomButtons(map: Map) -> impl IntoView {
    let zoom = move |times: f64| {
        let Seen { frame, camera, .. } = map.seen.get_untracked();
        map.see(camera.zoomed(times, frame.middle_px(), frame));
    };
    let show_whole = move || map.see(map.seen.get_untracked().frame.whole());
    // A third of the picture: for those who cannot drag.
    let pan = move |x: f64, y: f64| {
        let Seen { frame, camera, .. } = map.seen.get_untracked();
        let (width_px, height_px) = frame.size_px();
        map.see(camera.moved((x * width_px / 3.0, y * height_px / 3.0), frame));
    };
    let is_part = move || {
        let Seen { frame, camera, .. } = map.seen.get();
        !frame.is_whole(camera)
    };
    view! {
        <div class="zoom">
            <ZoomButton map sign="+" name=|words| words.zoom_in press=move || zoom(STEP) />
            <ZoomButton map sign="−" name=|words| words.zoom_out press=move || zoom(1.0 / STEP) />
            <ZoomButton map sign="⤢" name=|words| words.zoom_whole press=show_whole />
            <Show when=is_part>
                <ZoomButton map sign="←" name=|words| words.pan_left press=move || pan(1.0, 0.0) />
                <ZoomButton map sign="↑" name=|words| words.pan_up press=move || pan(0.0, 1.0) />
                <ZoomButton map sign="↓" name=|words| words.pan_down press=move || pan(0.0, -1.0) />
                <ZoomButton map sign="→" name=|words| words.pan_right press=move || pan(-1.0, 0.0) />
            </Show>
        </div>
    }
}

/// A sign to press, with its name for those who do not see it and for the pointer that rests.
#[component]
fn ZoomButton(
    map: Map,
    sign: &'static str,
    name: Message,
    press: impl Fn() + 'static,
) -> impl IntoView {
    let name = map.page.message(name);
    view! {
        <button type="button" aria-label=name title=name on:click=move |_| press()>
            {sign}
        </button>
    }
}

/// Says once that a map of counts follows population, and offers the rate.
#[component]
pub(super) fn PopulationNote(map: Map) -> impl IntoView {
    let page = map.page;
    let is_read = RwSignal::new(false);
    let has_rates = Quantity::Rate.is_offered(&page.cube());
    let is_due = move || {
        let counts = page.common.with(|view| view.quantity == Quantity::Count);
        has_rates && counts && !is_read.get()
    };
    let show_rates = move |_| {
        is_read.set(true);
        page.go(Change::Show(Quantity::Rate));
    };
    view! {
        <Show when=is_due>
            <p class="map-note">
                {page.message(|words| words.map_population)}
                " "
                <button type="button" on:click=show_rates>
                    {move || rate_offer(&page.cube(), page.words())}
                </button>
                " "
                <button type="button" on:click=move |_| is_read.set(true)>
                    {page.message(|words| words.understood)}
                </button>
            </p>
        </Show>
    }
}
