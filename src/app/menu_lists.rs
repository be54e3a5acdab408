//! What the menus of the head list.

use leptos::prelude::*;

use super::change_link::ChangeLink;
use super::page::page;
use crate::view_state::Change;

/// The other datasets of the site.
#[component]
pub(super) fn DatasetList() -> impl IntoView {
    let page = page();
    let other = |(href, title)| {
        view! {
            <li>
                <a href=href>{title}</a>
            </li>
        }
    };
    let others = move || page.links.other_datasets(page.words().code).into_iter();
    view! { <ul>{move || others().map(other).collect_view()}</ul> }
}

/// The languages of the dataset, each in its own words.
#[component]
pub(super) fn LanguageList() -> impl IntoView {
    let page = page();
    let language = move |(code, name): (&'static str, &'static str)| {
        let current = move || (page.words().code == code).then_some("true");
        view! {
            <li lang=code>
                <ChangeLink
                    change=Change::Speak(code.to_owned())
                    current=Signal::derive(current)
                >
                    {name}
                </ChangeLink>
            </li>
        }
    };
    view! { <ul>{page.languages().into_iter().map(language).collect_view()}</ul> }
}
