//! A dialog over the page: what it holds is there while it is open.
use leptos::ev::Event;
use leptos::prelude::*;

use super::live::{Part, button, click, follows, set, when, whenever};
use super::page::Page;
use crate::browser;
use crate::words::Messages;

/// A button, and the dialog of an id that it opens, under a title.
pub(super) fn dialog(
    page: Page,
    id: &'static str,
    [name, title]: [fn(&'static Messages) -> &'static str; 2],
    inside: Part,
) -> AnyView {
    let open = RwSignal::new(false);
    let shut = move || {
        if !browser::close_dialog(id) {
            open.set(false);
        }
    };
    let shown = when(
        move || open.get(),
        move || {
            whenever(move || browser::open_dialog(id));
            let closed: Box<dyn FnMut(Event)> = Box::new(move |_| open.set(false));
            let title = page.say(title);
            view! {
            <dialog {..set("id", id)} {..set("aria-labelledby", "dialog-title")} on:close=closed>
                <div class="head">
                    <h2 {..set("id", "dialog-title")}>{title}</h2>
                    <button {..set("type", "button")} {..follows("aria-label", page.say(|words| words.close))} on:click=click(shut)>"×"</button>
                </div>
                {inside()}
            </dialog>
        }
        .into_any()
        },
    );
    view! {
        {button("", page.tell(name), move || open.set(true))}
        {shown}
    }
    .into_any()
}
