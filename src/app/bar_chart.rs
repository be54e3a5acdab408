//! Bars that filter when they are clicked.
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::list::List;
use super::live::{aria, click, flag, follows, only_when, said, set, span, text, when};
use super::page::page;
use crate::browser::{Piece, Slot};
use crate::cube::Axis;
use crate::scene::{Bar, BarScene, bars};
use crate::view_state::Change;
use crate::words::{interpolate, plain_number};

/// Longer lists are folded away until they are opened.
const FOLDED: usize = 8;

/// The distribution along a dimension or grouping under all other filters, the unfiltered one as
/// a mark behind it; each bar a toggle.
#[component]
pub(super) fn BarChart(axis: Axis) -> impl IntoView {
    let page = page();
    let unfiltered = page.unfiltered();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            page.figures
                .with(|figures| bars(&cube, view, (figures, &unfiltered), (axis, words)))
        })
    });
    let picked = move || scene.with(|scene| scene.picked);
    let clearable = move || picked() > 0 && !page.is_locked(axis);
    let clear = when(clearable, move || {
        let act = click(move || page.go(Change::Clear(axis)));
        let label = text(move || {
            scene.with(|scene| interpolate(page.words().clear, &[("axis", &scene.label)]))
        });
        view! { <button {..set("type", "button")} class="clear" {..follows("aria-label", label)} on:click=act>"×"</button> }
            .into_any()
    });
    let count = page.cube().members(axis).len();
    let list = view! { <BarList scene axis /> }.into_any();
    let pattern = said(move || {
        let words = page.words();
        let pattern = scene.with(|scene| scene.pattern.clone());
        pattern.map_or_else(String::new, |note| {
            [" ", &interpolate(words.aside, &[("note", &note)])].concat()
        })
    });
    let head = view! {
        <h3>{text(move || scene.with(|scene| scene.label.clone()))} {span("pattern-note", pattern)}</h3>
    };
    let inside = if count > FOLDED {
        let chosen = said(move || match picked() {
            0 => page.words().all.to_owned(),
            picked => {
                let words = page.words();
                words.count(words.chosen, picked, &[])
            }
        });
        let open = picked() > 0;
        view! { <details open=open><summary>{head} " " {span("quiet", chosen)}</summary>{list}</details> {clear} }
            .into_any()
    } else {
        view! { {head} {clear} {list} }.into_any()
    };
    let patterned = flag(move || scene.with(|scene| scene.pattern.is_some()));
    let idle = flag(move || scene.with(|scene| scene.idle));
    // Without a share there is no length to be drawn, nor a mark of one.
    let unshared = flag(move || {
        let has_share = |bar: &Bar| bar.share.or(bar.behind).is_some();
        scene.with(|scene| !scene.bars.iter().any(has_share))
    });
    view! {
        <section class="bars" {..only_when("hidden", idle)} class:patterned=patterned class:unshared=unshared>
            {inside}
        </section>
    }
}

/// One bar: name, length, figure and share, and the share without any filter.
const BAR: [Piece; 9] = [
    Piece::at(0, "li", "", &[]),
    Piece::at(
        1,
        "button",
        "bar",
        &[Slot::Attribute("aria-pressed"), Slot::Attribute("disabled")],
    ),
    Piece::at(2, "span", "name", &[Slot::Text]),
    Piece::at(2, "span", "value", &[Slot::Text]),
    Piece::at(2, "span", "share", &[Slot::Text]),
    Piece::at(2, "span", "unseen", &[Slot::Text]),
    Piece::at(2, "span", "track", &[]),
    Piece::at(3, "span", "fill", &[Slot::Style("width")]),
    Piece::at(3, "span", "behind", &[Slot::Style("left")]),
];

/// What the slots of a bar say.
fn said_of(bar: &Bar, locked: bool) -> Vec<String> {
    let locked = if locked { "true" } else { "" };
    vec![
        aria(bar.picked).to_owned(),
        locked.to_owned(),
        bar.label.clone(),
        bar.value.clone(),
        bar.share_text.clone(),
        bar.behind_text.clone(),
        length(bar.share),
        length(bar.behind),
    ]
}

/// The bars; a click picks one, or no longer.
#[component]
fn BarList(scene: Memo<BarScene>, axis: Axis) -> impl IntoView {
    let page = page();
    let id = format!("bars-{}", page.cube().axis_id(axis));
    let list = List::of(id.clone(), &BAR, move || {
        let locked = page.is_locked(axis);
        scene.with(|scene| {
            let bars = scene.bars.iter();
            bars.map(|bar| said_of(bar, locked)).collect()
        })
    });
    let choose = move |event: MouseEvent| {
        let bar = list.under(&event);
        let at = bar.and_then(|bar| scene.with_untracked(|scene| Some(scene.bars.get(bar)?.at)));
        if let Some(at) = at.filter(|_| !page.is_locked(axis)) {
            page.go(Change::Toggle(axis, at));
        }
    };
    let choosing = flag(move || scene.with(|scene| scene.picked > 0));
    view! { <ul id=id class:choosing=choosing on:click=choose></ul> }
}

/// A share of the track, in CSS.
pub(super) fn length(share: Option<f64>) -> String {
    plain_number(share.unwrap_or(0.0) * 100.0, 2) + "%"
}
