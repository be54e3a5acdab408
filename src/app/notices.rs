//! What the link said that could not be done.
use leptos::prelude::*;

use super::live::{button, heading, item, maybe, set, span};
use super::page::page;
use crate::scene::notice_text;
use crate::view_state::Notice;

/// The notices of the link, each to be dismissed.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let page = page();
    let dismissed: RwSignal<Vec<Notice>> = RwSignal::new(Vec::new());
    let line = move |notice: Notice| {
        let text = span(
            "",
            notice_text(&page.cube(), &notice, page.words()).into_any(),
        );
        let act = move || dismissed.update(|list| list.push(notice.clone()));
        let close = button("", page.words().dismiss.into_any(), act);
        item(view! { {text} " " {close} }.into_any())
    };
    let open = maybe(move || {
        let mut open = page.notices();
        dismissed.with(|dismissed| open.retain(|notice| !dismissed.contains(notice)));
        if open.is_empty() {
            return None;
        }
        let items: Vec<AnyView> = open.into_iter().map(line).collect();
        let title = heading(page.words().notices.into_any());
        Some(view! { {title} <ul>{items}</ul> }.into_any())
    });
    view! { <div {..set("role", "status")} class="notices">{open}</div> }
}
