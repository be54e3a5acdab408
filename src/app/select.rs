//! One value of a list.
use leptos::prelude::*;

use super::page::page;
use crate::view_state::Change;

/// A choice of a [`Select`].
#[derive(Clone)]
pub(super) struct Choice {
    /// What it changes.
    pub(super) change: Change,
    /// What the page calls it, in every language.
    pub(super) key: String,
    /// What the reader sees.
    pub(super) name: String,
    pub(super) is_chosen: bool,
}

/// A list of changes under its name, of which one is as the view is. Hidden while there are not two to
/// choose from.
#[component]
pub(super) fn Select(
    #[prop(into)] name: TextProp,
    #[prop(into)] choices: Signal<Vec<Choice>>,
) -> impl IntoView {
    let page = page();
    let options = Signal::derive(move || {
        let option = |it: Choice| (it.key, it.name, it.is_chosen);
        choices.get().into_iter().map(option).collect()
    });
    let choose = move |key: String| {
        let all = choices.get_untracked();
        if let Some(choice) = all.into_iter().find(|choice| choice.key == key) {
            page.go(choice.change);
        }
    };
    view! { <Options name options on_choose=Callback::new(choose) /> }
}

/// A list under its name. Shape of `options`: of each its key, its name and whether it is chosen.
#[component]
pub(super) fn Options(
    #[prop(into)] name: TextProp,
    #[prop(into)] options: Signal<Vec<(String, String, bool)>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = |(key, name, is_chosen): (String, String, bool)| {
        view! {
            <option value=key prop:selected=is_chosen>
                {name}
            </option>
        }
    };
    view! {
        <label class="level" hidden=move || options.with(|options| options.len() < 2)>
            {move || name.get()} " "
            <select on:change=move |event| on_choose.run(event_target_value(&event))>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
