//! The ways to take the view along.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::page;
use super::takeaway::PictureItem;
use crate::browser;
use crate::words::interpolate;

/// What the ways to share lead to.
#[derive(Clone, Copy)]
pub(super) struct Share {
    /// What has come of it, in words.
    pub(super) outcome: RwSignal<String>,
    /// Whether the dialog of downloads and citations is open.
    pub(super) takeaway: RwSignal<bool>,
    /// Whether the dialog of the code for a partner's page is open.
    pub(super) embed: RwSignal<bool>,
}

/// The link of this view, the system's own way to share, its picture, citation, embed and print.
#[component]
pub(super) fn ShareList(share: Share) -> impl IntoView {
    let page = page();
    let Share {
        outcome,
        takeaway,
        embed,
    } = share;
    let copy = move |_| {
        let (link, words) = (page.links.pinned(), page.words_now());
        spawn_local(async move {
            let copied = browser::copy(&link).await;
            outcome.set(if copied {
                words.copied.to_owned()
            } else {
                interpolate(words.copy_failed, &[("link", &link)])
            });
        });
    };
    let share_by_system = move |_| {
        let link = page.links.pinned();
        let sentence = (page.headline).with_untracked(|it| it.marked_sentence(page.words_now()));
        spawn_local(async move {
            // Whoever thinks better of it has nothing to be told.
            let _done = browser::share(&sentence, &link).await;
        });
    };
    view! {
        <ul>
            <li>
                <button type="button" on:click=copy>
                    {page.message(|words| words.copy_link)}
                </button>
            </li>
            <Show when=browser::can_share>
                <li>
                    <button type="button" on:click=share_by_system>
                        {page.message(|words| words.share_system)}
                    </button>
                </li>
            </Show>
            <PictureItem outcome />
            <li>
                <button type="button" on:click=move |_| takeaway.set(true)>
                    {page.message(|words| words.cite_menu)}
                </button>
            </li>
            <li>
                <button type="button" on:click=move |_| embed.set(true)>
                    {page.message(|words| words.embed)}
                </button>
            </li>
            <li>
                <button type="button" on:click=|_| browser::print()>
                    {page.message(|words| words.print)}
                </button>
            </li>
        </ul>
    }
}
