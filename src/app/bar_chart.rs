//! Bars that filter when they are clicked.

use leptos::prelude::*;

use super::page::page;
use crate::cube::Axis;
use crate::scene::{Bar, BarScene, bars, rests_text};
use crate::view_state::Change;
use crate::words::fill;

/// The distribution along a dimension or grouping under all other filters, the unfiltered one as
/// a mark behind it; each bar a toggle.
#[component]
pub(super) fn BarChart(axis: Axis) -> impl IntoView {
    let page = page();
    let unfiltered = page.unfiltered();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| bars(&cube, view, (figures, &unfiltered), (axis, words)))
        })
    });
    let long = page.cube().members(axis).len() > 8;
    let clear = move || {
        let words = page.words();
        let label = scene.with(|scene| fill(words.clear, &[("axis", &scene.label)]));
        (scene.with(|scene| scene.picked) > 0).then(|| {
            view! {
                <button type="button" class="clear" aria-label=label.clone() title=label
                    on:click=move |_| page.go(Change::Clear(axis))>"×"</button>
            }
        })
    };
    let pattern = move || {
        let words = page.words();
        scene
            .with(|scene| scene.pattern)
            .map(|rests| rests_text(rests, words))
    };
    let list = move || {
        let count = scene.with_untracked(|scene| scene.bars.len());
        (0..count)
            .map(|at| view! { <BarItem scene at axis /> })
            .collect_view()
    };
    let any = move || scene.with(|scene| scene.picked > 0);
    let id = page.cube().axis_id(axis).to_string();
    let open = long && any();
    let head = move || {
        view! {
            <span class="axis">{move || scene.with(|scene| scene.label.clone())}</span>
            <span class="pattern-note">{move || pattern().map(|pattern| format!(" ({pattern})"))}</span>
        }
    };
    if long {
        let chosen = move || {
            let words = page.words();
            let picked = scene.with(|scene| scene.picked).to_string();
            if picked == "0" {
                words.all.to_owned()
            } else {
                fill(words.chosen, &[("n", &picked)])
            }
        };
        view! {
            <section class="bars" class:patterned=move || pattern().is_some() data-axis=id>
                <details open=open>
                    <summary><h3>{head}</h3> <span class="quiet">{chosen}</span></summary>
                    <ul class:choosing=any>{list}</ul>
                </details>
                {clear}
            </section>
        }
        .into_any()
    } else {
        view! {
            <section class="bars" class:patterned=move || pattern().is_some() data-axis=id>
                <h3>{head}</h3>
                {clear}
                <ul class:choosing=any>{list}</ul>
            </section>
        }
        .into_any()
    }
}

/// One bar: name, length, figure and share.
#[component]
fn BarItem(scene: Memo<BarScene>, at: usize, axis: Axis) -> impl IntoView {
    let page = page();
    let bar = Memo::new(move |_| scene.with(|scene| scene.bars[at].clone()));
    let length = |share: Option<f64>| format!("{:.2}%", share.unwrap_or(0.0) * 100.0);
    let text = move |part: fn(&Bar) -> &String| move || bar.with(|bar| part(bar).clone());
    let position = bar.with_untracked(|bar| bar.at);
    view! {
        <li>
            <button type="button" class="bar"
                aria-pressed=move || if bar.with(|bar| bar.picked) { "true" } else { "false" }
                aria-label=text(|bar| &bar.spoken)
                on:click=move |_| page.go(Change::Toggle(axis, position))
            >
                <span class="name">{text(|bar| &bar.label)}</span>
                <span class="value">{text(|bar| &bar.value)}</span>
                <span class="share">{text(|bar| &bar.share_text)}</span>
                <span class="track">
                    <span class="fill" style:width=move || length(bar.with(|bar| bar.share))></span>
                    <span class="behind" style:left=move || length(bar.with(|bar| bar.behind))></span>
                </span>
            </button>
        </li>
    }
}
