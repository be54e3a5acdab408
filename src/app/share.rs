//! Taking the link of the view along.
use leptos::prelude::*;

use super::live::{self, button, said, set, whenever};
use super::page::page;
use crate::browser;
use crate::scene::Headline;
use crate::words::interpolate;

/// Copies the link of this view; where the browser refuses, shows it.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new(String::new());
    let copy = button("", page.tell(|words| words.copy_link), move || {
        let (link, words) = (page.links.pinned(), page.words_now());
        live::start(async move {
            let done = browser::copy(&link).await;
            outcome.set(if done {
                words.copied.to_owned()
            } else {
                interpolate(words.copy_failed, &[("link", &link)])
            });
        });
    });
    let share = browser::can_share().then(|| {
        button("", page.tell(|words| words.share), move || {
            let (link, sentence) = (page.links.pinned(), page.headline.with(Headline::sentence));
            live::start(async move {
                // Whoever thinks better of it has nothing to be told.
                let _done = browser::share(&sentence, &link).await;
            });
        })
    });
    whenever(move || {
        page.view.with(|_| ());
        outcome.set(String::new());
    });
    view! {
        <div class="copy">
            {copy}
            {share}
            <span {..set("role", "status")}>{said(move || outcome.get())}</span>
        </div>
    }
}
