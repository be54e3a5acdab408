//! Taking the link of the view along.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::{click, text};
use super::page::page;
use crate::browser;
use crate::words::fill;

/// Copies the link of this view; where the browser refuses, shows it.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    let page = page();
    let said = RwSignal::new(String::new());
    let copy = click(move || {
        let (link, words) = (page.link(), page.words.get_untracked().0);
        spawn_local(async move {
            let done = browser::copy(&link).await;
            said.set(if done {
                words.copied.to_owned()
            } else {
                fill(words.copy_failed, &[("link", &link)])
            });
        });
    });
    Effect::new(move || {
        page.view.track();
        said.set(String::new());
    });
    view! {
        <div class="copy">
            <button type="button" on:click=copy>{page.say(|words| words.copy_link)}</button>
            <span role="status">{text(move || said.get())}</span>
        </div>
    }
}
