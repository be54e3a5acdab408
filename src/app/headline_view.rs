//! The view as a sentence, and how sure its figure is.

use leptos::html;
use leptos::prelude::*;

use super::foreign_text::foreign_text;
use super::late::{Late, Panel};
use super::mark::MarkSign;
use super::page::{Page, page};
use super::steps::Steps;
use crate::browser::Seen;
use crate::scene::{Headline, HeadlineNote, HeadlineShare, told};
use crate::view_state::{Change, OWN_FIGURE};

/// Who was reached, where and when; under it the rank of the place, the change over time, the shares of
/// the dataset's own facts and the way to how the figure came about.
#[component]
pub(super) fn HeadlineView(
    /// Whether the headline has left the window.
    gone: RwSignal<bool>,
) -> impl IntoView {
    let page = page();
    let headline = page.headline;
    let section = NodeRef::<html::Section>::new();
    Effect::new(move || {
        let section = section.get();
        let watch = section.and_then(|section| Seen::watch(&section, move |seen| gone.set(!seen)));
        StoredValue::new_local(watch);
    });
    // Words before the number, as "about", are no larger than the sentence.
    let figure = move |part: for<'a> fn((&'a str, &'a str)) -> &'a str| {
        headline.with(|headline| {
            let figure = headline.figure();
            let at = figure.find(|letter: char| !(letter.is_alphabetic() || letter == ' '));
            part(figure.split_at(at.unwrap_or(0))).to_owned()
        })
    };
    let has_none = move || headline.with(|headline| headline.figure().is_empty());
    let sentence = move || foreign_text(page, &headline.with(Headline::words_beside));
    let notes = move || headline.with(|headline| headline.notes.clone());
    let facts = move || headline.with(|headline| headline.facts.clone());
    view! {
        <section class="headline" node_ref=section translate="no">
            // In the whole page they stand in its head.
            {(!page.is_full()).then(|| view! { <Steps /> })}
            <div aria-live="polite" aria-atomic="true">
                <h1>
                    <strong class="figure" hidden=has_none>
                        <small>{move || figure(|(words, _)| words)}</small>
                        {move || figure(|(_, number)| number)}
                    </strong>
                    " "
                    <span class="sentence">{sentence}</span>
                </h1>
                // On a phone it scrolls sideways.
                <ul class="shares" tabindex="0">
                    {move || notes().into_iter().map(note).collect_view()}
                    {move || facts().iter().map(|fact| share(page, fact)).collect_view()}
                </ul>
            </div>
            <Show when=move || headline.with(|headline| headline.nobody)>
                <Late panel=Panel::Nobody quiet=true />
            </Show>
            <Basis />
        </section>
    }
}

/// The rank of the place, or the change of its figure: "+12% from 2020 to 2023".
fn note(HeadlineNote { text, mark }: HeadlineNote) -> impl IntoView {
    view! {
        <li>
            {text}
            {mark.map(|mark| view! { " " <MarkSign mark /> })}
        </li>
    }
}

/// A share of the dataset's own facts: "86% never trained before".
fn share(page: Page, fact: &HeadlineShare) -> impl IntoView + use<> {
    let HeadlineShare {
        share,
        phrase,
        mark,
    } = fact.clone();
    view! {
        <li>
            <b>{share}</b>
            " "
            {foreign_text(page, &phrase)}
            {mark.map(|mark| view! { " " <MarkSign mark /> })}
        </li>
    }
}

/// How sure the figure is, how it is read where nothing is chosen, and the way to how it came about.
#[component]
fn Basis() -> impl IntoView {
    let page = page();
    let reading = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        let (common, figures) = (page.common, page.figures);
        common.with(|view| figures.with(|figures| told(&cube, view, figures, words)))
    });
    // A modelled dataset that says no more of its figures.
    let mark = Memo::new(move |_| {
        let words = page.words();
        page.headline.with(|headline| {
            let mark = headline.mark.as_ref().map(|mark| mark.line(words));
            mark.or(headline.estimate.then(|| words.estimate.to_owned()))
        })
    });
    let has_mark = move || mark.with(Option::is_some);
    view! {
        <div class="basis">
            <Show when=has_mark>
                <span class="badge">{move || mark.get()}</span>
                <Late panel=Panel::OffBy quiet=true patient=true />
            </Show>
            <ul class="reading" aria-label=page.message(|words| words.read_heading)>
                {move || {
                    let lines = reading.get().into_iter();
                    lines.map(|line| view! { <li>{line.text}</li> }).collect_view()
                }}
            </ul>
            <button
                type="button"
                class="why"
                aria-haspopup="dialog"
                on:click=move |_| page.go(Change::Ask(OWN_FIGURE.to_owned()))
            >
                {page.message(|words| words.why)}
            </button>
        </div>
    }
}
