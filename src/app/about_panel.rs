//! What the figures are.

use leptos::prelude::*;

use super::list::List;
use super::live::{heading, paragraph, set};
use super::page::page;
use crate::browser::{Piece, Slot};
use crate::cube::{Cube, Label};
use crate::scene::{AboutScene, ControlRow, about, bar_axes, release_text};
use crate::words::{Messages, interpolate};

/// A heading and its paragraphs, which an empty line parts.
const SECTION: [Piece; 3] = [
    Piece::at(0, "div", "", &[]),
    Piece::at(1, "h2", "", &[Slot::Text]),
    Piece::at(1, "p", "lines", &[Slot::Text]),
];

/// A dimension and its members.
const TERM: [Piece; 3] = [
    Piece::at(0, "div", "", &[]),
    Piece::at(1, "dt", "", &[Slot::Text]),
    Piece::at(1, "dd", "", &[Slot::Text]),
];

/// A published figure, as asked and as reached. A link without an address is a text.
const CONTROL: [Piece; 9] = [
    Piece::at(0, "tr", "", &[]),
    Piece::at(1, "th", "", &[Slot::Attribute("scope"), Slot::Text]),
    Piece::at(1, "td", "number", &[Slot::Text]),
    Piece::at(1, "td", "number", &[Slot::Text]),
    Piece::at(1, "td", "number", &[Slot::Text]),
    Piece::at(1, "td", "", &[Slot::Text]),
    Piece::at(1, "td", "", &[]),
    Piece::at(2, "a", "", &[Slot::Attribute("href"), Slot::Text]),
    Piece::at(2, "span", "", &[Slot::Text]),
];

/// The ids of the lists.
const SECTIONS: &str = "about-texts";
const TERMS: &str = "about-dimensions";
const CONTROLS: &str = "about-controls";

/// What is published and what is modelled, the method, every control, conflicts, licence, release.
#[component]
pub(super) fn AboutPanel() -> impl IntoView {
    let page = page();
    List::of(SECTIONS.to_owned(), &SECTION, move || {
        sections(&page.cube(), page.words())
    });
    List::of(TERMS.to_owned(), &TERM, move || {
        let (cube, words) = (page.cube(), page.words());
        let said = |label: &Label| label.in_lang(words.code).to_owned();
        let term = |axis| {
            let members = cube.members(axis).iter();
            let members: Vec<String> = members.map(|(_, it)| said(it.label())).collect();
            let members: Vec<&str> = members.iter().map(|it| &**it).collect();
            vec![said(cube.axis_label(axis)), words.listed(&members)]
        };
        let measures = cube.axes().filter(|axis| cube.is_measure(*axis));
        let several = measures.filter(|axis| cube.members(*axis).len() > 1);
        several.chain(bar_axes(&cube)).map(term).collect()
    });
    let controls = (!page.cube().metadata().controls.is_empty()).then(|| view! { <Controls /> });
    view! {
        <div class="about">
            <div {..set("id", SECTIONS)}></div>
            {heading(page.tell(|words| words.about_dimensions))}
            <dl {..set("id", TERMS)}></dl>
            {controls}
        </div>
    }
}

/// Every published figure that the dataset was made to meet, or is compared with.
#[component]
fn Controls() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| about(&page.cube(), page.words()));
    List::of(CONTROLS.to_owned(), &CONTROL, move || {
        scene.with(|scene| scene.controls.iter().map(said_of).collect())
    });
    let hint = super::live::said(move || scene.with(|scene| hint(scene, page.words())));
    let heads: [fn(&Messages) -> &'static str; 6] = [
        |words| words.about_figure,
        |words| words.about_published,
        |words| words.about_reached,
        |words| words.about_distance,
        |words| words.about_kind,
        |words| words.about_source,
    ];
    let heads =
        heads.map(|head| view! { <th {..set("scope", "col")}>{page.tell(head)}</th> }.into_any());
    let title = move || page.tell(|words| words.about_controls);
    view! {
        <h2 {..set("id", "controls")}>{title()}</h2>
        {paragraph("", hint)}
        <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "controls")}>
            <table>
                <caption class="unseen">{title()}</caption>
                <thead><tr>{Vec::from(heads)}</tr></thead>
                <tbody {..set("id", CONTROLS)}></tbody>
            </table>
        </div>
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

/// What the slots of a control say.
fn said_of(row: &ControlRow) -> Vec<String> {
    let note = row.note.iter().flat_map(|note| [" – ", note]);
    vec![
        "row".to_owned(),
        row.figure.clone(),
        row.published.clone(),
        row.reached.clone(),
        row.distance.clone(),
        row.kind.to_owned(),
        row.url.clone().unwrap_or_default(),
        row.source.clone(),
        note.collect(),
    ]
}

/// Headings and paragraphs; none where the dataset has nothing to say.
fn sections(cube: &Cube, words: &Messages) -> Vec<Vec<String>> {
    let metadata = cube.metadata();
    let what = if metadata.modelled {
        words.about_modelled
    } else {
        words.about_counted
    };
    let said = |label: &Label| label.in_lang(words.code).to_owned();
    let all = |labels: &[Label]| labels.iter().map(said).collect::<Vec<String>>();
    let conflicts = metadata.conflicts.iter().map(|it| said(&it.text));
    let denominators = metadata.denominators.iter().map(|it| {
        let source = &it.source;
        let source = [&source.title, &source.publisher, &source.date].into_iter();
        let source = source.map(|part| &**part).filter(|part| !part.is_empty());
        let source: Vec<&str> = source.collect();
        words.listed_by_stops(&[&said(&it.label), &words.listed(&source)])
    });
    let mut whole = vec![what.to_owned(), release_text(cube, words)];
    whole.extend(metadata.next_update.as_deref().map(|due| {
        let values = [("label", words.about_next_update), ("text", due)];
        interpolate(words.labelled, &values)
    }));
    let sections: [(&str, Vec<String>); 7] = [
        (words.about_what, whole),
        (words.about_contact, all(&metadata.contact)),
        (words.about_method, all(&metadata.method)),
        (words.about_notes, all(&metadata.notes)),
        (words.about_conflicts, conflicts.collect()),
        (words.about_denominators, denominators.collect()),
        (
            words.about_licence,
            metadata.licence.iter().map(said).collect(),
        ),
    ];
    let told = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    told.map(|(title, lines)| vec![title.to_owned(), lines.join("\n\n")])
        .collect()
}
