//! Finding a place.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::late::{Late, Panel};
use super::page::page;
use super::unique_id::UniqueId;
use crate::cube::{Axis, DimIx, Role};

/// What is looked for, and which of what is found is active.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// The dimension of places.
    pub(super) geo: DimIx,
    pub(super) query: RwSignal<String>,
    /// Whether the list of what is found is open.
    pub(super) open: RwSignal<bool>,
    /// The position in the list that the arrows are at.
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) list_id: UniqueId,
    /// The list, once its code has come.
    pub(super) list: RwSignal<Option<FoundList>>,
}

/// What the field is told by the list.
#[derive(Clone, Copy)]
pub(super) struct FoundList {
    /// Whether it is to be seen.
    pub(super) shown: Memo<bool>,
    /// What a key that is pressed in the field does.
    pub(super) press: Callback<KeyboardEvent>,
}

impl Search {
    /// The id of the option at a position of the list.
    pub(super) fn option_id(self, at: usize) -> String {
        format!("{}-{at}", self.list_id)
    }
}

/// A box that finds any place by name, group or code, one typo away (WAI-ARIA combobox with a
/// list box). Nothing in a dataset without places, or where the place is locked.
#[component]
pub(super) fn PlaceSearch() -> impl IntoView {
    let page = page();
    let geo = page.cube().with_role(Role::Geo);
    let geo = geo.filter(|geo| !page.is_locked(Axis::of_dimension(*geo)));
    geo.map(|geo| view! { <Field geo /> })
}

/// The field. The list comes when the field first has the focus: what was typed before it is there is
/// found then.
#[component]
fn Field(geo: DimIx) -> impl IntoView {
    let page = page();
    let search = Search {
        geo,
        query: RwSignal::new(String::new()),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        list_id: UniqueId::new("found-places"),
        list: RwSignal::new(None),
    };
    let has_list = RwSignal::new(false);
    let is_shown = move || search.list.get().is_some_and(|list| list.shown.get());
    let active_id = move || {
        let at = search.active.get().filter(|_| is_shown())?;
        Some(search.option_id(at))
    };
    let press = move |event: KeyboardEvent| {
        if let Some(list) = search.list.get_untracked() {
            list.press.run(event);
        }
    };
    let look_for = move |event| {
        search.query.set(event_target_value(&event));
        search.active.set(None);
        let is_asked = search
            .query
            .with_untracked(|query| !query.trim().is_empty());
        search.open.set(is_asked);
    };
    let input_id = UniqueId::new("find-place");
    view! {
        <div class="find">
            <label for=input_id.to_string()>{page.message(|words| words.search)}</label>
            <input
                id=input_id.to_string()
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-controls=search.list_id.to_string()
                aria-expanded=move || is_shown().to_string()
                aria-activedescendant=active_id
                placeholder=page.message(|words| words.search_hint)
                prop:value=move || search.query.get()
                on:focus=move |_| has_list.set(true)
                on:input=look_for
                on:keydown=press
                on:blur=move |_| search.open.set(false)
            />
            <Show when=move || has_list.get()>
                <Late panel=Panel::FoundPlaces(search) quiet=true />
            </Show>
        </div>
    }
}
