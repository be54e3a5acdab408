//! The legend of the map.

use leptos::prelude::*;

use super::list::List;
use super::live::{follows, maybe, said, set};
use super::map_view::Map;
use crate::browser::{Piece, Slot};
use crate::scene::{Fill, LegendLine};
use crate::words::interpolate;

/// The swatch of a fill, as the style sheet names it.
fn swatch(fill: Fill) -> &'static str {
    const COLOURS: [&str; 9] = ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8"];
    if let Fill::Colour(at) = fill {
        return COLOURS[at.min(COLOURS.len() - 1)];
    }
    fill.pattern().unwrap_or_default()
}

/// The classes with their ranges and how many places each has; what is no class only where there is
/// any. The class of the place that is pointed at is marked.
#[component]
pub(super) fn MapLegend(map: Map) -> impl IntoView {
    let page = map.page;
    List::of(LIST.to_owned(), &LINE, move || {
        let words = page.words();
        let told = map.told();
        map.scene.with(|scene| {
            let told = told.filter(|place| place.axis == scene.axis);
            let told = told.and_then(|place| scene.fills.get(place.at.0));
            let told = told.map(|fill| fill.in_legend());
            let line = |line: &LegendLine| {
                let here = if told == Some(line.fill) { "true" } else { "" };
                let places = words.count(words.legend_places, line.places, &[]);
                let filled = swatch(line.fill).to_owned();
                // Spoken and copied as two words.
                let places = [" ", &*places].concat();
                vec![here.to_owned(), filled, line.label.clone(), places]
            };
            scene.legend.iter().map(line).collect()
        })
    });
    let title = said(move || {
        let words = page.words();
        map.scene
            .with(|scene| interpolate(words.legend, &[("quantity", &scene.quantity_name)]))
    });
    let looks = follows("class", move || {
        map.scene.with(|scene| format!("map-legend {}", scene.ramp))
    });
    let note = maybe(move || {
        let note = map.scene.with(|scene| scene.between_note)?;
        Some(view! { <p class="quiet">{note}</p> }.into_any())
    });
    let shared = maybe(move || {
        let note = map.scene.with(|scene| scene.shared_note.clone())?;
        Some(view! { <p class="quiet">{note}</p> }.into_any())
    });
    view! { <section {..looks}><h3>{title}</h3><ul {..set("id", LIST)}></ul>{shared}{note}</section> }
}

/// The id of the list.
const LIST: &str = "map-lines";

/// A line: fill, range and how many places.
const LINE: [Piece; 3] = [
    Piece::at(0, "li", "", &[Slot::Attribute("aria-current")]),
    Piece::at(1, "span", "", &[Slot::Attribute("class"), Slot::Text]),
    Piece::at(1, "span", "quiet", &[Slot::Text]),
];
