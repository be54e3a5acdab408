//! The view as a sentence, and where it stands.

use leptos::prelude::*;

use super::page::page;
use crate::browser::is_plain_click;
use crate::scene::{Headline, basis_lines, place_name, steps_up};
use crate::view_state::{Change, Place, Tab};
use crate::words::fill;

/// Who was reached, where and when, with the steps up from the place in focus.
#[component]
pub(super) fn HeadlineView(sentence: Memo<Headline>) -> impl IntoView {
    let page = page();
    let facts = move || {
        let facts = sentence.get().facts.into_iter().enumerate();
        let fact = |(at, fact): (usize, crate::scene::Fact)| {
            let pattern = fact
                .pattern
                .map(|pattern| view! { <span class="pattern-note">" (" {pattern} ")"</span> });
            view! { {if at == 0 { "; " } else { ", " }} <b>{fact.share}</b> " " {fact.phrase} {pattern} }
        };
        facts.map(fact).collect_view()
    };
    let lines = move || {
        let (cube, words) = (page.cube(), page.words());
        let lines = page.view.with(|view| basis_lines(&cube, view, words));
        lines
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
    };
    view! {
        <section class="headline">
            <Steps />
            <h1 aria-live="polite">
                <strong class="figure">{move || sentence.get().figure}</strong>
                " "
                {move || sentence.get().rest}
                {facts}
            </h1>
            {move || sentence.get().nobody.then(|| view! { <p role="status">{page.words().nothing}</p> })}
            {move || sentence.get().estimate.then(|| view! { <Estimate /> })}
            <div class="quiet basis">{lines}</div>
        </section>
    }
}

/// Says that the figure is modelled, and leads to the method.
#[component]
pub(super) fn Estimate() -> impl IntoView {
    let page = page();
    let about = move || Change::Open(Tab::About);
    view! {
        <p class="estimate">
            <span class="badge">{move || page.words().estimate}</span>
            " "
            {move || page.words().estimate_why}
            " "
            <a href=move || page.href(about())
                on:click=move |event| if is_plain_click(&event) { event.prevent_default(); page.go(about()) }
            >{move || page.words().tab_about}</a>
        </p>
    }
}

/// The whole, the group above and the place in focus: each one step up.
#[component]
fn Steps() -> impl IntoView {
    let page = page();
    let step = move |place: Option<Place>| {
        let cube = page.cube();
        let name = place_name(&cube, place, page.words());
        let label = fill(page.words().step_up, &[("place", &name)]);
        let change = move || Change::Focus(place);
        view! {
            <li>
                <a href=page.href(change()) aria-label=label
                    on:click=move |event| if is_plain_click(&event) { event.prevent_default(); page.go(change()) }
                >{name}</a>
            </li>
        }
    };
    let steps = move || {
        let cube = page.cube();
        let place = page.view.with(|view| view.place);
        let above = place
            .map(|_| None)
            .into_iter()
            .chain(steps_up(&cube, place).into_iter().rev().map(Some));
        let here = place_name(&cube, place, page.words());
        let title = cube.metadata().label.in_lang(page.words().code).to_owned();
        view! {
            <li class="title">{title}</li>
            {above.map(step).collect_view()}
            <li><span aria-current="location">{here}</span></li>
        }
    };
    view! { <nav class="steps" aria-label=move || page.words().focus><ol>{steps}</ol></nav> }
}
