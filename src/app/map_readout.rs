//! What is said of the place that is pointed at.

use leptos::prelude::*;

use super::map_state::{Map, Spot};
use crate::scene::{all_places_line, place_line};

/// The figure of the place that is pointed at, or looked at, or of the whole; else how to point.
#[component]
pub(super) fn MapReadout(map: Map) -> impl IntoView {
    let page = map.page;
    let readout = move || {
        let (cube, words) = (page.cube(), page.words());
        match map.told() {
            Some(place) => map.with_scene(place.axis, |scene| {
                place_line(&cube, scene, place.at, words)
            }),
            None if map.spot.get() == Spot::Whole => page
                .figures
                .with(|figures| all_places_line(&cube, figures, words)),
            None => words.map_hint.to_owned(),
        }
    };
    view! { <p class="readout" role="status">{readout}</p> }
}
