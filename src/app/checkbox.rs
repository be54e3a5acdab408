//! A choice that is made or not.
use leptos::prelude::*;

/// A choice that is made or not; what it is called stands beside it.
#[component]
pub(super) fn Checkbox(
    #[prop(into)] checked: Signal<bool>,
    on_toggle: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <label>
            <input type="checkbox" prop:checked=checked on:click=move |_| on_toggle() />
            {children()}
        </label>
    }
}
