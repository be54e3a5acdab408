//! What the figures are.
use leptos::prelude::*;

use super::page::page;
use super::unique_id::UniqueId;
use super::wording::Message;
use crate::cube::{Cube, Label};
use crate::scene::{AboutScene, ControlRow, about, bar_axes, release_text};
use crate::words::{Messages, interpolate};

/// What is published and what is modelled, the method, every control, conflicts, licence, release.
#[component]
pub(super) fn AboutPanel() -> impl IntoView {
    let page = page();
    let sections = move || {
        let sections = sections(&page.cube(), page.words()).into_iter();
        let section = |(title, paragraphs): (&'static str, Vec<String>)| {
            view! {
                <div>
                    <h2>{title}</h2>
                    <p class="lines">{paragraphs.join("\n\n")}</p>
                </div>
            }
        };
        sections.map(section).collect_view()
    };
    let dimensions = move || {
        let dimensions = dimensions(&page.cube(), page.words()).into_iter();
        let dimension = |(label, categories): (String, String)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>{categories}</dd>
                </div>
            }
        };
        dimensions.map(dimension).collect_view()
    };
    let has_controls = !page.cube().metadata().controls.is_empty();
    view! {
        <div class="about">
            <div>{sections}</div>
            <h2>{page.message(|words| words.about_dimensions)}</h2>
            <dl>{dimensions}</dl>
            {has_controls.then(|| view! { <Controls /> })}
        </div>
    }
}

/// Every published figure that the dataset was made to meet, or is compared with.
#[component]
fn Controls() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| about(&page.cube(), page.words()));
    let heads: [Message; 6] = [
        |words| words.about_figure,
        |words| words.about_published,
        |words| words.about_reached,
        |words| words.about_distance,
        |words| words.about_kind,
        |words| words.about_source,
    ];
    let heads = heads.map(|head| view! { <th scope="col">{move || head(page.words())}</th> });
    let rows = move || {
        let rows = scene.with(|scene| scene.controls.clone()).into_iter();
        rows.map(|row| view! { <Control row /> }).collect_view()
    };
    let title_id = UniqueId::new("controls");
    view! {
        <h2 id=title_id.to_string()>{page.message(|words| words.about_controls)}</h2>
        <p>{move || scene.with(|scene| hint(scene, page.words()))}</p>
        <div class="scroller" tabindex="0" role="region" aria-labelledby=title_id.to_string()>
            <table>
                <caption class="unseen">{page.message(|words| words.about_controls)}</caption>
                <thead>
                    <tr>{Vec::from(heads)}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A published figure, as published and as reached. A source without an address is a text.
#[component]
fn Control(row: ControlRow) -> impl IntoView {
    let note = row.note.map(|note| [" – ", &*note].concat());
    view! {
        <tr>
            <th scope="row">{row.figure}</th>
            <td class="number">{row.published}</td>
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

/// Each dimension that is shown, and its categories.
fn dimensions(cube: &Cube, words: &Messages) -> Vec<(String, String)> {
    let text = |label: &Label| label.in_lang(words.code).to_owned();
    let measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    let several = measures.filter(|axis| cube.members(*axis).len() > 1);
    let axes = several.chain(bar_axes(cube));
    let dimension = |axis| {
        let members = cube.members(axis).iter();
        let members: Vec<String> = members.map(|(_, member)| text(member.label())).collect();
        let members: Vec<&str> = members.iter().map(|member| &**member).collect();
        (text(cube.axis_label(axis)), words.listed(&members))
    };
    axes.map(dimension).collect()
}

/// Headings and their paragraphs; none where the dataset has nothing to say.
fn sections(cube: &Cube, words: &'static Messages) -> Vec<(&'static str, Vec<String>)> {
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
        (
            words.about_licence,
            metadata.licence.iter().map(text).collect(),
        ),
    ];
    sections.retain(|(_, paragraphs)| !paragraphs.is_empty());
    sections
}
