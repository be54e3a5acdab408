//! What the reader can set about the map.
use leptos::prelude::*;

use super::live::{
    button, choices, click, flag, follows, option, paragraph, radio, said, select, set, text, when,
};
use super::map_view::Map;
use crate::scale::ClassMethod;
use crate::scene::rate_offer;
use crate::view_state::{Change, Classing, MapForm, Quantity};
use crate::words::Messages;

/// One step of a zoom button.
const STEP: f64 = 1.8;

/// Larger, smaller, the whole.
#[component]
pub(super) fn ZoomButtons(map: Map) -> impl IntoView {
    let page = map.page;
    let zoom = move |times: f64| {
        let frame = map.frame();
        let camera = map.camera.get_untracked();
        let camera = camera.zoomed(times, frame.middle_px(), frame);
        map.see(camera);
    };
    let one = |sign: &'static str,
               name: fn(&'static Messages) -> &'static str,
               act: Box<dyn Fn()>| {
        view! {
            <button {..set("type", "button")} {..follows("aria-label", page.say(name))} {..follows("title", move || name(page.words()).to_owned())} on:click=click(act)>{sign}</button>
        }
        .into_any()
    };
    view! {
        <div class="zoom">
            {one("+", |words| words.zoom_in, Box::new(move || zoom(STEP)))}
            {one("−", |words| words.zoom_out, Box::new(move || zoom(1.0 / STEP)))}
            {one("⤢", |words| words.zoom_whole, Box::new(move || map.see(map.frame().whole())))}
        </div>
    }
}

/// The numbers of classes, as a list of choices has them.
const COUNTS: [&str; 7] = ["3", "4", "5", "6", "7", "8", "9"];

/// Form, method and number of classes.
#[component]
pub(super) fn MapLook(map: Map) -> impl IntoView {
    let page = map.page;
    let tiles = map.geometry.with_untracked(|geometry| geometry.has_tiles());
    let form = |form: MapForm| {
        let checked = flag(move || page.view.with(|view| view.map == form));
        let name = page.say(match form {
            MapForm::Geo => |words| words.form_geo,
            MapForm::Tile => |words| words.form_tile,
        });
        radio("map", checked, name, move || page.go(Change::Form(form)))
    };
    let forms = tiles.then(|| {
        let forms: Vec<AnyView> = MapForm::ALL.into_iter().map(form).collect();
        choices(page.say(|words| words.map_form), forms.into_any())
    });
    let classing = move || page.common.with_untracked(|view| view.classing);
    let method = select(
        page.say(|words| words.class_method),
        ClassMethod::ALL.into_iter().map(|method| {
            let name = page.say(match method {
                ClassMethod::Quantile => |words| words.class_quantile,
                ClassMethod::Equal => |words| words.class_equal,
                ClassMethod::Natural => |words| words.class_natural,
            });
            let chosen = flag(move || page.common.with(|view| view.classing.method == method));
            option(method.key(), name, chosen)
        }),
        move |value| {
            let method = ClassMethod::ALL.into_iter().find(|it| it.key() == value);
            if let Some(method) = method {
                page.go(Change::Class(Classing::new(method, classing().count())));
            }
        },
    );
    let counts = COUNTS
        .into_iter()
        .zip(Classing::COUNTS)
        .map(|(key, count)| {
            let chosen = flag(move || page.common.with(|view| view.classing.count() == count));
            option(key, text(move || key.to_owned()), chosen)
        });
    let count = select(page.say(|words| words.class_count), counts, move |value| {
        let found = COUNTS
            .into_iter()
            .zip(Classing::COUNTS)
            .find(|(key, _)| *key == value);
        if let Some((_, count)) = found {
            page.go(Change::Class(Classing::new(classing().method, count)));
        }
    });
    view! { <div class="choices map-look">{forms}{method}{count}</div> }
}

/// Says once that a map of counts follows population, and offers the rate.
#[component]
pub(super) fn PopulationNote(map: Map) -> impl IntoView {
    let page = map.page;
    let read = RwSignal::new(false);
    let rates = Quantity::Rate.is_offered(&page.cube());
    let due = move || {
        let count = page.common.with(|view| view.quantity == Quantity::Count);
        rates && count && !read.get()
    };
    when(due, move || {
        let rate = said(move || rate_offer(&page.cube(), page.words()));
        let rate = button("", rate, move || {
            read.set(true);
            page.go(Change::Show(Quantity::Rate));
        });
        let close = button("", page.tell(|words| words.understood), move || {
            read.set(true);
        });
        let note = page.tell(|words| words.map_population);
        paragraph(
            "map-note",
            view! { {note} " " {rate} " " {close} }.into_any(),
        )
    })
}
