//! One value of a list.
use leptos::prelude::*;

/// A value of a [`Select`].
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice<T> {
    pub(super) value: T,
    /// What the page calls it, in every language.
    pub(super) key: String,
    /// What the reader sees.
    pub(super) name: String,
    pub(super) is_chosen: bool,
}

impl<T> Choice<T> {
    /// The choice of nothing: the first of its list.
    pub(super) fn none(name: &str, is_chosen: bool) -> Choice<Option<T>> {
        Choice {
            value: None,
            key: String::new(),
            name: name.to_owned(),
            is_chosen,
        }
    }

    /// This choice beside that of nothing.
    pub(super) fn some(self) -> Choice<Option<T>> {
        Choice {
            value: Some(self.value),
            key: self.key,
            name: self.name,
            is_chosen: self.is_chosen,
        }
    }
}

/// A list under its name, of which one value is chosen. Nothing while there are not two to choose from.
#[component]
pub(super) fn Select<T>(
    #[prop(into)] name: TextProp,
    choices: impl Fn() -> Vec<Choice<T>> + Send + Sync + 'static,
    on_choose: impl Fn(T) + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let choices = Memo::new(move |_| choices());
    let options = Signal::derive(move || {
        let shown = |it: &Choice<T>| (it.key.clone(), it.name.clone(), it.is_chosen);
        choices.with(|choices| choices.iter().map(shown).collect())
    });
    let choose = move |key: String| {
        let all = choices.get_untracked();
        if let Some(choice) = all.into_iter().find(|choice| choice.key == key) {
            on_choose(choice.value);
        }
    };
    view! { <Options name options on_choose=Callback::new(choose) /> }
}

/// The list of options, each with its key, its name and whether it is chosen: the part that is the same
/// whatever the values are, compiled once.
#[component]
fn Options(
    name: TextProp,
    options: Signal<Vec<(String, String, bool)>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let has_choice = Memo::new(move |_| options.with(|options| options.len() > 1));
    let option = |(key, name, is_chosen): (String, String, bool)| {
        view! {
            <option value=key prop:selected=is_chosen>
                {name}
            </option>
        }
    };
    view! {
        <Show when=move || has_choice.get()>
            <label class="level">
                {move || name.read_value().get()} " "
                <select on:change=move |event| on_choose.run(event_target_value(&event))>
                    {move || options.get().into_iter().map(option).collect_view()}
                </select>
            </label>
        </Show>
    }
}
