//! What the link said that could not be done, in words.

use leptos::prelude::*;

use super::page::page;
use super::skip_links::STAGE;
use crate::browser;
use crate::scene::notice_text;
use crate::view_state::Notice;

/// The notices of the link, each to be dismissed.
#[component]
pub(super) fn NoticeList(
    /// Those that the reader has read.
    dismissed: RwSignal<Vec<Notice>>,
) -> impl IntoView {
    let page = page();
    let open = Memo::new(move |_| {
        let mut open = page.notices();
        dismissed.with(|dismissed| open.retain(|notice| !dismissed.contains(notice)));
        open
    });
    let line = move |notice: Notice| {
        let text = notice_text(&page.cube(), &notice, page.words());
        view! {
            <li>
                <span>{text}</span>
                " "
                <button
                    type="button"
                    on:click=move |_| {
                        browser::keep_focus(STAGE);
                        dismissed.update(|dismissed| dismissed.push(notice.clone()));
                    }
                >
                    {page.words().dismiss}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || open.with(|open| !open.is_empty())>
            <h2>{page.message(|words| words.notices)}</h2>
            // By position and not by key: the focus stays on the button, now of the next notice.
            <ul>{move || open.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}
