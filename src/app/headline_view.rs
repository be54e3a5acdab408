//! The view as a sentence, and where it stands.
use leptos::prelude::*;

use super::live::{
    about_link, button, drawn, follows, item, link_to, paragraph, part, perhaps, set, span, when,
};
use super::page::page;
use crate::cube::Role;
use crate::scene::{Emphasis, Relaxation, basis_lines, place_name, relaxations, steps_up, told};
use crate::view_state::{Change, Place};

/// Who was reached, where and when, with the steps up from the place in focus.
#[component]
pub(super) fn HeadlineView() -> impl IntoView {
    let page = page();
    let sentence = page.headline;
    let parts = part(move || {
        sentence.with(|sentence| {
            let parts = sentence.parts.iter().cloned().map(emphasised);
            parts.collect::<Vec<AnyView>>().into_any()
        })
    });
    let lines = drawn(
        move || {
            let (cube, words) = (page.cube(), page.words());
            page.common.with(|view| basis_lines(&cube, view, words))
        },
        |lines| {
            let lines = lines.into_iter().map(|line| paragraph("", line.into_any()));
            lines.collect::<Vec<AnyView>>().into_any()
        },
    );
    let reading = drawn(
        move || {
            let (cube, words) = (page.cube(), page.words());
            page.common.with(|view| {
                page.figures
                    .with(|figures| told(&cube, view, figures, words))
            })
        },
        |lines| {
            let lines = lines.into_iter().map(|line| item(line.text.into_any()));
            lines.collect::<Vec<AnyView>>().into_any()
        },
    );
    let nobody = when(
        move || sentence.with(|sentence| sentence.nobody),
        move || view! { <Nobody /> }.into_any(),
    );
    let estimate = when(
        move || sentence.with(|sentence| sentence.estimate),
        || view! { <Estimate /> }.into_any(),
    );
    view! {
        <section class="headline">
            <Steps />
            <h1 {..set("aria-live", "polite")}>{parts}</h1>
            {nobody}
            {estimate}
            <div class="quiet basis">{lines}</div>
            <ul class="quiet reading" {..follows("aria-label", page.say(|words| words.read_heading))}>{reading}</ul>
        </section>
    }
}

/// Says that nobody is in the selection, and which choice to let go of.
#[component]
fn Nobody() -> impl IntoView {
    let page = page();
    let found = move || {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| relaxations(&cube, view, words))
    };
    let out = drawn(found, move |found| {
        let way = |Relaxation { change, text }: Relaxation| {
            item(button("", text.into_any(), move || page.go(change.clone())))
        };
        let found: Vec<AnyView> = found.into_iter().map(way).collect();
        view! { <ul class="relaxations">{found}</ul> }.into_any()
    });
    view! {
        <p {..set("role", "status")}>{page.tell(|words| words.nothing)}</p>
        {out}
    }
}

/// A part of the sentence, as it stands out.
fn emphasised((emphasis, text): (Emphasis, String)) -> AnyView {
    match emphasis {
        Emphasis::None => text.into_any(),
        Emphasis::Figure => view! { <strong class="figure">{text}</strong> }.into_any(),
        Emphasis::Share => view! { <b>{text}</b> }.into_any(),
        Emphasis::Note => span("pattern-note", text.into_any()),
    }
}

/// Says that the figure is modelled, and leads to the method.
#[component]
fn Estimate() -> impl IntoView {
    let page = page();
    view! {
        <p class="estimate">
            {span("badge", page.tell(|words| words.estimate))}
            " " {page.tell(|words| words.estimate_why)} " " {about_link(page)}
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
    let steps = move |(place, _): (Option<Place>, _)| {
        let cube = page.cube();
        let above = place
            .map(|_| None)
            .into_iter()
            .chain(steps_up(&cube, place).into_iter().rev().map(Some));
        let above: Vec<AnyView> = above.map(step).collect();
        let here = place_name(&cube, place, page.words());
        let title = cube.metadata().label.in_lang(page.words().code).to_owned();
        // Without places the dataset is all there is to stand in.
        let title = (cube.with_role(Role::Geo).is_some())
            .then(|| view! { <li class="title">{title}</li> }.into_any());
        view! {
            {title}
            {above}
            {item(view! { <span {..perhaps("aria-current", || Some("location"))}>{here}</span> }.into_any())}
        }
        .into_any()
    };
    let place = move || page.common.with(|view| view.place);
    let steps = drawn(move || (place(), page.words().code), steps);
    view! { <nav class="steps" {..follows("aria-label", page.say(|words| words.focus))}><ol>{steps}</ol></nav> }
}
