//! Taking the link of the view along.

use super::value::Held;
use leptos::prelude::*;

use super::live::{self, button, said, set, whenever};
use super::page::page;
use crate::browser;
use crate::words::fill;

/// Copies the link of this view; where the browser refuses, shows it.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    let page = page();
    let outcome = Held::new(String::new());
    let copy = button("", page.tell(|words| words.copy_link), move || {
        let (link, words) = (page.link(), page.words.get_untracked().0);
        live::start(async move {
            let done = browser::copy(&link).await;
            outcome.set(if done {
                words.copied.to_owned()
            } else {
                fill(words.copy_failed, &[("link", &link)])
            });
        });
    });
    whenever(move || {
        page.view.with(|_| ());
        outcome.set(String::new());
    });
    view! {
        <div class="copy">
            {copy}
            <span {..set("role", "status")}>{said(move || outcome.get())}</span>
        </div>
    }
}
