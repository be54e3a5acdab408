//! The explorer: the sentence, the stage, the filters, the source.

use leptos::prelude::*;

use super::filters::Filters;
use super::headline_view::HeadlineView;
use super::notices::Notices;
use super::page::page;
use super::place_search::PlaceSearch;
use super::share::CopyLink;
use super::stage::Stage;
use crate::browser::{self, is_plain_click};
use crate::scene::{headline, place_name};
use crate::view_state::{Change, Tab};
use crate::words::LANGUAGES;

/// Everything below the address bar.
#[component]
pub(super) fn Explorer() -> impl IntoView {
    let page = page();
    let sentence = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| headline(&cube, view, figures, words))
        })
    });
    Effect::new(move || {
        let (cube, words) = (page.cube(), page.words());
        let place = page.view.with(|view| place_name(&cube, view.place, words));
        let title = cube.metadata().label.in_lang(words.code).to_owned();
        browser::describe(words.code, &format!("{place} – {title} – Jangkau"));
    });
    view! {
        <a class="skip" href="#figures">{move || page.words().skip}</a>
        <Masthead />
        <main>
            <Notices />
            <HeadlineView sentence />
            <div class="tools">
                <PlaceSearch />
                <CopyLink />
            </div>
            <div class="columns" id="figures">
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
    let language = move |code: &'static str, name: &'static str| {
        let change = move || Change::Speak(code.to_owned());
        let current = move || (page.words().code == code).then_some("true");
        view! {
            <a href=move || page.href(change()) lang=code hreflang=code aria-current=current
                on:click=move |event| if is_plain_click(&event) { event.prevent_default(); page.go(change()) }
            >{name}</a>
        }
    };
    view! {
        <header class="masthead">
            <p class="brand"><strong>"Jangkau"</strong> " " <span>{move || page.words().tagline}</span></p>
            <nav aria-label=move || page.words().language>
                {LANGUAGES.into_iter().map(|words| language(words.code, words.name)).collect_view()}
            </nav>
        </header>
    }
}

/// Source, licence and the promise of privacy.
#[component]
fn Colophon() -> impl IntoView {
    let page = page();
    let source = move || {
        let (cube, words) = (page.cube(), page.words());
        let source = cube.metadata().source.as_ref();
        source.map(|source| format!("{}: {}", words.source, source.in_lang(words.code)))
    };
    let release = move || {
        let (cube, words) = (page.cube(), page.words());
        super::about_panel::release_text(&cube, words)
    };
    let about = move || Change::Open(Tab::About);
    let open = move |event: leptos::ev::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            page.go(about());
            browser::scroll_to_top();
        }
    };
    view! {
        <footer class="colophon">
            <p>{source} " " {release}</p>
            <p>
                <a href=move || page.href(about()) on:click=open>{move || page.words().tab_about}</a>
                {move || page.regions_csv().map(|href| view! {
                    <a href=href>{page.words().regions_csv}</a>
                })}
            </p>
            <p class="quiet">{move || page.words().privacy}</p>
        </footer>
    }
}
