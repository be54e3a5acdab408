//! The card of the place that is pointed at.

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::map_state::{Map, Spot};
use crate::scene::{all_places_line, name_within, place_lang, place_line};
use crate::view_state::Place;
use crate::words::plain_number;

/// What is said of the place that is pointed at, or looked at, or of the whole; else how to point.
/// A mouse has it at its side; else it stands at the foot of the map.
///
/// At the foot stands what can be done with the place, too: a mouse that goes there points at nothing,
/// so that it is the place in focus.
#[component]
pub(super) fn MapCard(map: Map) -> impl IntoView {
    let page = map.page;
    let place = Memo::new(move |_| match map.mouse_px.get() {
        Some(_) => map.looked_at.get(),
        None => map.told(),
    });
    let actions = move || {
        let may_look = |place: &Place| page.is_full() && !page.is_locked(place.axis);
        let place = place.get().filter(may_look)?;
        Some(view! { <Late panel=Panel::CardActions(place) quiet=true /> })
    };
    view! {
        <div class="card">
            <Readout map />
            {actions}
        </div>
    }
}

/// A name in bold, and what is said of it.
#[component]
fn Readout(map: Map) -> impl IntoView {
    let page = map.page;
    let said = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        let line = match map.told() {
            Some(place) => map.with_scene(place.axis, |scene| {
                place_line(&cube, scene, place.at, words)
            }),
            None if map.spot.get() == Spot::Whole => {
                (page.figures).with(|figures| all_places_line(&cube, figures, words))
            }
            None => words.map_hint.to_owned(),
        };
        let name = map.told().map(|place| name_within(&cube, place, words));
        let name = name.filter(|name| line.starts_with(&**name));
        let name = name.unwrap_or_default();
        let rest = line[name.len()..].to_owned();
        (name, rest)
    });
    let lang = move || {
        let place = map.told()?;
        place_lang(&page.cube(), Some(place), page.words())
    };
    // Beyond the middle of the map it stands on the other side of the mouse.
    let is_beyond = move || {
        let (width_px, height_px) = map.box_px.get();
        map.mouse_px
            .get()
            .map(|(x_px, y_px)| (2.0 * x_px > width_px, 2.0 * y_px > height_px))
    };
    let length = |px: f64| plain_number(px, 1) + "px";
    view! {
        <p
            class="readout"
            role="status"
            // Of what is not pointed at the headline speaks already.
            aria-live=move || if map.spot.get() == Spot::Nowhere { "off" } else { "polite" }
            class:hint=move || map.told().is_none() && map.spot.get() == Spot::Nowhere
            // The headline says as much; where there is little room that is enough.
            class:of-focus=move || map.told().is_some() && map.spot.get() == Spot::Nowhere
            class:at-mouse=move || map.mouse_px.with(Option::is_some)
            class:leftwards=move || is_beyond().is_some_and(|(x, _)| x)
            class:upwards=move || is_beyond().is_some_and(|(_, y)| y)
            style:left=move || map.mouse_px.get().map(|(x_px, _)| length(x_px))
            style:top=move || map.mouse_px.get().map(|(_, y_px)| length(y_px))
        >
            <b lang=lang>{move || said.with(|(name, _)| name.clone())}</b>
            {move || said.with(|(_, rest)| rest.clone())}
        </p>
    }
}
