//! Every published figure about the place, beside what the cube says itself.

use std::sync::Arc;

use leptos::prelude::*;

use super::beside::beside;
use super::list::List;
use super::live::{paragraph, said, set, text, when};
use super::page::page;
use super::table_search::TableSearch;
use crate::browser::{Piece, Slot};
use crate::scene::{Answered, FactRow, facts};
use crate::words::Messages;

/// The id of the rows.
const LIST: &str = "facts-rows";

/// Tables that are laid out otherwise where there is little room keep their roles by these.
const ROLE: Slot = Slot::Attribute("role");
/// The head of the column, for where there is no room for heads.
const LABEL: Slot = Slot::Attribute("data-label");

/// A published figure. A link without an address is a text.
const FACT: [Piece; 14] = [
    Piece::at(0, "tr", "", &[ROLE, Slot::Attribute("class")]),
    Piece::at(1, "th", "", &[ROLE, Slot::Attribute("scope")]),
    Piece::at(2, "span", "", &[Slot::Text]),
    Piece::at(2, "span", "quiet", &[Slot::Text]),
    Piece::at(1, "td", "", &[ROLE, Slot::Attribute("class"), LABEL]),
    Piece::at(2, "strong", "", &[Slot::Text]),
    Piece::at(2, "span", "", &[Slot::Attribute("class"), Slot::Text]),
    Piece::at(1, "td", "", &[ROLE, Slot::Attribute("class"), LABEL]),
    Piece::at(2, "span", "", &[Slot::Text]),
    Piece::at(2, "span", "quiet", &[Slot::Text]),
    Piece::at(
        1,
        "td",
        "",
        &[ROLE, Slot::Attribute("class"), LABEL, Slot::Text],
    ),
    Piece::at(1, "td", "", &[ROLE, LABEL]),
    Piece::at(2, "a", "", &[Slot::Attribute("href"), Slot::Text]),
    Piece::at(2, "span", "quiet", &[Slot::Text]),
];

/// The published facts, loaded when they are first asked for.
#[component]
pub(super) fn FactsPanel() -> impl IntoView {
    let page = page();
    page.companions.ask_for_facts();
    beside(
        page,
        page.companions.facts,
        (|words| words.facts_loading, |words| words.facts_missing),
        |page| page.companions.load_facts(),
        |facts| view! { <Facts answered=facts /> }.into_any(),
    )
}

#[component]
fn Facts(answered: Arc<Answered>) -> impl IntoView {
    let page = page();
    // Filters leave the figures as they are.
    let asked = Memo::new(move |_| page.view.with(|view| (view.place, view.search.clone())));
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        asked.with(|(place, search)| facts(&cube, (*place, search), &answered, words))
    });
    List::of(LIST.to_owned(), &FACT, move || {
        let words = page.words();
        scene.with(|scene| scene.rows.iter().map(|row| said_of(row, words)).collect())
    });
    let count = said(move || {
        let words = page.words();
        words.count(words.rows, scene.with(|scene| scene.rows.len()), &[])
    });
    let nothing = move || scene.with(|scene| scene.nothing.clone().unwrap_or_default());
    let nothing = when(
        move || scene.with(|scene| scene.nothing.is_some()),
        move || paragraph("", said(nothing)),
    );
    let heads: [fn(&Messages) -> &'static str; 5] = [
        |words| words.about_figure,
        |words| words.about_published,
        |words| words.about_reached,
        |words| words.about_distance,
        |words| words.about_source,
    ];
    let heads = heads.map(|head| {
        view! { <th {..set("scope", "col")} {..set("role", "columnheader")}>{page.tell(head)}</th> }
            .into_any()
    });
    let caption = text(move || scene.with(|scene| scene.caption.clone()));
    view! {
        <div class="facts">
            <h2 {..set("id", "facts-title")}>{caption}</h2>
            {nothing}
            {paragraph("quiet", page.tell(|words| words.facts_hint))}
            <div class="table-bar">{paragraph("quiet", count)} <TableSearch /></div>
            <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "facts-title")}>
                <table {..set("role", "table")} {..set("aria-labelledby", "facts-title")}>
                    <thead {..set("role", "rowgroup")}><tr {..set("role", "row")}>{Vec::from(heads)}</tr></thead>
                    <tbody {..set("role", "rowgroup")} {..set("id", LIST)}></tbody>
                </table>
            </div>
        </div>
    }
}

/// What the slots of a figure say.
fn said_of(row: &FactRow, words: &Messages) -> Vec<String> {
    let first = if row.first { "first" } else { "" };
    let beside = if row.model.is_empty() {
        "number none"
    } else {
        "number"
    };
    let others = if row.differs { "differs" } else { "quiet" };
    let url = row.url.as_deref().unwrap_or_default();
    let at = [&*row.place, " · ", &row.period].concat();
    let said: [&str; 26] = [
        "row",
        first,
        "rowheader",
        "row",
        &row.about,
        &at,
        "cell",
        "number",
        words.about_published,
        &row.published,
        others,
        &row.others,
        "cell",
        beside,
        words.about_reached,
        &row.model,
        &row.model_period,
        "cell",
        beside,
        words.about_distance,
        &row.distance,
        "cell",
        words.about_source,
        url,
        &row.title,
        &row.publisher,
    ];
    said.map(str::to_owned).to_vec()
}
