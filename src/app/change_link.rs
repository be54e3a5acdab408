//! Links to other views.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::page::page;
use crate::browser::is_plain_click;
use crate::view_state::{Change, Tab, without_looks};

/// A link to the view after a change, which a plain click makes here.
#[component]
pub(super) fn ChangeLink(
    change: Change,
    /// What `aria-current` says, while the link leads to where the reader is.
    #[prop(optional, into)]
    current: Signal<Option<&'static str>>,
    children: Children,
) -> impl IntoView {
    let page = page();
    let change = StoredValue::new(change);
    let follow = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            page.go(change.get_value());
        }
    };
    view! {
        <a
            href=move || page.links.after(change.get_value())
            aria-current=move || current.get()
            on:click=follow
        >
            {children()}
        </a>
    }
}

/// A link to what the figures are: here, or, from an embed, which has no way back, on a page of its
/// own.
#[component]
pub(super) fn AboutLink() -> impl IntoView {
    let page = page();
    let about = || Change::Open(Tab::About);
    if page.is_full() {
        return view! {
            <ChangeLink change=about()>{page.message(|words| words.tab_about)}</ChangeLink>
        }
        .into_any();
    }
    view! {
        <a
            href=move || without_looks(&page.links.after(about())).to_owned()
            target="_blank"
            rel="noopener"
        >
            {page.message(|words| words.tab_about)}
        </a>
    }
    .into_any()
}
