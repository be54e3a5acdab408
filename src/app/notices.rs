//! What the link said that could not be done.

use leptos::prelude::*;

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
        let gone = notice.clone();
        view! {
            <li>
                <span>{text}</span>
                <button type="button" on:click=move |_| dismissed.update(|list| list.push(gone.clone()))>
                    {page.words().dismiss}
                </button>
            </li>
        }
    };
    let open = move || {
        let dismissed = dismissed.get();
        page.notices()
            .into_iter()
            .filter(|notice| !dismissed.contains(notice))
            .collect::<Vec<_>>()
    };
    view! {
        <div role="status" class="notices">
            {move || {
                let open = open();
                (!open.is_empty()).then(|| view! {
                    <h2>{page.words().notices}</h2>
                    <ul>{open.into_iter().map(item).collect_view()}</ul>
                })
            }}
        </div>
    }
}
