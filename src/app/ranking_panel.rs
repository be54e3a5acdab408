//! The groups above the regions, or the categories of a dimension, ranked as bars.

use leptos::prelude::*;

use super::bar_chart::length;
use super::mark::MarkSign;
use super::page::page;
use super::unique_id::UniqueId;
use crate::cube::Sureness;
use crate::scene::{RankedBar, choice_of, quantity_note, ranking};
use crate::view_state::Quantity;

/// Ranked bars of the groups above the regions, or of the regions of one in focus; a click looks at
/// one. Without places, of the categories of the table; a click filters by one.
#[component]
pub(super) fn RankingPanel() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            page.figures
                .with(|figures| ranking(&cube, view, figures, words))
        })
    });
    let title = move || scene.with(|scene| scene.as_ref().map(|scene| scene.title.clone()));
    let is_empty =
        move || scene.with(|scene| scene.as_ref().is_none_or(|scene| scene.bars.is_empty()));
    // By position and not by place: the focus stays where it is, whatever comes to stand there.
    let bars = move || {
        let bars = scene.get().into_iter().flat_map(|scene| scene.bars);
        bars.map(|bar| view! { <Bar bar /> }).collect_view()
    };
    let more = move || scene.with(|scene| scene.as_ref().map(|scene| scene.more.clone()));
    let note = move || {
        let (cube, words) = (page.cube(), page.words());
        match page.common.with(|view| (view.quantity, view.share_of)) {
            (Quantity::Count, _) => String::new(),
            quantity @ (Quantity::Share | Quantity::Rate | Quantity::Index, _) => {
                quantity_note(&cube, quantity, words)
            }
        }
    };
    let title_id = UniqueId::new("ranking-title");
    view! {
        <section class="ranking" aria-labelledby=title_id.to_string() hidden=is_empty>
            <h2 id=title_id.to_string()>{title}</h2>
            <ol>{bars}</ol>
            <p class="quiet">{more} " " {note}</p>
        </section>
    }
}

/// One bar: name, length and figure.
#[component]
fn Bar(bar: RankedBar) -> impl IntoView {
    let page = page();
    let choose = move |_| page.go(choice_of(&page.cube(), bar.place));
    let is_pattern = (bar.mark.as_ref()).is_some_and(|mark| mark.sureness() == Sureness::Pattern);
    let sign = bar.mark.map(|mark| view! { " " <MarkSign mark /> });
    view! {
        <li class=is_pattern.then_some("patterned")>
            <button
                type="button"
                class="rank"
                aria-current=bar.focus.then_some("location")
                on:click=choose
            >
                <span class="name" lang=bar.lang>{bar.name}</span>
                <span class="track">
                    <span class="fill" style:width=length(bar.length)></span>
                </span>
                <span class="value">{bar.text} {sign}</span>
            </button>
        </li>
    }
}
