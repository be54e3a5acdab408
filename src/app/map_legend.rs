//! The legend of the map.

use leptos::prelude::*;

use super::live::{given, part, span};
use super::map_view::Map;
use crate::scene::{Fill, LegendLine, quantity_name};
use crate::words::fill;

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
    part(move || {
        let words = page.words();
        let line = |line: LegendLine| {
            let fill_of = line.fill;
            let here = given(move || {
                let place = map.told()?;
                let same = map
                    .scene
                    .with(|scene| scene.axis == place.axis && scene.fills[place.at.0] == fill_of);
                same.then_some("true")
            });
            let places = fill(words.legend_places, &[("n", &line.places.to_string())]);
            let name = span(swatch(fill_of), line.label.into_any());
            let places = span("quiet", places.into_any());
            view! { <li aria-current=here>{name} " " {places}</li> }.into_any()
        };
        let (ramp, legend, quantity) = map
            .scene
            .with(|scene| (scene.ramp.clone(), scene.legend.clone(), scene.quantity));
        let title = fill(
            words.legend,
            &[("quantity", quantity_name(quantity, words))],
        );
        let lines: Vec<AnyView> = legend.into_iter().map(line).collect();
        view! { <section class=format!("map-legend {ramp}")><h3>{title}</h3><ul>{lines}</ul></section> }
            .into_any()
    })
}
