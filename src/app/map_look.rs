//! How the map looks.

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::map_state::Map;
use super::radio::Radio;
use super::select::{Choice, Select};
use crate::browser;
use crate::scale::ClassMethod;
use crate::view_state::{Change, ClassScope, Classing, MapForm};

/// Its form, and folded its classes: most readers leave them as they are.
#[component]
pub(super) fn MapLook(map: Map) -> impl IntoView {
    let has_tiles = map.geometry.with_value(|geometry| geometry.has_tiles());
    let open = RwSignal::new(false);
    provide_context(map);
    view! {
        <div class="choices map-look">
            {has_tiles.then(|| view! { <Forms map /> })}
            <details on:toggle=move |event| open.set(browser::is_open(&event))>
                <summary>{map.page.message(|words| words.map_settings)}</summary>
                <Show when=move || open.get()>
                    <Late panel=Panel::Classes />
                </Show>
            </details>
        </div>
    }
}

/// Method and number of the classes of the map around it, and what they are taken over.
#[component]
pub(super) fn Classes() -> impl IntoView {
    let map: Map = expect_context();
    view! {
        <div class="choices">
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
        let name = page.message(match form {
            MapForm::Geo => |words| words.form_geo,
            MapForm::Tile => |words| words.form_tile,
        });
        view! {
            <Radio
                group=map.id("form")
                checked=Signal::derive(move || page.view.with(|view| view.map == form))
                on_choose=move || page.go(Change::Form(form))
            >
                {name}
            </Radio>
        }
    };
    view! {
        <fieldset class="as">
            <legend>{page.message(|words| words.map_form)}</legend>
            {MapForm::ALL.map(form).collect_view()}
        </fieldset>
    }
}

/// How values are put into classes.
#[component]
fn Method(map: Map) -> impl IntoView {
    let page = map.page;
    let choices = move || {
        let words = page.words();
        let chosen = page.common.with(|view| view.classing);
        let choice = |method: ClassMethod| Choice {
            change: Change::Class(Classing::new(method, chosen.count())),
            key: method.key().to_owned(),
            name: match method {
                ClassMethod::Quantile => words.class_quantile,
                ClassMethod::Equal => words.class_equal,
                ClassMethod::Natural => words.class_natural,
            }
            .to_owned(),
            is_chosen: method == chosen.method,
        };
        ClassMethod::ALL.into_iter().map(choice).collect()
    };
    view! { <Select name=page.message(|words| words.class_method) choices=Signal::derive(choices) /> }
}

/// How many classes there are.
#[component]
fn Count(map: Map) -> impl IntoView {
    let page = map.page;
    let choices = move || {
        let chosen = page.common.with(|view| view.classing);
        let choice = |count: u8| Choice {
            change: Change::Class(Classing::new(chosen.method, count)),
            key: count.to_string(),
            name: count.to_string(),
            is_chosen: count == chosen.count(),
        };
        Classing::COUNTS.map(choice).collect()
    };
    view! { <Select name=page.message(|words| words.class_count) choices=Signal::derive(choices) /> }
}

/// What the classes are taken over.
#[component]
fn Scope(map: Map) -> impl IntoView {
    let page = map.page;
    let choices = move || {
        let words = page.words();
        let chosen = page.common.with(|view| view.class_scope);
        let choice = |scope: ClassScope| Choice {
            change: Change::ClassOver(scope),
            key: scope.key().to_owned(),
            name: match scope {
                ClassScope::View => words.classes_view,
                ClassScope::All => words.classes_all,
                ClassScope::Fixed => words.classes_fixed,
            }
            .to_owned(),
            is_chosen: scope == chosen,
        };
        ClassScope::ALL.into_iter().map(choice).collect()
    };
    view! { <Select name=page.message(|words| words.classes_of) choices=Signal::derive(choices) /> }
}
