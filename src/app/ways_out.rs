//! The ways out of where there is nothing to see.

use leptos::prelude::*;

use super::page::page;
use crate::scene::WayOut;

/// A button for each way: a click, and there is something to see.
#[component]
pub(super) fn WaysOut(#[prop(into)] ways: Signal<Vec<WayOut>>) -> impl IntoView {
    let page = page();
    let way = move |WayOut { change, text }: WayOut| {
        view! {
            <li>
                <button type="button" on:click=move |_| page.go(change.clone())>
                    {text}
                </button>
            </li>
        }
    };
    view! {
        <ul class="ways-out">
            {move || ways.get().into_iter().map(way).collect_view()}
        </ul>
    }
}
