//! One choice of several.
use leptos::prelude::*;

/// One choice of a group, of which one is made; what it is called stands beside it.
#[component]
pub(super) fn Radio(
    #[prop(into)] group: String,
    #[prop(into)] checked: Signal<bool>,
    on_choose: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <label>
            <input type="radio" name=group prop:checked=checked on:click=move |_| on_choose() />
            {children()}
        </label>
    }
}
