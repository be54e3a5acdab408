//! The groups above the regions, ranked as bars.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::bar_chart::length;
use super::list::List;
use super::live::{only_when, paragraph, said, set, text};
use super::page::page;
use super::table_panel::with_row;
use super::value::{Derived, derived, settled};
use crate::browser::{Piece, Slot};
use crate::scene::{Row, TableScene, quantity_note, ranking, rests_text};
use crate::view_state::{Change, Quantity};
use crate::words::{Messages, fill};

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
    let empty = settled(move || scene.with(|scene| scene.iter().all(|it| it.rows.is_empty())));
    let list = List::of(LIST.to_owned(), &RANK, move || {
        let words = page.words();
        let (quantity, largest) = largest.get();
        scene.with(|scene| {
            let rows = scene.iter().flat_map(|scene| &scene.rows);
            rows.map(|row| said_of(row, (quantity, largest), words))
                .collect()
        })
    });
    let look = move |event: MouseEvent| {
        let row = list.under(&event);
        if let Some(place) = row.and_then(|at| with_row(scene, at, |row| row.place)) {
            page.go(Change::Focus(Some(place)));
        }
    };
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
        <section class="ranking" {..set("aria-labelledby", "ranking-title")} {..only_when("hidden", move || empty.get())}>
            <h2 {..set("id", "ranking-title")}>{title}</h2>
            <ol {..set("id", LIST)} on:click=look></ol>
            {paragraph("quiet", note)}
        </section>
    }
}

/// The id of the list.
const LIST: &str = "ranked";

/// One bar: name, length and figure.
const RANK: [Piece; 6] = [
    Piece::at(0, "li", "", &[Slot::Attribute("class")]),
    Piece::at(1, "button", "rank", &[Slot::Attribute("aria-current")]),
    Piece::at(2, "span", "name", &[Slot::Text]),
    Piece::at(2, "span", "track", &[]),
    Piece::at(3, "span", "fill", &[Slot::Style("width")]),
    Piece::at(2, "span", "value", &[Slot::Text]),
];

/// What the slots of a bar say.
fn said_of(
    row: &Row,
    (quantity, largest): (Quantity, f64),
    words: &'static Messages,
) -> Vec<String> {
    let pattern = row.quantity_pattern(quantity);
    let number = row.quantity(quantity).filter(|_| largest > 0.0);
    let mut value = row.quantity_text(quantity, words);
    if let Some(rests) = pattern {
        value.push_str(&[" (", rests_text(rests, words), ")"].concat());
    }
    let only = |when: bool, said: &str| if when { said } else { "" }.to_owned();
    vec![
        only(pattern.is_some(), "patterned"),
        only(row.focus, "location"),
        row.name.clone(),
        length(number.map(|number| number / largest)),
        value,
    ]
}
