//! The explorer: the sentence, the stage, the filters, the source.

use leptos::prelude::*;

use super::filters::Filters;
use super::headline_view::HeadlineView;
use super::live::{link_to, maybe, paragraph, said, span, text, whenever};
use super::notices::Notices;
use super::page::page;
use super::place_search::PlaceSearch;
use super::share::CopyLink;
use super::stage::Stage;
use super::value::derived;
use crate::browser;
use crate::scene::{headline, place_name};
use crate::view_state::{Change, Tab};
use crate::words::LANGUAGES;

/// Everything below the address bar.
#[component]
pub(super) fn Explorer() -> impl IntoView {
    let page = page();
    let sentence = derived(move || {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| headline(&cube, view, figures, words))
        })
    });
    whenever(move || {
        let (cube, words) = (page.cube(), page.words());
        let place = page.view.with(|view| place_name(&cube, view.place, words));
        let title = cube.metadata().label.in_lang(words.code).to_owned();
        browser::describe(words.code, &format!("{place} – {title} – Jangkau"));
    });
    view! {
        <a class="skip" href=text(|| "#figures".to_owned())>{page.say(|words| words.skip)}</a>
        <Masthead />
        <main>
            <Notices />
            <HeadlineView sentence />
            <div class="tools">
                <PlaceSearch />
                <CopyLink />
            </div>
            <div class="columns" id="figures" tabindex="-1">
                <Stage sentence />
                <Filters />
            </div>
        </main>
        <Colophon />
    }
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
        view! { <li lang=code>{to}</li> }.into_any()
    };
    let languages: Vec<AnyView> = LANGUAGES
        .into_iter()
        .map(|words| language(words.code, words.name))
        .collect();
    let tagline = span("", page.tell(|words| words.tagline));
    let brand = paragraph(
        "brand",
        view! { <strong>"Jangkau"</strong> " " {tagline} }.into_any(),
    );
    view! {
        <header class="masthead">
            {brand}
            <nav aria-label=page.say(|words| words.language)><ul>{languages}</ul></nav>
        </header>
    }
}

/// Source, licence and the promise of privacy.
#[component]
fn Colophon() -> impl IntoView {
    let page = page();
    let source = said(move || {
        let (cube, words) = (page.cube(), page.words());
        let source = cube
            .metadata()
            .source
            .as_ref()
            .map_or("", |source| source.in_lang(words.code));
        let release = super::about_panel::release_text(&cube, words);
        if source.is_empty() {
            release
        } else {
            format!("{}: {source}. {release}", words.source)
        }
    });
    let about = link_to(
        page,
        || Change::Open(Tab::About),
        || None,
        move || page.words().tab_about.to_owned(),
    );
    let table = maybe(move || {
        let href = page.regions_csv()?;
        let name = page.words().regions_csv;
        Some(view! { <a href=text(move || href.clone())>{name}</a> }.into_any())
    });
    view! {
        <footer class="colophon">
            {paragraph("", source)}
            {paragraph("", view! { {about} " " {table} }.into_any())}
            {paragraph("quiet", page.tell(|words| words.privacy))}
        </footer>
    }
}
