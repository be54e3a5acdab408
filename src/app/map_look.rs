//! How the map looks.

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::map_state::Map;
use super::radio::Radio;
use super::select::Select;
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
    let classing = move || page.common.with(|view| view.classing);
    let option = move |method: ClassMethod| {
        let name = page.message(match method {
            ClassMethod::Quantile => |words| words.class_quantile,
            ClassMethod::Equal => |words| words.class_equal,
            ClassMethod::Natural => |words| words.class_natural,
        });
        let is_chosen = move || classing().method == method;
        view! { <option value=method.key() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |value: String| {
        let mut methods = ClassMethod::ALL.into_iter();
        if let Some(chosen) = methods.find(|method| method.key() == value) {
            let count = untrack(classing).count();
            page.go(Change::Class(Classing::new(chosen, count)));
        }
    };
    view! {
        <Select name=page.message(|words| words.class_method) on_choose=choose>
            {ClassMethod::ALL.map(option).collect_view()}
        </Select>
    }
}

/// How many classes there are.
#[component]
fn Count(map: Map) -> impl IntoView {
    let page = map.page;
    let classing = move || page.common.with(|view| view.classing);
    let option = move |count: u8| {
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
        <Select name=page.message(|words| words.class_count) on_choose=choose>
            {Classing::COUNTS.map(option).collect_view()}
        </Select>
    }
}

/// What the classes are taken over.
#[component]
fn Scope(map: Map) -> impl IntoView {
    let page = map.page;
    let option = move |scope: ClassScope| {
        let name = page.message(match scope {
            ClassScope::View => |words| words.classes_view,
            ClassScope::All => |words| words.classes_all,
            ClassScope::Fixed => |words| words.classes_fixed,
        });
        let is_chosen = move || page.common.with(|view| view.class_scope == scope);
        view! { <option value=scope.key() prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |value: String| {
        let mut scopes = ClassScope::ALL.into_iter();
        if let Some(chosen) = scopes.find(|scope| scope.key() == value) {
            page.go(Change::ClassOver(chosen));
        }
    };
    view! {
        <Select name=page.message(|words| words.classes_of) on_choose=choose>
            {ClassScope::ALL.map(option).collect_view()}
        </Select>
    }
}
