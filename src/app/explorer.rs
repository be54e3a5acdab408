//! The explorer: the sentence, the stage, the filters, the source.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::filters::Filters;
use super::headline_view::HeadlineView;
use super::live::{link_to, maybe, paragraph, said, set, span, text, whenever};
use super::notices::Notices;
use super::page::page;
use super::place_search::PlaceSearch;
use super::share::CopyLink;
use super::stage::Stage;
use super::value::{Derived, derived, settled};
use crate::browser;
use crate::embed::{Part, Theme};
use crate::scene::{Headline, headline, place_name, source_line};
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
    whenever(move || {
        let theme = page.view.with(|view| view.options.theme);
        browser::set_theme(if theme == Theme::Auto {
            ""
        } else {
            theme.key()
        });
    });
    let full = settled(move || page.is_full());
    let shows = move |part: Part| settled(move || page.shows(part));
    let (title, filters, source) = (
        shows(Part::Title),
        shows(Part::Filters),
        shows(Part::Source),
    );
    let when = |shown: Derived<bool>, part: fn(Derived<Headline>) -> AnyView| {
        maybe(move || shown.get().then(|| part(sentence)))
    };
    view! {
        {when(full, |_| view! { <SkipLink /> <Masthead /> }.into_any())}
        <main>
            <Notices />
            {when(title, |sentence| view! { <HeadlineView sentence /> }.into_any())}
            {when(full, |_| view! { <div class="tools"><PlaceSearch /> <CopyLink /></div> }.into_any())}
            <div class="columns" id="figures" tabindex="-1">
                <Stage sentence />
                {when(filters, |_| view! { <Filters /> }.into_any())}
            </div>
        </main>
        {when(source, |_| view! { <Colophon /> }.into_any())}
    }
}

/// Leads past the head of the page; the link of the view stays as it is.
#[component]
fn SkipLink() -> impl IntoView {
    let page = page();
    let skip: Box<dyn FnMut(MouseEvent)> = Box::new(|event| {
        event.prevent_default();
        browser::focus_on("figures");
    });
    view! { <a class="skip" href=text(|| "#figures".to_owned()) on:click=skip>{page.say(|words| words.skip)}</a> }
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
        source_line(&cube, words).unwrap_or_default()
    });
    let about = link_to(
        page,
        || Change::Open(Tab::About),
        || None,
        move || page.words().tab_about.to_owned(),
    );
    let whole_page = maybe(move || {
        let framed = browser::is_framed() || !page.is_full();
        let href = page.full_href();
        let name = page.words().open_full;
        framed.then(|| view! { <a href=text(move || href.clone()) {..set("target", "_blank")} {..set("rel", "noopener")}>{name}</a> " " }.into_any())
    });
    let table = maybe(move || {
        let href = page.regions_csv()?;
        let name = page.words().regions_csv;
        Some(view! { <a href=text(move || href.clone())>{name}</a> }.into_any())
    });
    view! {
        <footer class="colophon">
            {paragraph("", source)}
            {paragraph("", view! { {whole_page} {about} " " {table} }.into_any())}
            {paragraph("quiet", page.tell(|words| words.privacy))}
        </footer>
    }
}
