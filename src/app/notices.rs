//! What the link said that could not be done.

use leptos::prelude::*;

use super::live::{click, maybe};
use super::page::page;
use crate::scene::notice_text;
use crate::view_state::Notice;

/// The notices of the link, each to be dismissed.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let page = page();
    let dismissed: RwSignal<Vec<Notice>> = RwSignal::new(Vec::new());
    let item = move |notice: Notice| {
        let text = notice_text(&page.cube(), &notice, page.words());
        let act = click(move || dismissed.update(|list| list.push(notice.clone())));
        view! { <li><span>{text}</span> <button type="button" on:click=act>{page.words().dismiss}</button></li> }
            .into_any()
    };
    let open = maybe(move || {
        let mut open = page.notices();
        dismissed.with(|dismissed| open.retain(|notice| !dismissed.contains(notice)));
        if open.is_empty() {
            return None;
        }
        let items: Vec<AnyView> = open.into_iter().map(item).collect();
        Some(view! { <h2>{page.words().notices}</h2> <ul>{items}</ul> }.into_any())
    });
    view! { <div role="status" class="notices">{open}</div> }
}
