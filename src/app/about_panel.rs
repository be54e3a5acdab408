//! What the figures are.
use leptos::either::Either;
use leptos::prelude::*;

use super::page::page;
use super::unique_id::UniqueId;
use super::wording::Message;
use crate::browser;
use crate::cube::{Axis, Cube, Label};
use crate::published::Companion;
use crate::scene::{AboutScene, ControlRow, TextPart, about, bar_axes, linked_text, release_text};
use crate::words::{Messages, interpolate};

/// The licences of the program, as its package declares them.
const PROGRAM_LICENCES: &str = env!("CARGO_PKG_LICENSE");

/// What is published and what is modelled, whom to ask, the method, conflicts, licences, what the
/// categories mean, what the browser keeps of the site, every control.
#[component]
pub(super) fn AboutPanel() -> impl IntoView {
    let page = page();
    let credit = move || {
        page.companions
            .boundaries
            .with(|boundaries| match boundaries {
                Companion::Ready(geometry) => geometry.credit().map(str::to_owned),
                Companion::Loading | Companion::None | Companion::Failed(_) => None,
            })
    };
    let sections = move || {
        let sections = sections(&page.cube(), credit().as_deref(), page.words()).into_iter();
        let section = |(title, paragraphs): (&'static str, Vec<String>)| {
            view! {
                <div>
                    <h2>{title}</h2>
                    <p class="lines">{linked(&paragraphs.join("\n\n"))}</p>
                </div>
            }
        };
        sections.map(section).collect_view()
    };
    let dimensions = move || {
        let dimensions = dimensions(&page.cube(), page.words()).into_iter();
        let dimension = |(label, texts): (String, Vec<String>)| {
            let texts = texts.into_iter();
            let text = |text: String| view! { <dd>{linked(&text)}</dd> };
            view! {
                <div>
                    <dt>{label}</dt>
                    {texts.map(text).collect_view()}
                </div>
            }
        };
        dimensions.map(dimension).collect_view()
    };
    // What this browser keeps of the site is said by the script that keeps it, in the words of the page.
    Effect::new(move || {
        let lang = page.words().code;
        leptos::task::spawn_local(async move {
            let _nothing_kept = browser::make("kept", lang, "").await;
        });
    });
    let has_controls = !page.cube().metadata().controls.is_empty();
    view! {
        <div class="about">
            <div>{sections}</div>
            <h2>{page.message(|words| words.about_dimensions)}</h2>
            <dl>{dimensions}</dl>
            <div id="offline"></div>
            {has_controls.then(|| view! { <Controls /> })}
        </div>
    }
}

