//! What the reader can set about the map.

use leptos::prelude::*;

use super::map_state::{Map, Seen};
use crate::scale::ClassMethod;
use crate::scene::rate_offer;
use crate::view_state::{Change, ClassScope, Classing, MapForm, Quantity};
use crate::words::Messages;

/// One step of a zoom button.
const STEP: f64 = 1.8;

/// Larger, smaller, the whole.
#[component]
pub(super) fn ZoomButtons(map: Map) -> impl IntoView {
    let zoom = move |times: f64| {
        let Seen { frame, camera, .. } = map.seen.get_untracked();
        map.see(camera.zoomed(times, frame.middle_px(), frame));
    };
    let show_whole = move || map.see(map.seen.get_untracked().frame.whole());
    view! {
        <div class="zoom">
            <ZoomButton map sign="+" name=|words| words.zoom_in press=move || zoom(STEP) />
            <ZoomButton map sign="−" name=|words| words.zoom_out press=move || zoom(1.0 / STEP) />
            <ZoomButton map sign="⤢" name=|words| words.zoom_whole press=show_whole />
        </div>
    }
}

/// A sign to press, with its name for those who do not see it and for the pointer that rests.
#[component]
fn ZoomButton(
    map: Map,
    sign: &'static str,
    name: fn(&'static Messages) -> &'static str,
    press: impl Fn() + 'static,
) -> impl IntoView {
    let name = move || name(map.page.words());
    view! {
        <button type="button" aria-label=name title=name on:click=move |_| press()>
            {sign}
        </button>
    }
}

/// Form, method and number of classes, and what they are taken over.
#[component]
pub(super) fn MapLook(map: Map) -> impl IntoView {
    let has_tiles = map.geometry.with_value(|geometry| geometry.has_tiles());
    view! {
        <div class="choices map-look">
            {has_tiles.then(|| view! { <Forms map /> })}
            <Method map />
            <Count map />
            <Scope map />
        </div>
    }
}

/// Regions or tiles.
#[component]
fn Forms(map: Map) -> impl IntoView {
    let page = map.page;
    let form = |form: MapForm| {
        let name = move || match form {
            MapForm::Geo => page.words().form_geo,
            MapForm::Tile => page.words().form_tile,
        };
        view! {
            <label>
                <input
                    type="radio"
                    name=map.id("form")
                    prop:checked=move || page.view.with(|view| view.map == form)
                    on:click=move |_| page.go(Change::Form(form))
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="as">
            <legend>{move || page.words().map_form}</legend>
            {MapForm::ALL.map(form).collect_view()}
        </fieldset>
    }
}

/// How values are put into classes.
#[component]
fn Method(map: Map) -> impl IntoView {
    let page = map.page;
    let classing = move || page.common.with(|view| view.classing);
    let option = |method: ClassMethod| {
        let name = move || match method {
            ClassMethod::Quantile => page.words().class_quantile,
            ClassMethod::Equal => page.words().class_equal,
            ClassMethod::Natural => page.words().class_natural,
        };
        let is_chosen = move || classing().method == method;
        view! { <option value=method.key() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |value: String| {
        let chosen = ClassMethod::ALL
            .into_iter()
            .find(|method| method.key() == value);
        if let Some(method) = chosen {
            let count = untrack(classing).count();
            page.go(Change::Class(Classing::new(method, count)));
        }
    };
    view! {
        <label class="level">
            {move || page.words().class_method}
            " "
            <select on:change=move |event| choose(event_target_value(&event))>
                {ClassMethod::ALL.map(option).collect_view()}
            </select>
        </label>
    }
}

/// How many classes there are.
#[component]
fn Count(map: Map) -> impl IntoView {
    let page = map.page;
    let classing = move || page.common.with(|view| view.classing);
    let option = |count: u8| {
        let is_chosen = move || classing().count() == count;
        view! { <option value=count.to_string() prop:selected=is_chosen>{count.to_string()}</option> }
    };
    let choose = move |value: String| {
        if let Ok(count) = value.parse() {
            let method = untrack(classing).method;
            page.go(Change::Class(Classing::new(method, count)));
        }
    };
    view! {
        <label class="level">
            {move || page.words().class_count}
            " "
            <select on:change=move |event| choose(event_target_value(&event))>
                {Classing::COUNTS.map(option).collect_view()}
            </select>
        </label>
    }
}

/// What the classes are taken over.
#[component]
fn Scope(map: Map) -> impl IntoView {
    let page = map.page;
    let option = |scope: ClassScope| {
        let name = move || match scope {
            ClassScope::View => page.words().classes_view,
            ClassScope::All => page.words().classes_all,
            ClassScope::Fixed => page.words().classes_fixed,
        };
        let is_chosen = move || page.common.with(|view| view.class_scope == scope);
        view! { <option value=scope.key() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |value: String| {
        let chosen = ClassScope::ALL
            .into_iter()
            .find(|scope| scope.key() == value);
        if let Some(scope) = chosen {
            page.go(Change::ClassOver(scope));
        }
    };
    view! {
        <label class="level">
            {move || page.words().classes_of}
            " "
            <select on:change=move |event| choose(event_target_value(&event))>
                {ClassScope::ALL.map(option).collect_view()}
            </select>
        </label>
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
                {move || page.words().map_population}
                " "
                <button type="button" on:click=show_rates>
                    {move || rate_offer(&page.cube(), page.words())}
                </button>
                " "
                <button type="button" on:click=move |_| is_read.set(true)>
                    {move || page.words().understood}
                </button>
            </p>
        </Show>
    }
}
