//! What a reader takes along: files of this view and of everything, and how it is cited.
use leptos::prelude::*;

use super::dialog::dialog;
use super::late::{Late, Panel};
use super::live::{self, button, choices, drawn, follows, heading, maybe, part, said, set};
use super::page::page;
use super::to_copy::to_copy;
use crate::browser;
use crate::embed::file_name;
use crate::scene::Headline;
use crate::words::{Messages, interpolate};

type Word = fn(&'static Messages) -> &'static str;

/// The files of a view: what is made, the ending of its name, its name for readers.
const FILES: [(&str, Word); 4] = [
    ("csv", |words| words.file_csv),
    ("json", |words| words.file_json),
    ("svg", |words| words.file_svg),
    ("png", |words| words.file_png),
];

/// Opens the dialog of downloads and citations.
#[component]
pub(super) fn TakeawayButton() -> impl IntoView {
    let inside = part(|| view! { <Late panel=Panel::Takeaway /> }.into_any());
    let words: [Word; 2] = [|words| words.takeaway, |words| words.takeaway_title];
    dialog(page(), "takeaway", words, inside)
}

#[component]
pub(super) fn Takeaway() -> impl IntoView {
    let page = page();
    let outcome = RwSignal::new(String::new());
    // `ending`: of the name of the file.
    let save = move |kind: &'static str, ending: &'static str, link: String| {
        let words = page.words_now();
        let site = page.links.site();
        let file = file_name(&link, ending);
        let say = move |message: &'static str, with: &str| {
            outcome.set(interpolate(message, &[("file", with), ("message", with)]));
        };
        say(words.file_waits, &file);
        live::start(async move {
            match browser::make(kind, &[&*site, &*link].concat(), "light").await {
                Ok(address) => {
                    browser::save(&address, &file);
                    say(words.file_saved, &file);
                }
                Err(message) => say(words.file_failed, &message),
            }
        });
    };
    // Without boundaries there is no map to be drawn.
    let offered = FILES
        .into_iter()
        .filter(|(kind, _)| page.companions.has_map() || !["svg", "png"].contains(kind));
    let files: Vec<AnyView> = offered
        .map(|(kind, name)| {
            let of_view = move || page.links.in_lang(page.words_now().code);
            button("", page.tell(name), move || save(kind, kind, of_view()))
        })
        .collect();
    let whole = move |href: String, name: Word| {
        let file = href.rsplit('/').next().unwrap_or_default().to_owned();
        view! { <a {..follows("href", move || href.clone())} {..follows("download", move || file.clone())}>{page.say(name)}</a> " " }
            .into_any()
    };
    let table = maybe(move || Some(whole(page.links.regions_csv()?, |words| words.regions_csv)));
    let cube = page.links.dataset_file();
    let folder = cube.rsplit_once('/').map_or("", |(folder, _)| folder);
    let package = whole([folder, "/datapackage.json"].concat(), |_| "Data Package");
    let cells = button("", page.tell(|words| words.file_cells), move || {
        save(
            "cells",
            "csv",
            page.links.whole_dataset(page.words_now().code),
        );
    });
    let all = view! { {cells} {whole(cube, |words| words.file_json)} {table} {package} };
    let message = Memo::new(move |_| {
        let sentence = page.headline.with(Headline::sentence);
        [&*sentence, "\n", &page.links.pinned()].concat()
    });
    view! {
        {choices(page.say(|words| words.takeaway_view), files.into_any())}
        <p class="quiet" {..set("role", "status")}>{said(move || outcome.get())}</p>
        {choices(page.say(|words| words.takeaway_all), all.into_any())}
        {one(message, |words| words.messenger)}
        {heading(page.tell(|words| words.cite))}
        <Citations />
    }
}

/// Short, long and for BibTeX, of today.
#[component]
fn Citations() -> impl IntoView {
    let page = page();
    let made: RwSignal<Result<String, String>> = RwSignal::new(Ok(String::new()));
    let (site, link) = (page.links.site(), page.links.in_lang(page.words_now().code));
    live::start(async move {
        let link = [&*site, &*link].concat();
        made.set(browser::make("cite", &link, &browser::today()).await);
    });
    let parts = Memo::new(move |_| {
        let mut parts: Vec<String> = Vec::new();
        made.with(|made| {
            let text = made.as_deref().unwrap_or_default();
            parts.extend(text.splitn(3, '\n').map(str::to_owned));
        });
        parts
    });
    let part = move |at: usize| {
        Memo::new(move |_| parts.with(|parts| parts.get(at).cloned().unwrap_or_default()))
    };
    let failed = drawn(
        move || made.with(|made| made.as_ref().err().cloned()),
        move |message| {
            let told = message
                .map(|message| interpolate(page.words().file_failed, &[("message", &message)]));
            view! { <p {..set("role", "status")}>{told}</p> }.into_any()
        },
    );
    view! {
        {failed}
        {one(part(0), |words| words.cite_short)}
        {one(part(1), |words| words.cite_long)}
        {one(part(2), |_| "BibTeX")}
    }
}

/// A text of a kind.
fn one(of: Memo<String>, kind: Word) -> AnyView {
    let page = page();
    let copy = said(move || interpolate(page.words().cite_copy, &[("kind", kind(page.words()))]));
    to_copy(page, of, (page.say(kind), copy), |words| words.cite_copied)
}