/// Every published figure that the dataset was made to meet, or is compared with.
#[component]
fn Controls() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| about(&page.cube(), page.words()));
    let heads: [Message; 7] = [
        |words| words.about_figure,
        |words| words.about_published,
        |words| words.about_derived,
        |words| words.about_reached,
        |words| words.about_distance,
        |words| words.about_kind,
        |words| words.about_source,
    ];
    let heads = move || {
        let has_derived = scene.with(|scene| scene.has_derived);
        let heads = heads.into_iter().enumerate();
        let heads = heads.filter(|(at, _)| has_derived || *at != DERIVED);
        let head =
            |(_, head): (usize, Message)| view! { <th scope="col">{head(page.words())}</th> };
        heads.map(head).collect_view()
    };
    let rows = move || {
        let rows = scene.with(|scene| scene.controls.clone()).into_iter();
        let has_derived = scene.with(|scene| scene.has_derived);
        rows.map(|row| view! { <Control row has_derived /> })
            .collect_view()
    };
    let title_id = UniqueId::new("controls");
    view! {
        <h2 id=title_id.to_string()>{page.message(|words| words.about_controls)}</h2>
        <p>{move || scene.with(|scene| hint(scene, page.words()))}</p>
        <div class="scroller" tabindex="0" role="region" aria-labelledby=title_id.to_string()>
            <table>
                <caption class="unseen">{page.message(|words| words.about_controls)}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The column of what was derived: none where everything is as published.
const DERIVED: usize = 2;

/// A published figure, as published, as derived from it and as reached. A source without an address is a
/// text.
#[component]
fn Control(row: ControlRow, has_derived: bool) -> impl IntoView {
    let note = row.note.map(|note| [" – ", &*note].concat());
    let derived = has_derived.then(|| view! { <td class="number">{row.derived}</td> });
    view! {
        <tr>
            <th scope="row">{row.figure}</th>
            <td class="number">{row.published}</td>
            {derived}
            <td class="number">{row.reached}</td>
            <td class="number">{row.distance}</td>
            <td>{row.kind}</td>
            <td>
                <a href=row.url>{row.source}</a>
                <span>{note}</span>
            </td>
        </tr>
    }
}

fn hint(scene: &AboutScene, words: &Messages) -> String {
    let [hard, soft, check] = scene.counts;
    let hard = words.count(words.about_hard_n, hard, &[]);
    let soft = words.count(words.about_soft_n, soft, &[]);
    let check = words.count(words.about_check_n, check, &[]);
    interpolate(
        words.about_controls_hint,
        &[("hard", &hard), ("soft", &soft), ("check", &check)],
    )
}

/// A text with the addresses in it as links.
fn linked(text: &str) -> impl IntoView + use<> {
    let part = |part: TextPart| match part.address {
        None => Either::Left(part.text),
        Some(address) => Either::Right(view! { <a href=address>{part.text}</a> }),
    };
    let parts = linked_text(text).into_iter();
    parts.map(part).collect_view()
}

/// Each dimension that is shown, its categories, and what its publisher says they mean; of the others
/// what is said of them.
fn dimensions(cube: &Cube, words: &Messages) -> Vec<(String, Vec<String>)> {
    let text = |label: &Label| label.in_lang(words.code).to_owned();
    let measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    let several = measures.filter(|axis| cube.members(*axis).len() > 1);
    let axes: Vec<Axis> = several.chain(bar_axes(cube)).collect();
    let categories = |axis: Axis| {
        let members = cube.members(axis).iter();
        let members: Vec<String> = members.map(|(_, member)| text(member.label())).collect();
        let members: Vec<&str> = members.iter().map(|member| &**member).collect();
        words.listed(&members)
    };
    let notes = |axis: Axis| {
        let is_grouping = axis.grouping().is_some();
        let notes = cube.dimension(axis.dimension()).notes();
        let notes = notes.iter().filter(move |_| !is_grouping);
        notes.map(text).collect::<Vec<String>>()
    };
    let shown = axes.iter().map(|&axis| {
        let texts = [vec![categories(axis)], notes(axis)].concat();
        (text(cube.axis_label(axis)), texts)
    });
    let others = cube.axes().filter(|axis| !axes.contains(axis));
    let others = others.map(|axis| (text(cube.axis_label(axis)), notes(axis)));
    let others = others.filter(|(_, notes)| !notes.is_empty());
    shown.chain(others).collect()
}

/// Headings and their paragraphs; none where the dataset has nothing to say.
fn sections(
    cube: &Cube,
    credit: Option<&str>,
    words: &'static Messages,
) -> Vec<(&'static str, Vec<String>)> {
    let metadata = cube.metadata();
    let what = if metadata.modelled {
        words.about_modelled
    } else {
        words.about_counted
    };
    let text = |label: &Label| label.in_lang(words.code).to_owned();
    let texts = |labels: &[Label]| labels.iter().map(text).collect::<Vec<String>>();
    let conflicts = metadata.conflicts.iter();
    let conflicts = conflicts.map(|conflict| text(&conflict.text));
    let denominators = metadata.denominators.iter().map(|denominator| {
        let source = &denominator.source;
        let source = [&source.title, &source.publisher, &source.date].into_iter();
        let source = source.map(|part| &**part).filter(|part| !part.is_empty());
        let source: Vec<&str> = source.collect();
        words.listed_by_stops(&[&text(&denominator.label), &words.listed(&source)])
    });
    let mut dataset = vec![what.to_owned(), release_text(cube, words)];
    dataset.extend(metadata.next_update.as_deref().map(|due| {
        let values = [("label", words.about_next_update), ("text", due)];
        interpolate(words.labelled, &values)
    }));
    let mut sections = vec![
        (words.about_what, dataset),
        (words.about_contact, texts(&metadata.contact)),
        (words.about_method, texts(&metadata.method)),
        (words.about_notes, texts(&metadata.notes)),
        (words.about_conflicts, conflicts.collect()),
        (words.about_denominators, denominators.collect()),
        (words.about_licences, licences(cube, credit, words)),
    ];
    sections.retain(|(_, paragraphs)| !paragraphs.is_empty());
    sections
}

/// What may be done with the figures, with the borders of which `credit` tells, and with the program:
/// three things, each under its own licence.
fn licences(cube: &Cube, credit: Option<&str>, words: &Messages) -> Vec<String> {
    let licence = cube.metadata().licence.as_ref();
    let licence = licence.map_or(words.about_licence_none, |licence| {
        licence.in_lang(words.code)
    });
    let figures = interpolate(words.about_licence_figures, &[("licence", licence)]);
    let borders =
        credit.map(|credit| interpolate(words.about_licence_borders, &[("credit", credit)]));
    let any: Vec<&str> = PROGRAM_LICENCES.split(" OR ").collect();
    let values = [("licence", &*words.any_of(&any))];
    let program = interpolate(words.about_licence_program, &values);
    [figures]
        .into_iter()
        .chain(borders)
        .chain([program])
        .collect()
}
