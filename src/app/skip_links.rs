//! Past the head of the page.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::page::page;
use crate::browser;
use crate::view_state::{Change, Tab};

/// The id of the filters.
pub(super) const FILTERS: &str = "filters";
/// The id of the stage.
pub(super) const STAGE: &str = "stage";

/// Links to the filters, the stage and the table; the link of the view stays as it is, but for the
/// tab.
#[component]
pub(super) fn SkipLinks() -> impl IntoView {
    let page = page();
    let to = |id: &'static str| {
        move |event: MouseEvent| {
            event.prevent_default();
            browser::focus_on(id);
        }
    };
    let to_table = move |event: MouseEvent| {
        event.prevent_default();
        page.go(Change::Open(Tab::Table));
        browser::focus_on(STAGE);
    };
    view! {
        <nav class="skips" aria-label=page.message(|words| words.skips)>
            <a class="skip" href=["#", FILTERS].concat() on:click=to(FILTERS)>
                {page.message(|words| words.skip_filters)}
            </a>
            <a class="skip" href=["#", STAGE].concat() on:click=to(STAGE)>
                {page.message(|words| words.skip)}
            </a>
            <a
                class="skip"
                href=move || page.links.after(Change::Open(Tab::Table))
                on:click=to_table
            >
                {page.message(|words| words.skip_table)}
            </a>
        </nav>
    }
}
