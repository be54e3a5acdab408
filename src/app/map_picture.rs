//! The picture of the map: shapes to point at, one stop for the keys.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::svg::G;
use web_sys::KeyboardEvent;

use super::late::{Late, Panel};
use super::map_gestures::{Gestures, wheel};
use super::map_state::{Map, Spot};
use super::measured_box::measured_box;
use crate::browser::Shapes;
use crate::embed::ThemeChoice;
use crate::scene::{Fill, HATCHES, Hatch, MOTIFS, STRIPES, Shape};
use crate::words::{interpolate, plain_number};

/// The shapes, lines and marks, as large as the box around them; pointer and keys.
#[component]
pub(super) fn MapPicture(map: Map) -> impl IntoView {
    let page = map.page;
    let label = move || {
        let words = page.words();
        map.scene
            .with(|scene| interpolate(words.map, &[("caption", &scene.caption)]))
    };
    // In a frame a click on the map fetches nothing that only keys need.
    let has_keys = RwSignal::new(false);
    let focused = move |_| {
        if page.is_full() {
            has_keys.set(true);
        }
    };
    // What is pressed before the code of the keys has come is done then.
    let waiting: StoredValue<Vec<KeyboardEvent>, LocalStorage> = StoredValue::new_local(Vec::new());
    let press = move |event: KeyboardEvent| {
        if let Some(keys) = map.keys.get_untracked() {
            keys.run(event);
            return;
        }
        if is_walk(&event) {
            event.prevent_default();
        }
        waiting.update_value(|waiting| waiting.push(event));
        has_keys.set(true);
    };
    Effect::new(move || {
        let Some(keys) = map.keys.get() else { return };
        let pressed = waiting.try_update_value(std::mem::take).unwrap_or_default();
        for event in pressed {
            keys.run(event);
        }
    });
    let gestures = Gestures::of(map);
    let (over, choose, pinch) = (gestures.clone(), gestures.clone(), gestures);
    view! {
        <div
            node_ref=measured_box(move |size_px| map.box_px.set(size_px))
            class="map"
            tabindex="0"
            role="application"
            aria-label=label
            aria-describedby=[map.id("text"), map.id("keys")].join(" ")
            on:focus=focused
            on:keydown=press
            on:pointermove=move |event| over.over(&event)
            on:mouseleave=move |_| leave(map)
            on:click=move |event| choose.choose(&event)
            on:wheel=move |event| wheel(map, &event)
            on:touchmove=move |event| pinch.pinch(&event)
        >
            <Layers map />
        </div>
        <Show when=move || has_keys.get()>
            <Late panel=Panel::MapKeys quiet=true />
        </Show>
        <p id=map.id("keys") class="unseen">{page.message(|words| words.map_keys)}</p>
    }
}

/// A mouse goes: to the card, where that is pinned.
fn leave(map: Map) {
    if !map.pinned.get_untracked() {
        map.point(Spot::Nowhere);
    }
}

/// Whether a key that is pressed walks the map, by which the page would scroll.
fn is_walk(event: &KeyboardEvent) -> bool {
    let scrolls = [
        "ArrowLeft",
        "ArrowRight",
        "ArrowUp",
        "ArrowDown",
        "PageUp",
        "PageDown",
        "Home",
    ];
    let has_other = event.ctrl_key() || event.meta_key() || event.alt_key();
    scrolls.contains(&&*event.key()) && !has_other
}

