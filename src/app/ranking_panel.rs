//! The groups above the regions, or the categories of a dimension, ranked as bars.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::bar_chart::length;
use super::list::List;
use super::live::{only_when, paragraph, said, set, text};
use super::page::page;
use crate::browser::{Piece, Slot};
use crate::scene::{RankedBar, RankingScene, choice_of, quantity_note, ranking};
use crate::view_state::Quantity;

/// The ranking, shared with its bars.
type Scene = Memo<Option<RankingScene>>;

/// Ranked bars of the groups above the regions, or of the regions of one in focus; a click looks at
/// one. Without places, of the categories of the table; a click filters by one.
#[component]
pub(super) fn RankingPanel() -> impl IntoView {
    let page = page();
    let scene: Scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            page.figures
                .with(|figures| ranking(&cube, view, figures, words))
        })
    });
    let of_scene = move |of: fn(&RankingScene) -> String| {
        scene.with(|scene| scene.as_ref().map(of).unwrap_or_default())
    };
    let title = text(move || of_scene(|scene| scene.title.clone()));
    let empty = Memo::new(move |_| scene.with(|scene| scene.iter().all(|it| it.bars.is_empty())));
    let list = List::of(LIST.to_owned(), &RANK, move || {
        scene.with(|scene| {
            let bars = scene.iter().flat_map(|scene| &scene.bars);
            bars.map(said_of).collect()
        })
    });
    let look = move |event: MouseEvent| {
        let place = list
            .under(&event)
            .and_then(|at| scene.with(|scene| Some(scene.as_ref()?.bars.get(at)?.place)));
        if let Some(place) = place {
            page.go(choice_of(&page.cube(), place));
        }
    };
    let note = said(move || {
        let (cube, words) = (page.cube(), page.words());
        match page.common.with(|view| (view.quantity, view.share_of)) {
            (Quantity::Count, _) => String::new(),
            quantity @ (Quantity::Share | Quantity::Rate | Quantity::Index, _) => {
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
fn said_of(bar: &RankedBar) -> Vec<String> {
    let only = |when: bool, said: &str| if when { said } else { "" }.to_owned();
    vec![
        only(bar.patterned, "patterned"),
        only(bar.focus, "location"),
        bar.name.clone(),
        length(bar.length),
        bar.text.clone(),
    ]
}
