//! The explorer: the sentence, what is chosen, the filters, the stage, the source.

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;

use super::bottom_bar::BottomBar;
use super::chips::Chips;
use super::colophon::Colophon;
use super::compare_panel::ComparePanel;
use super::filters::Filters;
use super::headline_view::HeadlineView;
use super::late::{Late, Panel, provide_late_panels};
use super::masthead::Masthead;
use super::notices::Notices;
use super::page::{Page, page};
use super::sheet::Sheet;
use super::skip_links::SkipLinks;
use super::stage::Stage;
use crate::browser;
use crate::embed::{Message, Part, ThemeChoice};
use crate::scene::window_title;
use crate::words::direction;

/// Everything below the address bar.
#[component]
pub(super) fn Explorer() -> impl IntoView {
    let page = page();
    provide_late_panels();
    tell_the_document(page);
    if browser::is_framed() {
        tell_the_link(page);
    }
    // Which parts there are, and which filters are no choice, is one question for the whole page: it is
    // laid out anew when the answer is another, and within it a part asks once.
    move || {
        page.ui.track();
        page.locked.track();
        view! { <Layout /> }
    }
}

/// The parts of the page, or of the embed.
#[component]
fn Layout() -> impl IntoView {
    let page = page();
    let stage = NodeRef::<html::Section>::new();
    let sheet = Sheet::new(stage);
    let headline_gone = RwSignal::new(false);
    let is_full = page.is_full();
    let has_filters = page.shows(Part::Filters);
    let asks = Memo::new(move |_| page.view.with(|view| !view.why.is_empty()));
    view! {
        {is_full
            .then(|| {
                view! {
                    <SkipLinks />
                    <Masthead />
                }
            })}
        <main>
            <Notices />
            {page.shows(Part::Title).then(|| view! { <HeadlineView gone=headline_gone /> })}
            {has_filters.then(|| view! { <Chips headline_gone /> })}
            {page.shows(Part::Title).then(|| view! { <ComparePanel /> })}
            <div class="columns">
                {has_filters.then(|| view! { <Filters sheet /> })} <Stage node=stage />
            </div>
        </main>
        {page.shows(Part::Source).then(|| view! { <Colophon /> })}
        {is_full.then(|| view! { <BottomBar sheet /> })}
        <Show when=move || asks.get()>
            <Late panel=Panel::Why quiet=true />
        </Show>
    }
}

/// Gives the document the language, the title and the colours of the view.
fn tell_the_document(page: Page) {
    let title = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.site.with_value(|site| {
            page.common
                .with(|view| window_title(&cube, view, (&site.name, words)))
        })
    });
    Effect::new(move || title.with(|title| browser::set_title(title)));
    Effect::new(move || {
        let lang = page.words().code;
        browser::set_language(lang, direction(lang));
    });
    let theme = Memo::new(move |_| page.view.with(|view| view.options.theme));
    Effect::new(move || {
        let theme = theme.get();
        browser::set_theme(if theme == ThemeChoice::Auto {
            ""
        } else {
            theme.key()
        });
    });
}

/// Tells the page around this one the link of the view, now and whenever it is another.
fn tell_the_link(page: Page) {
    let link = Memo::new(move |_| page.links.full_view());
    let ready = Cell::new(false);
    Effect::new(move || {
        let link = link.with(|link| browser::origin() + link);
        let message = if ready.replace(true) {
            Message::State
        } else {
            Message::Ready
        };
        browser::tell(&message(link));
    });
}
