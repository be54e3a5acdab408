//! The groups above the regions, ranked as bars.

use leptos::prelude::*;

use super::bar_chart::length;
use super::live::{click, flag, given, paragraph, part, said, span, text};
use super::page::page;
use super::table_panel::with_row;
use super::value::{Derived, derived, settled};
use crate::scene::{TableScene, quantity_note, ranking, rests_text};
use crate::view_state::{Change, Quantity};
use crate::words::fill;

/// The ranking, shared with its bars.
type Scene = Derived<Option<TableScene>>;

/// Ranked bars of the provinces, or of the regions of the province in focus; a click looks at one.
#[component]
pub(super) fn RankingPanel() -> impl IntoView {
    let page = page();
    let scene: Scene = derived(move || {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| ranking(&cube, view, figures, words))
        })
    });
    let largest = derived(move || {
        let quantity = page.view.with(|view| view.quantity);
        let rows = scene.with(|scene| {
            let rows = scene.iter().flat_map(|scene| &scene.rows);
            rows.filter_map(|row| row.quantity(quantity))
                .fold(0.0, f64::max)
        });
        (quantity, rows)
    });
    let title = text(move || {
        scene.with(|scene| {
            let level = scene.as_ref().map_or("", |scene| &scene.level);
            let title = fill(page.words().ranking, &[("level", level)]);
            let within = scene.as_ref().and_then(|scene| scene.within.as_ref());
            within.map_or(title.clone(), |within| format!("{within}: {title}"))
        })
    });
    let length = settled(move || scene.with(|scene| scene.as_ref().map_or(0, |it| it.rows.len())));
    let bars = part(move || {
        let bars = (0..length.get()).map(|at| view! { <RankedBar scene largest at /> }.into_any());
        bars.collect::<Vec<AnyView>>().into_any()
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
    view! {
        <section class="ranking" aria-labelledby="ranking-title" hidden=flag(move || length.get() == 0)>
            <h2 id="ranking-title">{title}</h2>
            <ol>{bars}</ol>
            {paragraph("quiet", note)}
        </section>
    }
}

/// The bar of a position, which another place takes when the order changes.
#[component]
fn RankedBar(scene: Scene, largest: Derived<(Quantity, f64)>, at: usize) -> impl IntoView {
    let page = page();
    let pattern =
        move || with_row(scene, at, |row| row.quantity_pattern(largest.get().0)).flatten();
    let share = move || {
        let (quantity, largest) = largest.get();
        let number = with_row(scene, at, |row| row.quantity(quantity)).flatten();
        length(
            number
                .filter(|_| largest > 0.0)
                .map(|number| number / largest),
        )
    };
    let value = text(move || {
        let words = page.words();
        let after = pattern().map_or_else(String::new, |rests| {
            format!(" ({})", rests_text(rests, words))
        });
        let quantity = largest.get().0;
        let value = with_row(scene, at, |row| row.quantity_text(quantity, words));
        value.unwrap_or_default() + &after
    });
    let current = given(move || with_row(scene, at, |row| row.focus)?.then_some("location"));
    let name = text(move || with_row(scene, at, |row| row.name.clone()).unwrap_or_default());
    let look = click(move || {
        if let Some(place) = with_row(scene, at, |row| row.place) {
            page.go(Change::Focus(Some(place)));
        }
    });
    view! {
        <li class:patterned=flag(move || pattern().is_some())>
            <button type="button" class="rank" aria-current=current on:click=look>
                {span("name", name.into_any())}
                <span class="track"><span class="fill" style:width=text(share)></span></span>
                {span("value", value.into_any())}
            </button>
        </li>
    }
}