/// Everything that is drawn, from the back to the front.
#[component]
fn Layers(map: Map) -> impl IntoView {
    let backdrop = Memo::new(move |_| map.backdrop());
    // Only a view that is asked for in contrast fetches them.
    let is_shown =
        (map.page.view).with_untracked(|view| view.options.theme == ThemeChoice::Contrast);
    let [water, land] = [0, 1].map(|at| move || backdrop.with(|paths| paths[at].clone()));
    let patterns = HATCHES.iter().chain(&STRIPES).map(|hatch| {
        let id = map.id(hatch.fill.pattern().unwrap_or_default());
        view! { <Pattern id hatch map /> }
    });
    view! {
        <svg
            class=move || map.scene.with(|scene| scene.ramp.clone())
            viewBox=move || map.seen.get().frame.view_box()
            data-form=move || map.drawn.get().1.key()
            aria-hidden="true"
        >
            <defs>
                {patterns.collect_view()}
                <Late panel=Panel::Motifs quiet=true patient=!is_shown />
            </defs>
            <g
                class:glides=move || map.seen.get().glides
                style:transform=move || map.seen.get().camera.css()
            >
                <path class="land" d=land />
                <path class="water" d=water />
                <g class="shapes" node_ref=filled_shapes(map)></g>
                <path class="between" d=move || map.between() />
                <path class="borders" d=move || map.borders() />
                <path class="around" d=move || map.around() />
                <path class="in-focus" d=move || map.in_focus() />
                <path class="pointed" d=move || map.pointed() />
            </g>
        </svg>
    }
}

/// A pattern that shapes are filled with; on a map it keeps its size however close that
/// is seen.
#[component]
pub(super) fn Pattern(
    id: String,
    hatch: &'static Hatch,
    #[prop(optional)] map: Option<Map>,
) -> impl IntoView {
    let side = plain_number(hatch.side_px, 1);
    let transform = move || map.map(|map| map.seen.get().camera.pattern_css());
    view! {
        <pattern
            id=id
            class=hatch.fill.pattern()
            patternUnits="userSpaceOnUse"
            width=side.clone()
            height=side.clone()
            patternTransform=transform
        >
            <rect width=side.clone() height=side.clone() />
            <path d=hatch.path stroke-width=plain_number(hatch.stroke_px, 1) />
        </pattern>
    }
}

/// The patterns that mark the classes where the reader asks for contrast. The style sheet names them, so
/// that all maps of a page share them.
#[component]
pub(super) fn Motifs() -> impl IntoView {
    let map: Map = expect_context();
    let motifs = MOTIFS.iter().enumerate().map(|(class, hatch)| {
        let id = ["motif-", &class.to_string()].concat();
        view! { <Pattern id hatch map /> }
    });
    motifs.collect_view()
}

/// A group that has the shapes of the map, filled by their classes.
fn filled_shapes(map: Map) -> NodeRef<G> {
    let node = NodeRef::<G>::new();
    let patterns = HATCHES.iter().chain(&STRIPES).map(|hatch| {
        let name = hatch.fill.pattern().unwrap_or_default();
        (hatch.fill, ["url(#", &map.id(name), ")"].concat())
    });
    let patterns: Vec<(Fill, String)> = patterns.collect();
    Effect::new(move |before: Option<Option<(Arc<Vec<Shape>>, Shapes)>>| {
        let group = node.get()?;
        let shapes = map.shapes.get();
        let kept = before.flatten();
        let kept = kept.filter(|(of, _)| Arc::ptr_eq(of, &shapes));
        let (of, mut drawn) = kept.unwrap_or_else(|| {
            let paths = shapes.iter().map(|shape| &*shape.path);
            (shapes.clone(), Shapes::draw(&group, paths))
        });
        map.scene.with(|scene| {
            let fills = of.iter().map(|shape| scene.fills[shape.at.0]);
            drawn.paint(fills.map(|fill| paint(fill, &patterns)));
        });
        Some((of, drawn))
    });
    node
}

/// How a shape is filled: by a colour of the style sheet or a pattern of the picture.
fn paint(fill: Fill, patterns: &[(Fill, String)]) -> &str {
    const COLOURS: [&str; 9] = [
        "var(--k0)",
        "var(--k1)",
        "var(--k2)",
        "var(--k3)",
        "var(--k4)",
        "var(--k5)",
        "var(--k6)",
        "var(--k7)",
        "var(--k8)",
    ];
    if let Fill::Colour(at) | Fill::Between(at) = fill {
        return COLOURS[at.min(COLOURS.len() - 1)];
    }
    let pattern = patterns.iter().find(|(other, _)| *other == fill);
    pattern.map_or("var(--land)", |(_, url)| url)
}
