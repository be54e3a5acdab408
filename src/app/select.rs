//! One value of a list.
use leptos::prelude::*;

/// A list under its name, of which one value is chosen; the children are its options.
#[component]
pub(super) fn Select(
    #[prop(into)] name: TextProp,
    on_choose: impl Fn(String) + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="level">
            {move || name.get()} " "
            <select on:change=move |event| {
                on_choose(event_target_value(&event));
            }>{children()}</select>
        </label>
    }
}
