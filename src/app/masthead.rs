//! The head of the whole page.

use leptos::prelude::*;

use super::late::Panel;
use super::late_menu::LateMenu;
use super::page::page;
use super::place_search::PlaceSearch;
use super::share_menu::ShareMenu;
use super::steps::Steps;
use crate::browser::SiteIdentity;

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

/// The other datasets of the site, which come when the menu is opened; nothing where there are none.
#[component]
fn Datasets() -> impl IntoView {
    let page = page();
    page.links.has_other_datasets().then(|| {
        view! { <LateMenu name=page.message(|words| words.datasets) list=Panel::Datasets /> }
    })
}

/// The languages of the dataset, which come when the menu is opened; nothing where there is one.
#[component]
fn Languages() -> impl IntoView {
    let page = page();
    (page.offered.with_value(Vec::len) > 1).then(|| {
        view! { <LateMenu name=page.message(|words| words.language) list=Panel::Languages /> }
    })
}
