//! A list of what can be chosen, of which one thing is.

use leptos::prelude::*;

use super::live::{Text, follows, select};
use super::page::Page;
use crate::view_state::Change;

/// What can be chosen: its id, its name, whether it is, and what choosing it does.
pub(super) type Choice = (String, Text, Box<dyn Fn() -> bool + Send>, Change);

/// A list of what can be chosen, under its name.
pub(super) fn chooser(page: Page, name: Text, choices: Vec<Choice>) -> AnyView {
    let mut changes: Vec<(String, Change)> = Vec::new();
    let mut options: Vec<AnyView> = Vec::new();
    for (id, name, chosen, change) in choices {
        let value = id.clone();
        options.push(
            view! { <option {..follows("value", move || value.clone())} prop:selected=chosen>{name}</option> }
                .into_any(),
        );
        changes.push((id, change));
    }
    select(name, options.into_iter(), move |value| {
        if let Some((_, change)) = changes.iter().find(|(id, _)| *id == value) {
            page.go(change.clone());
        }
    })
}
