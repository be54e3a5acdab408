//! The groups above the regions, ranked as bars.

use leptos::prelude::*;

use super::bar_chart::length;
use super::live::{click, given, paragraph, part, said, span};
use super::page::page;
use crate::scene::{Row, quantity_note, ranking, rests_text};
use crate::view_state::{Change, Quantity};
use crate::words::{Messages, fill};

/// Ranked bars of the provinces, or of the regions of the province in focus; a click looks at one.
#[component]
pub(super) fn RankingPanel() -> impl IntoView {
    let page = page();
    let bars = part(move || {
        let (cube, words) = (page.cube(), page.words());
        let scene = page.view.with(|view| {
            page.figures
                .with(|figures| ranking(&cube, view, figures, words))
        });
        let quantity = page.view.with(|view| view.quantity);
        let Some(scene) = scene else {
            return ().into_any();
        };
        let largest = scene
            .rows
            .iter()
            .filter_map(|row| row.quantity(quantity))
            .fold(0.0, f64::max);
        let title = fill(words.ranking, &[("level", &scene.level)]);
        let title = scene
            .within
            .as_ref()
            .map_or(title.clone(), |within| format!("{within}: {title}"));
        let rows: Vec<AnyView> = scene
            .rows
            .iter()
            .map(|row| bar(row, quantity, largest, words))
            .collect();
        view! { <h2 id="ranking-title">{title}</h2> <ol>{rows}</ol> }.into_any()
    });
    let note = said(move || {
        let (cube, words) = (page.cube(), page.words());
        match page.view.with(|view| view.quantity) {
            Quantity::Count => String::new(),
            quantity @ (Quantity::Share | Quantity::Rate | Quantity::Index) => {
                quantity_note(&cube, quantity, words)
            }
        }
    });
    view! { <section class="ranking" aria-labelledby="ranking-title">{bars}{paragraph("quiet", note)}</section> }
}

fn bar(row: &Row, quantity: Quantity, largest: f64, words: &'static Messages) -> AnyView {
    let page = page();
    let share = row
        .quantity(quantity)
        .filter(|_| largest > 0.0)
        .map(|number| number / largest);
    let pattern = row.quantity_pattern(quantity);
    let after = pattern.map_or_else(String::new, |rests| {
        format!(" ({})", rests_text(rests, words))
    });
    let value = row.quantity_text(quantity, words) + &after;
    let (place, focus) = (row.place, row.focus);
    view! {
        <li class:patterned=pattern.is_some()>
            <button type="button" class="rank" aria-current=given(move || focus.then_some("location"))
                on:click=click(move || page.go(Change::Focus(Some(place))))>
                {span("name", row.name.clone().into_any())}
                <span class="track"><span class="fill" style:width=length(share)></span></span>
                {span("value", value.into_any())}
            </button>
        </li>
    }
    .into_any()
}
