//! Taking the view along.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::embed_dialog::EmbedDialog;
use super::menu::Menu;
use super::page::page;
use super::takeaway::TakeawayDialog;
use crate::browser;
use crate::scene::Headline;
use crate::words::interpolate;

/// The link of this view, the system's own way to share, citation, embed and print.
#[component]
pub(super) fn ShareMenu() -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new(String::new());
    let (takeaway, embed) = (RwSignal::new(false), RwSignal::new(false));
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
    let share = move |_| {
        let link = page.links.pinned();
        let sentence = page.headline.with_untracked(Headline::marked_sentence);
        spawn_local(async move {
            // Whoever thinks better of it has nothing to be told.
            let _done = browser::share(&sentence, &link).await;
        });
    };
    // Of another view nothing is copied yet.
    Effect::new(move || {
        page.view.track();
        outcome.set(String::new());
    });
    view! {
        <Menu name=page.message(|words| words.share)>
            <ul>
                <li>
                    <button type="button" on:click=copy>
                        {page.message(|words| words.copy_link)}
                    </button>
                </li>
                <Show when=browser::can_share>
                    <li>
                        <button type="button" on:click=share>
                            {page.message(|words| words.share_system)}
                        </button>
                    </li>
                </Show>
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
        </Menu>
        <p class="toast" role="status">
            {outcome}
        </p>
        <TakeawayDialog open=takeaway />
        <EmbedDialog open=embed />
    }
}
