//! The explorer: the sentence, the stage, the filters, the source.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::embed_dialog::EmbedButton;
use super::filters::Filters;
use super::headline_view::HeadlineView;
use super::late::provide_late_panels;
use super::live::{
    about_link, drawn, follows, item, link_out, link_to, maybe, paragraph, said, set, span, when,
    whenever,
};
use super::notices::Notices;
use super::page::{Page, page};
use super::place_search::PlaceSearch;
use super::share::CopyLink;
use super::stage::Stage;
use super::takeaway::TakeawayButton;
use crate::browser;
use crate::embed::{Message, Part, ThemeChoice};
use crate::scene::{source_line, window_title};
use crate::view_state::Change;
use crate::words::LANGUAGE_NAMES;

/// Everything below the address bar.
#[component]
pub(super) fn Explorer() -> impl IntoView {
    let page = page();
    provide_late_panels();
    let title = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common
            .with(|view| window_title(&cube, view.place, words))
    });
    whenever(move || title.with(|title| browser::describe(page.words().code, title)));
    if browser::is_framed() {
        tell_the_link(page);
    }
    let theme = Memo::new(move |_| page.view.with(|view| view.options.theme));
    whenever(move || {
        let theme = theme.get();
        browser::set_theme(if theme == ThemeChoice::Auto {
            ""
        } else {
            theme.key()
        });
    });
    let full = Memo::new(move |_| page.is_full());
    let shows = move |part: Part| Memo::new(move |_| page.shows(part));
    let (title, filters, source) = (
        shows(Part::Title),
        shows(Part::Filters),
        shows(Part::Source),
    );
    let part = |shown: Memo<bool>, part: fn() -> AnyView| when(move || shown.get(), part);
    view! {
        {part(full, || view! { <SkipLink /> <Masthead /> }.into_any())}
        <main>
            <Notices />
            {part(title, || view! { <HeadlineView /> }.into_any())}
            {part(full, || view! { <div class="tools"><PlaceSearch /> <CopyLink /> <TakeawayButton /> <EmbedButton /></div> }.into_any())}
            <div class="columns" {..set("id", "figures")} {..set("tabindex", "-1")}>
                <Stage />
                {part(filters, || view! { <Filters /> }.into_any())}
            </div>
        </main>
        {part(source, || view! { <Colophon /> }.into_any())}
    }
}

/// Tells the page around this one the link of the view, now and whenever it is another.
fn tell_the_link(page: Page) {
    let link = Memo::new(move |_| page.links.full_view());
    let ready = Cell::new(false);
    whenever(move || {
        let link = link.with(|link| format!("{}{link}", browser::origin()));
        let message = if ready.replace(true) {
            Message::State
        } else {
            Message::Ready
        };
        browser::tell(&message(link));
    });
}

/// Leads past the head of the page; the link of the view stays as it is.
#[component]
fn SkipLink() -> impl IntoView {
    let page = page();
    let skip: Box<dyn FnMut(MouseEvent)> = Box::new(|event| {
        event.prevent_default();
        browser::focus_on("figures");
    });
    view! { <a class="skip" {..follows("href", || "#figures".to_owned())} on:click=skip>{page.say(|words| words.skip)}</a> }
}

/// The name of the product and the choice of language.
#[component]
fn Masthead() -> impl IntoView {
    let page = page();
    let language = |code: &'static str, name: &'static str| {
        let current = move || (page.words().code == code).then_some("true");
        let to = link_to(
            page,
            move || Change::Speak(code.to_owned()),
            current,
            move || name.to_owned(),
        );
        view! { <li {..set("lang", code)}>{to}</li> }.into_any()
    };
    let languages: Vec<AnyView> = LANGUAGE_NAMES
        .into_iter()
        .map(|(code, name)| language(code, name))
        .collect();
    let datasets = drawn(
        move || page.words().code,
        move |lang| {
            let links = page.links.other_datasets(lang).into_iter();
            let links: Vec<AnyView> = links
                .map(|(href, title)| item(view! { <a href=href>{title}</a> }.into_any()))
                .collect();
            if links.is_empty() {
                return ().into_any();
            }
            let name = page.say(|words| words.datasets);
            view! { <nav class="datasets" {..follows("aria-label", name)}><ul>{links}</ul></nav> }
                .into_any()
        },
    );
    let tagline = span("", page.tell(|words| words.tagline));
    let brand = paragraph(
        "brand",
        view! { <strong>"Jangkau"</strong> " " {tagline} }.into_any(),
    );
    view! {
        <header class="masthead">
            {brand}
            {datasets}
            <nav {..follows("aria-label", page.say(|words| words.language))}><ul>{languages}</ul></nav>
        </header>
    }
}

/// Source, licence and the promise of privacy.
#[component]
fn Colophon() -> impl IntoView {
    let page = page();
    let source = said(move || {
        let (cube, words) = (page.cube(), page.words());
        source_line(&cube, words).unwrap_or_default()
    });
    let framed = move || browser::is_framed() || !page.is_full();
    let whole_page = when(framed, move || {
        let link = link_out(
            move || page.links.full_view(),
            page.say(|words| words.open_full),
        );
        view! { {link} " " }.into_any()
    });
    // In the whole page they stand beside the search.
    let takeaway = when(
        move || !page.is_full() && page.shows(Part::Download),
        || view! { <TakeawayButton /> }.into_any(),
    );
    let table = maybe(move || {
        let href = page.links.regions_csv()?;
        let name = page.words().regions_csv;
        Some(view! { <a {..follows("href", move || href.clone())}>{name}</a> }.into_any())
    });
    view! {
        <footer class="colophon">
            {paragraph("", source)}
            {paragraph("", view! { {whole_page} {about_link(page)} " " {table} }.into_any())}
            {takeaway}
            {paragraph("quiet", page.tell(|words| words.privacy))}
        </footer>
    }
}
