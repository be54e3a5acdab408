//! A text to be taken along.
use leptos::prelude::*;

use super::live::{self, Text, button, said, set, text, whenever};
use super::page::Page;
use crate::browser;
use crate::words::Messages;

/// A text to be read and copied under a name; what the button says, and what is said when it is
/// copied.
pub(super) fn to_copy(
    page: Page,
    of: Memo<String>,
    (name, copy): (Text, AnyView),
    copied: fn(&'static Messages) -> &'static str,
) -> AnyView {
    let outcome = RwSignal::new(String::new());
    // Another text is not copied yet.
    whenever(move || {
        of.with(|_| ());
        outcome.set(String::new());
    });
    let copy = button("primary", copy, move || {
        let (of, words) = (of.get(), page.words_now());
        live::start(async move {
            let done = browser::copy(&of).await;
            let told = if done {
                copied(words)
            } else {
                words.embed_not_copied
            };
            outcome.set(told.to_owned());
        });
    });
    view! {
        <label class="paste">{name}
            <textarea {..set("readonly", "")} {..set("rows", "4")} {..set("spellcheck", "false")} prop:value=text(move || of.get())></textarea>
        </label>
        <div class="copy">{copy} <span {..set("role", "status")}>{said(move || outcome.get())}</span></div>
    }
    .into_any()
}
