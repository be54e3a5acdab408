//! The head of the whole page.

use leptos::prelude::*;

use super::change_link::ChangeLink;
use super::menu::Menu;
use super::page::page;
use super::place_search::PlaceSearch;
use super::share_menu::ShareMenu;
use super::steps::Steps;
use crate::browser::SiteIdentity;
use crate::view_state::Change;

/// The name of the product, where the view stands, the search for places, and what is chosen once:
/// dataset, language, ways to share. Where there is little room these stand behind one button.
#[component]
pub(super) fn Masthead() -> impl IntoView {
    let page = page();
    let open = RwSignal::new(false);
    let SiteIdentity { name, logo, .. } = page.site.get_value();
    view! {
        <header class="masthead">
            <p class="brand">
                {logo.map(|address| view! { <img src=address alt="" /> })} <strong>{name}</strong>
            </p>
            <Steps />
            <PlaceSearch />
            <button
                type="button"
                class="menus-button"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {page.message(|words| words.menu)}
            </button>
            <div class="menus" class:open=move || open.get()>
                <Datasets />
                <Languages />
                <ShareMenu />
            </div>
        </header>
    }
}

/// The other datasets of the site; nothing where there are none.
#[component]
fn Datasets() -> impl IntoView {
    let page = page();
    let others = move || page.links.other_datasets(page.words().code);
    let some = move || !others().is_empty();
    let other = |(href, title)| {
        view! {
            <li>
                <a href=href>{title}</a>
            </li>
        }
    };
    view! {
        <Show when=some>
            <Menu name=page.message(|words| words.datasets)>
                <ul>
                    {move || others().into_iter().map(other).collect_view()}
                </ul>
            </Menu>
        </Show>
    }
}

/// The languages of the site, each in its own words; nothing where there is one.
#[component]
fn Languages() -> impl IntoView {
    let page = page();
    let spoken = page.languages();
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
    (spoken.len() > 1).then(|| {
        view! {
            <Menu name=page.message(|words| words.language)>
                <ul>{spoken.into_iter().map(language).collect_view()}</ul>
            </Menu>
        }
    })
}
