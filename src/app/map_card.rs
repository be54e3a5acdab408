//! The card of the place that is pointed at.

use leptos::prelude::*;

use super::foreign_text::foreign_text;
use super::late::{Late, Panel};
use super::map_state::{Map, Spot};
use crate::scene::{all_places_line, name_within, place_lang, place_line};
use crate::words::plain_number;

/// What is said of the place that is pointed at, or looked at, or of the whole; else how to point.
/// A mouse has it at its side, and pins it by a click; else it stands at the foot of the map.
///
/// What can be done with the place stands below what is said, where it is pinned or at the foot: a mouse
/// on its way to the foot points at nothing, so that it is the place in focus.
#[component]
pub(super) fn MapCard(map: Map) -> impl IntoView {
    view! {
        <div class="card">
            <Readout map />
            {actions(map, |map| !map.pinned.get())}
        </div>
    }
}

/// What can be done with the place that is pinned or, at the foot, with the one that a mouse leaves there;
/// nothing where another part of the card has it.
fn actions(map: Map, is_here: fn(Map) -> bool) -> impl IntoView {
    let place = Memo::new(move |_| {
        let is_passed = map.mouse_px.with(Option::is_some) && !map.pinned.get();
        let place = if is_passed {
            map.looked_at.get()
        } else {
            map.told()
        };
        place.filter(|place| is_here(map) && map.may_look(*place))
    });
    move || {
        let place = place.get()?;
        Some(view! { <Late panel=Panel::CardActions(place) quiet=true /> })
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
        // What is pinned can be clicked without leaving it.
        <div
            class="readout"
            tabindex="-1"
            class:hint=move || map.told().is_none() && map.spot.get() == Spot::Nowhere
            // The headline says as much; where there is little room that is enough.
            class:of-focus=move || map.told().is_some() && map.spot.get() == Spot::Nowhere
            class:at-mouse=move || map.mouse_px.with(Option::is_some)
            class:leftwards=move || is_beyond().is_some_and(|(x, _)| x)
            class:upwards=move || is_beyond().is_some_and(|(_, y)| y)
            style:left=move || map.mouse_px.get().map(|(x_px, _)| length(x_px))
            style:top=move || map.mouse_px.get().map(|(_, y_px)| length(y_px))
        >
            // Of what is not pointed at the headline speaks already.
            <p
                role="status"
                aria-live=move || if map.spot.get() == Spot::Nowhere { "off" } else { "polite" }
            >
                <b lang=lang>{move || said.with(|(name, _)| name.clone())}</b>
                {move || said.with(|(_, rest)| foreign_text(page, rest))}
            </p>
            {actions(map, |map| map.pinned.get())}
        </div>
    }
}
