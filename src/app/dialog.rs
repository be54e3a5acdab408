//! A dialog over the page: what it holds is there while it is open.
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::page::page;
use super::unique_id::UniqueId;
use super::wording::Message;
use crate::browser;

/// A dialog that is there while `open` is set; its own button and Escape ask to close it. The focus then goes
/// back to what had it, or, where that was in a menu that has closed, to the button of the menu.
#[component]
pub(super) fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    title: Message,
    children: ChildrenFn,
) -> impl IntoView {
    let page = page();
    let title_id = UniqueId::new("dialog-title");
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    let opener = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            opener.set_value(browser::open_dialog(&dialog));
        }
    });
    let closed = move || {
        on_close.run(());
        opener.with_value(|opener| opener.iter().for_each(browser::return_focus));
    };
    // A browser tells the dialog that it is closed, but for one that knows no dialogs.
    let close = move || {
        let dialog = dialog.get_untracked();
        if !dialog.is_some_and(|dialog| browser::close_dialog(&dialog)) {
            closed();
        }
    };
    // Over the page a browser closes it itself.
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && browser::is_framed() {
            close();
        }
    };
    view! {
        <Show when=move || open.get()>
            <dialog
                node_ref=dialog
                aria-labelledby=title_id.to_string()
                on:close=move |_| closed()
                on:keydown=escape
            >
                <div class="head">
                    <h2 id=title_id.to_string()>{move || title(page.words())}</h2>
                    <button type="button" aria-label=page.message(|words| words.close) on:click=move |_| close()>
                        "×"
                    </button>
                </div>
                {children()}
            </dialog>
        </Show>
    }
}
