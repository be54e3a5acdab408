//! How a figure came about, in a dialog that has a link of its own.

use std::sync::Arc;

use leptos::prelude::*;

use super::change_link::AboutLink;
use super::copy_box::CopyBox;
use super::dialog::Dialog;
use super::mark::MarkSign;
use super::page::page;
use super::select::Options;
use crate::scene::{Askable, Derivation, Step, StepKind, askable, derivation};
use crate::view_state::{AskedFigure, Change, without_looks};
use crate::words::Messages;

/// The dialog of the figure that the link asks of.
#[component]
pub(super) fn WhyDialog() -> impl IntoView {
    let page = page();
    let is_open = Memo::new(move |_| page.view.with(|view| !view.why.is_empty()));
    view! {
        <Dialog
            open=is_open
            title=|words| words.derivation
            on_close=move |()| page.go(Change::Ask(String::new()))
        >
            <Why />
        </Dialog>
    }
}

/// The chain of the figure, and the command that gives it again.
#[component]
fn Why() -> impl IntoView {
    let page = page();
    if page.companions.has_facts() {
        page.companions.ask_for_facts();
    }
    // None where the dataset does not have what the link asks of.
    let asked = Memo::new(move |_| {
        let cube = page.cube();
        page.view
            .with(|view| AskedFigure::from_raw(&cube, &view.why))
    });
    let found = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        let asked = asked.get()?;
        page.companions.facts.with(|companion| {
            let facts = companion.facts();
            let found = page
                .common
                .with(|view| derivation(&cube, (view, &asked), facts, words));
            Some(Arc::new(found))
        })
    });
    let paragraph = Memo::new(move |_| {
        let found = found.get();
        found.map_or_else(String::new, |found| found.paragraph(page.words()))
    });
    let command = move || {
        let link = page.links.pinned_below_site();
        format!("jangkau why '{}'", without_looks(&link))
    };
    let others = Signal::derive(move || {
        let (cube, words) = (page.cube(), page.words());
        let asked = asked.get().unwrap_or_default();
        let option = |it: Askable| (it.raw, it.name, it.is_asked);
        let all = askable(&cube, &asked, words).into_iter();
        all.map(option).collect::<Vec<_>>()
    });
    let is_modelled = move || page.cube().metadata().modelled;
    let chain = move || {
        let words = page.words();
        match found.get() {
            None => view! { <p role="status">{words.derivation_unknown}</p> }.into_any(),
            Some(found) => view! { <Chain found words /> }.into_any(),
        }
    };
    view! {
        <p>
            <Show when=is_modelled>{page.message(|words| words.estimate_why)} " "</Show>
            <AboutLink />
        </p>
        <Options
            name=page.message(|words| words.derivation_of)
            options=others
            on_choose=Callback::new(move |raw| page.go(Change::Ask(raw)))
        />
        <div class="derivation" translate="no">
            {chain}
        </div>
        <CopyBox
            text=paragraph
            name=page.message(|words| words.derivation_text)
            copy=page.message(|words| words.derivation_copy)
            copied=|words| words.copied
        />
        <p class="quiet">
            {page.message(|words| words.derivation_command)} " " <code>{command}</code>
        </p>
    }
}

/// The figure, and the steps to it under their headings.
#[component]
fn Chain(found: Arc<Derivation>, words: &'static Messages) -> impl IntoView {
    let mut groups: Vec<(StepKind, Vec<Step>)> = Vec::new();
    for step in &found.steps {
        match groups.last_mut() {
            Some((kind, steps)) if *kind == step.kind => steps.push(step.clone()),
            _ => groups.push((step.kind, vec![step.clone()])),
        }
    }
    let group = |(kind, steps): (StepKind, Vec<Step>)| {
        let steps = steps.into_iter();
        let steps = steps.map(|step| view! { <li><StepLine step /></li> });
        view! {
            <li class:shown=kind == StepKind::Shown>
                <h3>{kind.heading(words)}</h3>
                <ul>{steps.collect_view()}</ul>
            </li>
        }
    };
    view! { <ol>{groups.into_iter().map(group).collect_view()}</ol> }
}

/// One step: its words, its figure and mark, its source.
#[component]
fn StepLine(step: Step) -> impl IntoView {
    let Step {
        text,
        figure,
        mark,
        source,
        url,
        ..
    } = step;
    let has_source = !source.is_empty();
    let source = match url {
        Some(url) => view! {
            <a href=url target="_blank" rel="noopener">
                {source}
            </a>
        }
        .into_any(),
        None => source.into_any(),
    };
    view! {
        <span>{text}</span>
        " "
        {(!figure.is_empty()).then(|| view! { <b>{figure}</b> })}
        {mark.map(|mark| view! { " " <MarkSign mark /> })}
        {has_source.then(|| view! { " " <small>{source}</small> })}
    }
}
