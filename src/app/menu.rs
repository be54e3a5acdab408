//! A button that shows what it holds.

use leptos::html;
use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use crate::browser;

/// A button under which a few more things are. Choosing one of them, Escape, and leaving by a click or
/// by Tab hide them; the focus goes back to the button.
#[component]
pub(super) fn Menu(
    name: Signal<&'static str>,
    open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    let whole = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let leave = move |event: FocusEvent| {
        let stays = whole.get_untracked();
        if !stays.is_some_and(|whole| browser::holds(&whole, event.related_target())) {
            open.set(false);
        }
    };
    let shut = move || {
        open.set(false);
        button
            .get_untracked()
            .inspect(|button| browser::focus(button));
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            shut();
        }
    };
    view! {
        <div class="menu" node_ref=whole on:focusout=leave on:keydown=escape>
            <button
                type="button"
                node_ref=button
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {name}
                <span aria-hidden="true">" ▾"</span>
            </button>
            // Browsers that do not focus a button at a click focus this instead, and stay inside.
            <div
                class="menu-list"
                tabindex="-1"
                hidden=move || !open.get()
                on:click=move |_| shut()
            >
                {children()}
            </div>
        </div>
    }
}
