//! What stands by the map: the way to another part of it, and to the rate.

use leptos::prelude::*;

use super::map_state::{Map, Seen};
use super::skip_links::STAGE;
use super::wording::Message;
use crate::browser;
use crate::scene::rate_offer;
use crate::view_state::{Change, Quantity};

/// One step of a zoom button.
const STEP: f64 = 1.8;

/// A sign to press, its name for those who do not see it and for the pointer that rests, and what it does.
type Control = (&'static str, Message, fn(Map));

/// Larger, smaller, the whole.
const ZOOM: [Control; 3] = [
    ("+", |words| words.zoom_in, |map| zoom(map, STEP)),
    ("−", |words| words.zoom_out, |map| zoom(map, 1.0 / STEP)),
    (
        "⤢",
        |words| words.zoom_whole,
        |map| {
            map.see(map.seen.get_untracked().frame.whole());
        },
    ),
];

/// What lies beside a part.
const PAN: [Control; 4] = [
    ("←", |words| words.pan_left, |map| pan(map, (1.0, 0.0))),
    ("↑", |words| words.pan_up, |map| pan(map, (0.0, 1.0))),
    ("↓", |words| words.pan_down, |map| pan(map, (0.0, -1.0))),
    ("→", |words| words.pan_right, |map| pan(map, (-1.0, 0.0))),
];

fn zoom(map: Map, times: f64) {
    let Seen { frame, camera, .. } = map.seen.get_untracked();
    map.see(camera.zoomed(times, frame.middle_px(), frame));
}

/// Moves the picture by a third: for those who cannot drag.
fn pan(map: Map, (x, y): (f64, f64)) {
    let Seen { frame, camera, .. } = map.seen.get_untracked();
    let (width_px, height_px) = frame.size_px();
    map.see(camera.moved((x * width_px / 3.0, y * height_px / 3.0), frame));
}

/// Larger, smaller, the whole; of a part what lies beside it.
#[component]
pub(super) fn ZoomButtons(map: Map) -> impl IntoView {
    let is_part = move || {
        let Seen { frame, camera, .. } = map.seen.get();
        !frame.is_whole(camera)
    };
    let button = move |(sign, name, press): Control| {
        let name = map.page.message(name);
        view! {
            <button type="button" aria-label=name title=name on:click=move |_| press(map)>
                {sign}
            </button>
        }
    };
    view! {
        <div class="zoom">
            {ZOOM.map(button).collect_view()}
            <Show when=is_part>{PAN.map(button).collect_view()}</Show>
        </div>
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
    // The button is gone then.
    let read = move |_| {
        is_read.set(true);
        browser::focus_on(STAGE);
    };
    let show_rates = move |_| {
        is_read.set(true);
        browser::focus_on(STAGE);
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
                <button type="button" on:click=read>
                    {page.message(|words| words.understood)}
                </button>
            </p>
        </Show>
    }
}
