//! What the figures are.

use leptos::prelude::*;

use super::live::{cell, heading, paragraph, part, text};
use super::page::page;
use crate::cube::{Cube, Label};
use crate::scene::{ControlRow, about, bar_axes, release_text};
use crate::words::{Messages, fill};

/// What is published and what is modelled, the method, every control, conflicts, licence, release.
#[component]
pub(super) fn AboutPanel() -> impl IntoView {
    let page = page();
    part(move || {
        let (cube, words) = (page.cube(), page.words());
        let metadata = cube.metadata();
        let what = if metadata.modelled {
            words.about_modelled
        } else {
            words.about_counted
        };
        let conflicts: Vec<Label> = metadata
            .conflicts
            .iter()
            .map(|conflict| conflict.text.clone())
            .collect();
        let licence: Vec<Label> = metadata.licence.iter().cloned().collect();
        let denominators = metadata.denominators.iter().map(|denominator| {
            let source = [
                &denominator.source.title,
                &denominator.source.publisher,
                &denominator.source.date,
            ];
            let source: Vec<&str> = source
                .into_iter()
                .map(|part| &**part)
                .filter(|part| !part.is_empty())
                .collect();
            Label::new(&format!(
                "{}. {}",
                denominator.label.in_lang(words.code),
                source.join(", ")
            ))
        });
        view! {
            <div class="about">
                {heading(words.about_what.into_any())}
                {paragraph("", what.into_any())}
                {paragraph("", release_text(&cube, words).into_any())}
                {texts(words.about_method, &metadata.method, words)}
                {texts(words.about_notes, &metadata.notes, words)}
                {texts(words.about_conflicts, &conflicts, words)}
                {texts(words.about_denominators, &denominators.collect::<Vec<_>>(), words)}
                {texts(words.about_licence, &licence, words)}
                {dimensions(&cube, words)}
                {controls(&cube, words)}
            </div>
        }
        .into_any()
    })
}

fn texts(title: &'static str, list: &[Label], words: &Messages) -> Vec<AnyView> {
    let lines = list
        .iter()
        .map(|label| paragraph("", label.in_lang(words.code).to_owned().into_any()));
    let title = (!list.is_empty()).then(|| heading(title.into_any()));
    title.into_iter().chain(lines).collect()
}

fn dimensions(cube: &Cube, words: &'static Messages) -> AnyView {
    let items = bar_axes(cube).into_iter().map(|axis| {
        let members = cube
            .members(axis)
            .iter()
            .map(|(_, category)| category.label().in_lang(words.code));
        let members = members.collect::<Vec<_>>().join(", ");
        view! { <dt>{cube.axis_label(axis).in_lang(words.code).to_owned()}</dt> <dd>{members}</dd> }
            .into_any()
    });
    view! { {heading(words.about_dimensions.into_any())} <dl>{items.collect::<Vec<AnyView>>()}</dl> }
        .into_any()
}

fn controls(cube: &Cube, words: &'static Messages) -> Option<AnyView> {
    let scene = about(cube, words);
    let [hard, soft, check] = scene.counts.map(|count| count.to_string());
    let hint = fill(
        words.about_controls_hint,
        &[("hard", &hard), ("soft", &soft), ("check", &check)],
    );
    let heads = [
        (words.about_figure, ""),
        (words.about_asked, NUMBER),
        (words.about_reached, NUMBER),
        (words.about_distance, NUMBER),
        (words.about_kind, ""),
        (words.about_source, ""),
    ];
    let heads =
        heads.map(|(head, class)| view! { <th scope="col" class=class>{head}</th> }.into_any());
    let rows: Vec<AnyView> = scene.controls.into_iter().map(control).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 id="controls">{words.about_controls}</h2>
            {paragraph("", hint.into_any())}
            <div class="scroller" tabindex="0" role="region" aria-labelledby="controls">
                <table>
                    <caption class="unseen">{words.about_controls}</caption>
                    <thead><tr>{Vec::from(heads)}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

/// The class of a cell that holds a number.
const NUMBER: &str = "number";

fn control(row: ControlRow) -> AnyView {
    let note = row
        .note
        .map_or_else(String::new, |note| format!(" – {note}"));
    let source = match row.url {
        Some(url) => view! { <a href=text(move || url.clone())>{row.source}</a> }.into_any(),
        None => row.source.into_any(),
    };
    let source = view! { {source} {note} }.into_any();
    let numbers = [row.asked, row.reached, row.distance];
    let numbers = numbers.map(|number| cell(NUMBER, number.into_any()));
    view! {
        <tr>
            <th scope="row">{row.figure}</th>
            {Vec::from(numbers)}
            {cell("", row.kind.into_any())}
            {cell("", source)}
        </tr>
    }
    .into_any()
}
