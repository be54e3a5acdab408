//! Searching the rows of the table.
use leptos::prelude::*;

use super::page::page;
use crate::view_state::Change;

/// A field whose words the rows must hold in name, code or group. What is typed in one go is one
/// entry in the history.
#[component]
pub(super) fn TableSearch() -> impl IntoView {
    let page = page();
    let is_typing = StoredValue::new(false);
    let search = move |event| {
        let search = Change::Search(event_target_value(&event));
        if is_typing.get_value() {
            page.refine(search);
        } else {
            page.go(search);
        }
        is_typing.set_value(true);
    };
    view! {
        <label class="level">
            {page.message(|words| words.table_search)} " "
            <input
                type="search"
                autocomplete="off"
                prop:value=move || page.view.with(|view| view.search.clone())
                on:input=search
                on:change=move |_| is_typing.set_value(false)
            />
        </label>
    }
}
