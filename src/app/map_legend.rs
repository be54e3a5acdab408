//! The legend of the map.

use leptos::prelude::*;

use super::map_picture::Pattern;
use super::map_state::Map;
use crate::scene::{Fill, Hatch, LegendLine, STRIPES};
use crate::words::interpolate;

/// The classes with their ranges and how many places each has; what is no class only where there is
/// any. The class of the place that is pointed at is marked.
#[component]
pub(super) fn MapLegend(map: Map) -> impl IntoView {
    let page = map.page;
    let title = move || {
        let words = page.words();
        map.scene
            .with(|scene| interpolate(words.legend, &[("quantity", &scene.quantity_name)]))
    };
    let pointed = Memo::new(move |_| {
        let place = map.told()?;
        map.scene.with(|scene| {
            let fill = (scene.axis == place.axis).then(|| scene.fills.get(place.at.0))?;
            fill.map(|fill| fill.in_legend())
        })
    });
    let note = move || {
        let note = map.scene.with(|scene| scene.between_note)?;
        Some(view! { <p class="quiet">{note}</p> })
    };
    let shared = move || {
        let note = map.scene.with(|scene| scene.shared_note.clone())?;
        let stripes = STRIPES.iter().find(|hatch| hatch.fill == note.fill);
        let swatch = stripes.map(|hatch| view! { <Swatch map hatch /> });
        Some(view! { <p class="quiet">{swatch} {note.label}</p> })
    };
    view! {
        <section class=move || map.scene.with(|scene| ["map-legend ", &scene.ramp].concat())>
            <h3>{title}</h3>
            <ul>
                {move || {
                    let lines = map.scene.with(|scene| scene.legend.clone()).into_iter();
                    lines.map(|line| view! { <MapLegendLine map line pointed /> }).collect_view()
                }}
            </ul>
            {shared}
            {note}
        </section>
    }
}

/// A pattern as the map has it, at the size of a swatch.
#[component]
fn Swatch(map: Map, hatch: &'static Hatch) -> impl IntoView {
    let id = map.id("swatch");
    let fill = ["url(#", &id, ")"].concat();
    view! {
        <svg class="swatch" viewBox="0 0 28 16" aria-hidden="true">
            <Pattern id hatch />
            <rect width="28" height="16" fill=fill />
        </svg>
    }
}

/// A fill, its range and how many places have it.
#[component]
fn MapLegendLine(map: Map, line: LegendLine, pointed: Memo<Option<Fill>>) -> impl IntoView {
    let LegendLine {
        fill,
        label,
        places,
    } = line;
    // Spoken and copied as words of their own.
    let places = move || {
        let words = map.page.words();
        [" ", &*words.count(words.legend_places, places, &[])].concat()
    };
    let current = move || (pointed.get() == Some(fill)).then_some("true");
    view! {
        <li aria-current=current>
            <span class=swatch(fill)>{label}</span>
            <span class="quiet">{places}</span>
        </li>
    }
}

/// The swatch of a fill, as the style sheet names it.
fn swatch(fill: Fill) -> &'static str {
    const COLOURS: [&str; 9] = ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8"];
    if let Fill::Colour(at) = fill {
        return COLOURS[at.min(COLOURS.len() - 1)];
    }
    fill.pattern().unwrap_or_default()
}
