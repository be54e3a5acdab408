//! Every published figure about the place, beside what the cube says itself.

use std::sync::Arc;

use leptos::prelude::*;

use super::companion_view::CompanionView;
use super::page::page;
use super::table_search::TableSearch;
use super::unique_id::UniqueId;
use super::wording::Message;
use crate::scene::{Answered, FactRow, facts};
use crate::words::{Messages, unbroken};

/// The published facts, loaded when they are first asked for.
#[component]
pub(super) fn FactsPanel() -> impl IntoView {
    let companions = page().companions;
    companions.ask_for_facts();
    view! {
        <CompanionView
            file=companions.facts
            loading=|words| words.facts_loading
            missing=|words| words.facts_missing
            retry=move || companions.load_facts()
            let:answered
        >
            <Facts answered />
        </CompanionView>
    }
}

#[component]
fn Facts(answered: Arc<Answered>) -> impl IntoView {
    let page = page();
    // Filters leave the figures as they are.
    let place_and_search =
        Memo::new(move |_| page.view.with(|view| (view.place, view.search.clone())));
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        place_and_search.with(|(place, search)| facts(&cube, (*place, search), &answered, words))
    });
    let nothing = move || {
        let nothing = scene.with(|scene| scene.nothing.clone())?;
        Some(view! { <p>{nothing}</p> })
    };
    let count = move || {
        let words = page.words();
        words.count(words.rows, scene.with(|scene| scene.rows.len()), &[])
    };
    let heads: [Message; 5] = [
        |words| words.about_figure,
        |words| words.about_published,
        |words| words.about_reached,
        |words| words.about_distance,
        |words| words.about_source,
    ];
    let heads = heads.map(|head| {
        view! { <th scope="col" role="columnheader">{move || head(page.words())}</th> }
    });
    let rows = move || {
        let words = page.words();
        let rows = scene.with(|scene| scene.rows.clone()).into_iter();
        rows.map(|row| view! { <Fact row words /> }).collect_view()
    };
    let title_id = UniqueId::new("facts-title");
    // Laid out otherwise where there is little room, the parts of the table keep their roles.
    view! {
        <div class="facts">
            <h2 id=title_id.to_string()>{move || scene.with(|scene| scene.caption.clone())}</h2>
            {nothing}
            <p class="quiet">{page.message(|words| words.facts_hint)}</p>
            <div class="table-bar">
                <p class="quiet">{count}</p>
                <TableSearch />
            </div>
            <div class="scroller" tabindex="0" role="region" aria-labelledby=title_id.to_string()>
                <table role="table" aria-labelledby=title_id.to_string()>
                    <thead role="rowgroup">
                        <tr role="row">{Vec::from(heads)}</tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </div>
    }
}

/// A published figure. A source without an address is a text. Each cell has the head of its column,
/// for where there is no room for heads.
#[component]
fn Fact(row: FactRow, words: &'static Messages) -> impl IntoView {
    let model_class = if row.model.is_empty() {
        "number none"
    } else {
        "number"
    };
    view! {
        <tr role="row" class=row.first.then_some("first")>
            <th role="rowheader" scope="row">
                <span>{row.about}</span>
                <span class="quiet">{[&*row.place, " · ", &*unbroken(&row.period)].concat()}</span>
            </th>
            <td role="cell" class="number" data-label=words.about_published>
                <strong>{row.published}</strong>
                <span class=if row.differs { "differs" } else { "quiet" }>{row.others}</span>
            </td>
            <td role="cell" class=model_class data-label=words.about_reached>
                <span>{row.model}</span>
                <span class="quiet">{unbroken(&row.model_period)}</span>
            </td>
            <td role="cell" class=model_class data-label=words.about_distance>
                {row.distance}
            </td>
            <td role="cell" data-label=words.about_source>
                <a href=row.url>{row.title}</a>
                <span class="quiet">{row.publisher}</span>
            </td>
        </tr>
    }
}
