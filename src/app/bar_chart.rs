//! Bars that filter when they are clicked.

use super::value::{Derived, derived};
use leptos::prelude::*;

use super::live::{aria, click, flag, follows, maybe, said, span, text};
use super::page::page;
use crate::cube::Axis;
use crate::scene::{Bar, BarScene, bars, rests_text};
use crate::view_state::Change;
use crate::words::{fill, plain_number};

/// Longer lists are folded away until they are opened.
const FOLDED: usize = 8;

/// The distribution along a dimension or grouping under all other filters, the unfiltered one as
/// a mark behind it; each bar a toggle.
#[component]
pub(super) fn BarChart(axis: Axis) -> impl IntoView {
    let page = page();
    let unfiltered = page.unfiltered();
    let scene = derived(move || {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| bars(&cube, view, (figures, &unfiltered), (axis, words)))
        })
    });
    let picked = move || scene.with(|scene| scene.picked);
    let clear = maybe(move || {
        let label = scene.with(|scene| fill(page.words().clear, &[("axis", &scene.label)]));
        (picked() > 0 && !page.is_locked(axis)).then(|| {
            let act = click(move || page.go(Change::Clear(axis)));
            view! { <button type="button" class="clear" aria-label=text(move || label.clone()) on:click=act>"×"</button> }
                .into_any()
        })
    });
    let count = page.cube().members(axis).len();
    let items: Vec<AnyView> = (0..count)
        .map(|at| view! { <BarItem scene at axis /> }.into_any())
        .collect();
    let list = view! { <ul class:choosing=flag(move || picked() > 0)>{items}</ul> }.into_any();
    let pattern = said(move || {
        let words = page.words();
        let pattern = scene.with(|scene| scene.pattern);
        pattern.map_or_else(String::new, |rests| {
            format!(" ({})", rests_text(rests, words))
        })
    });
    let head = view! {
        <h3>{text(move || scene.with(|scene| scene.label.clone()))} {span("pattern-note", pattern)}</h3>
    };
    let inside = if count > FOLDED {
        let chosen = said(move || match picked() {
            0 => page.words().all.to_owned(),
            picked => fill(page.words().chosen, &[("n", &picked.to_string())]),
        });
        let open = picked() > 0;
        view! { <details open=open><summary>{head} " " {span("quiet", chosen)}</summary>{list}</details> {clear} }
            .into_any()
    } else {
        view! { {head} {clear} {list} }.into_any()
    };
    let patterned = flag(move || scene.with(|scene| scene.pattern.is_some()));
    let idle = flag(move || scene.with(|scene| scene.idle));
    view! { <section class="bars" class:patterned=patterned hidden=idle>{inside}</section> }
}

/// One bar: name, length, figure and share.
#[component]
fn BarItem(scene: Derived<BarScene>, at: usize, axis: Axis) -> impl IntoView {
    let page = page();
    let of_bar =
        move |of: fn(&Bar) -> String| text(move || scene.with(|scene| of(&scene.bars[at])));
    let position = scene.with_untracked(|scene| scene.bars[at].at);
    view! {
        <li>
            <button type="button" class="bar" disabled=flag(move || page.is_locked(axis))
                {..follows("aria-pressed", move || scene.with(|scene| aria(scene.bars[at].picked).to_owned()))}
                on:click=click(move || page.go(Change::Toggle(axis, position)))
            >
                {span("name", of_bar(|bar| bar.label.clone()).into_any())}
                {span("value", of_bar(|bar| bar.value.clone()).into_any())}
                {span("share", of_bar(|bar| bar.share_text.clone()).into_any())}
                {span("unseen", of_bar(|bar| bar.behind_text.clone()).into_any())}
                <span class="track">
                    <span class="fill" style:width=of_bar(|bar| length(bar.share))></span>
                    <span class="behind" style:left=of_bar(|bar| length(bar.behind))></span>
                </span>
            </button>
        </li>
    }
}

/// A share of the track, in CSS.
pub(super) fn length(share: Option<f64>) -> String {
    plain_number(share.unwrap_or(0.0) * 100.0, 2) + "%"
}
