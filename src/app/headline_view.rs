//! The view as a sentence, and where it stands.

use super::value::Derived;
use leptos::prelude::*;

use super::live::{given, item, link_to, maybe, paragraph, part, said, set, span};
use super::page::page;
use crate::scene::{Fact, Headline, basis_lines, place_name, steps_up};
use crate::view_state::{Change, Place, Tab};

/// Who was reached, where and when, with the steps up from the place in focus.
#[component]
pub(super) fn HeadlineView(sentence: Derived<Headline>) -> impl IntoView {
    let page = page();
    let facts = part(move || {
        let facts = sentence.get().facts.into_iter().enumerate();
        let fact = |(at, fact): (usize, Fact)| {
            let before = if at == 0 { "; " } else { ", " };
            let after = fact
                .pattern
                .map_or_else(String::new, |pattern| format!(" ({pattern})"));
            let after = span("pattern-note", after.into_any());
            view! { {before} <b>{fact.share}</b> " " {fact.phrase} {after} }.into_any()
        };
        facts.map(fact).collect::<Vec<AnyView>>().into_any()
    });
    let lines = part(move || {
        let (cube, words) = (page.cube(), page.words());
        let lines = page.view.with(|view| basis_lines(&cube, view, words));
        lines
            .into_iter()
            .map(|line| paragraph("", line.into_any()))
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    let nobody = maybe(move || {
        let nobody = sentence.with(|sentence| sentence.nobody);
        nobody.then(|| view! { <p role="status">{page.words().nothing}</p> }.into_any())
    });
    let estimate = maybe(move || {
        sentence
            .with(|sentence| sentence.estimate)
            .then(|| view! { <Estimate /> }.into_any())
    });
    view! {
        <section class="headline">
            <Steps />
            <h1 {..set("aria-live", "polite")}>
                <strong class="figure">{said(move || sentence.with(|sentence| sentence.figure.clone()))}</strong>
                " "
                {said(move || sentence.with(|sentence| sentence.rest.clone()))}
                {facts}
            </h1>
            {nobody}
            {estimate}
            <div class="quiet basis">{lines}</div>
        </section>
    }
}

/// Says that the figure is modelled, and leads to the method.
#[component]
fn Estimate() -> impl IntoView {
    let page = page();
    let about = link_to(
        page,
        || Change::Open(Tab::About),
        || None,
        move || page.words().tab_about.to_owned(),
    );
    view! {
        <p class="estimate">
            {span("badge", page.tell(|words| words.estimate))}
            " " {page.tell(|words| words.estimate_why)} " " {about}
        </p>
    }
}

/// The whole, the group above and the place in focus: each one step up.
#[component]
fn Steps() -> impl IntoView {
    let page = page();
    let step = move |place: Option<Place>| {
        let name = place_name(&page.cube(), place, page.words());
        let to = link_to(
            page,
            move || Change::Focus(place),
            || None,
            move || name.clone(),
        );
        item(to)
    };
    let steps = part(move || {
        let cube = page.cube();
        let place = page.view.with(|view| view.place);
        let above = place
            .map(|_| None)
            .into_iter()
            .chain(steps_up(&cube, place).into_iter().rev().map(Some));
        let above: Vec<AnyView> = above.map(step).collect();
        let here = place_name(&cube, place, page.words());
        let title = cube.metadata().label.in_lang(page.words().code).to_owned();
        view! {
            <li class="title">{title}</li>
            {above}
            {item(view! { <span aria-current=given(|| Some("location"))>{here}</span> }.into_any())}
        }
        .into_any()
    });
    view! { <nav class="steps" aria-label=page.say(|words| words.focus)><ol>{steps}</ol></nav> }
}
