//! Searching the rows of the table.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev::Event;
use leptos::prelude::*;

use super::live::{set, text};
use super::page::page;
use crate::view_state::Change;

/// A field whose words the rows must hold in name, code or group. What is typed in one go is one
/// entry in the history.
#[component]
pub(super) fn TableSearch() -> impl IntoView {
    let page = page();
    let typing = Rc::new(Cell::new(false));
    let again = typing.clone();
    let typed: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let search = Change::Search(event_target_value(&event));
        if again.replace(true) {
            page.refine(search);
        } else {
            page.go(search);
        }
    });
    let left: Box<dyn FnMut(Event)> = Box::new(move |_| typing.set(false));
    let search = text(move || page.view.with(|view| view.search.clone()));
    view! {
        <label class="level">{page.say(|words| words.table_search)} " "
            <input {..set("type", "search")} {..set("autocomplete", "off")} prop:value=search on:input=typed on:change=left />
        </label>
    }
}
