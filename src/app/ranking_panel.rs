//! The groups above the regions, ranked as bars.

use leptos::prelude::*;

use super::page::page;
use crate::scene::{Row, ranking, rests_text, whole_name};
use crate::view_state::{Change, Quantity};
use crate::words::{Messages, fill};

/// Ranked bars of the provinces, or of the regions of the province in focus; a click looks at one.
#[component]
pub(super) fn RankingPanel() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| ranking(&cube, view, figures, words))
        })
    });
    let bars = move || {
        let (words, quantity) = (page.words(), page.view.with(|view| view.quantity));
        scene.get().map(|scene| {
            let largest = scene
                .rows
                .iter()
                .filter_map(|row| row.quantity(quantity))
                .fold(0.0, f64::max);
            let title = fill(words.ranking, &[("level", &scene.level)]);
            let rows = scene
                .rows
                .into_iter()
                .map(|row| bar(row, quantity, largest, words));
            view! { <h2 id="ranking-title">{title}</h2> <ol>{rows.collect_view()}</ol> }
        })
    };
    let note = move || {
        let (cube, words) = (page.cube(), page.words());
        match page.view.with(|view| view.quantity) {
            Quantity::Count => String::new(),
            Quantity::Share => words.note_share.to_owned(),
            Quantity::Rate => {
                let denominator = cube.metadata().denominators.first();
                let label =
                    denominator.map_or("", |denominator| denominator.label.in_lang(words.code));
                fill(words.note_rate, &[("denominator", label)])
            }
            Quantity::Index => fill(words.note_index, &[("whole", &whole_name(&cube, words))]),
        }
    };
    view! {
        <section class="ranking" aria-labelledby="ranking-title">{bars}<p class="quiet">{note}</p></section>
    }
}

fn bar(row: Row, quantity: Quantity, largest: f64, words: &'static Messages) -> impl IntoView {
    let page = page();
    let number = row.quantity(quantity).unwrap_or(0.0);
    let width = if largest > 0.0 {
        number / largest * 100.0
    } else {
        0.0
    };
    let relative = matches!(quantity, Quantity::Share | Quantity::Index);
    let pattern = row
        .pattern
        .filter(|_| relative)
        .map(|rests| rests_text(rests, words));
    let (place, value) = (row.place, row.quantity_text(quantity, words));
    view! {
        <li class:patterned=pattern.is_some()>
            <button type="button" class="rank" aria-current=row.focus.then_some("location")
                on:click=move |_| page.go(Change::Focus(Some(place)))>
                <span class="name">{row.name}</span>
                <span class="track"><span class="fill" style:width=format!("{width:.2}%")></span></span>
                <span class="value">{value} {pattern.map(|pattern| format!(" ({pattern})"))}</span>
            </button>
        </li>
    }
}
