//! A text to be taken along.
use leptos::prelude::*;

use super::page::page;
use super::wording::Message;
use crate::browser;

/// A text to be read, under its name, and a button that copies it.
#[component]
pub(super) fn CopyBox(
    text: Memo<String>,
    #[prop(into)] name: TextProp,
    /// What the button says.
    #[prop(into)]
    copy: TextProp,
    /// What is said once the text is copied.
    copied: Message,
) -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new("");
    // Another text is not copied yet.
    Effect::new(move || {
        text.track();
        outcome.set("");
    });
    let copy_text = move |_| {
        let (text, words) = (text.get_untracked(), page.words_now());
        leptos::task::spawn_local(async move {
            let done = browser::copy(&text).await;
            outcome.set(if done {
                copied(words)
            } else {
                words.embed_not_copied
            });
        });
    };
    view! {
        <label class="paste">
            {move || name.get()}
            <textarea readonly rows="4" spellcheck="false" prop:value=move || text.get()></textarea>
        </label>
        <div class="copy">
            <button type="button" class="primary" on:click=copy_text>{move || copy.get()}</button>
            " "
            <span role="status">{move || outcome.get()}</span>
        </div>
    }
}
