//! Bars that filter when they are clicked.

use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, MouseEvent};

use super::arrow_keys::arrow_keys;
use super::mark::MarkSign;
use super::page::page;
use crate::browser;
use crate::cube::{Axis, Sureness};
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
        let (common, figures) = (page.common, page.figures);
        common.with(|view| {
            figures.with(|figures| bars(&cube, view, (figures, &unfiltered), (axis, words)))
        })
    });
    let label = move || scene.with(|scene| scene.label.clone());
    let lang = move || scene.with(|scene| scene.lang.clone());
    let picked = Memo::new(move |_| scene.with(|scene| scene.picked));
    let mark = Memo::new(move |_| scene.with(|scene| scene.mark.clone()));
    let sign = move || mark.get().map(|mark| view! { " " <MarkSign mark /> });
    let is_pattern = move || {
        mark.with(|mark| (mark.as_ref()).is_some_and(|mark| mark.sureness() == Sureness::Pattern))
    };
    let head = move || {
        view! {
            <h3>
                <span lang=lang>{label}</span>
                {sign}
            </h3>
        }
    };
    let chosen = move || match picked.get() {
        0 => {
            let read = scene.with(|scene| scene.read.clone());
            read.unwrap_or_else(|| page.words().all.to_owned())
        }
        picked => {
            let words = page.words();
            words.count(words.chosen, picked, &[])
        }
    };
    let is_long = page.cube().members(axis).len() > FOLDED;
    let open = RwSignal::new(picked.get_untracked() > 0);
    let toggled = move |event: Event| open.set(browser::is_open(&event));
    let list = if is_long {
        view! {
            <details open=open.get_untracked() on:toggle=toggled>
                <summary>{head()} " " <span class="quiet">{chosen}</span></summary>
                <Show when=move || open.get()>
                    <BarList scene axis />
                </Show>
            </details>
        }
        .into_any()
    } else {
        view! {
            {head()}
            <BarList scene axis />
        }
        .into_any()
    };
    // Without a share there is no length to be drawn, nor a mark of one.
    let unshared = move || {
        let has_share = |bar: &Bar| bar.share.or(bar.behind).is_some();
        scene.with(|scene| !scene.bars.iter().any(has_share))
    };
    let clear_name = move || interpolate(page.words().clear, &[("axis", &label())]);
    view! {
        <div
            class="bars"
            role="group"
            aria-label=label
            hidden=move || scene.with(|scene| scene.idle)
            class:patterned=is_pattern
            class:unshared=unshared
            translate="no"
        >
            {list}
            <Show when=move || { picked.get() > 0 }>
                <button
                    type="button"
                    class="clear"
                    aria-label=clear_name
                    on:click=move |_| page.go(Change::Clear(axis))
                >
                    "×"
                </button>
            </Show>
        </div>
    }
}

/// The bars, one Tab stop together: arrows lead from bar to bar, a click picks one, or no longer.
#[component]
fn BarList(scene: Memo<BarScene>, axis: Axis) -> impl IntoView {
    let list = NodeRef::<html::Ul>::new();
    // The bar that Tab reaches.
    let reached = RwSignal::new(scene.with_untracked(|scene| {
        let picked = scene.bars.iter().position(|bar| bar.picked);
        picked.unwrap_or(0)
    }));
    let count = scene.with_untracked(|scene| scene.bars.len());
    let bars = (0..count).map(|nth| view! { <BarItem scene axis nth reached /> });
    view! {
        <ul
            node_ref=list
            class:choosing=move || scene.with(|scene| scene.picked > 0)
            on:keydown=arrow_keys(list, reached)
        >
            {bars.collect_view()}
        </ul>
    }
}

/// One bar: name, figure, share, length, and the share without any filter.
#[component]
fn BarItem(
    scene: Memo<BarScene>,
    axis: Axis,
    nth: usize,
    reached: RwSignal<usize>,
) -> impl IntoView {
    let page = page();
    let at = scene.with_untracked(|scene| scene.bars[nth].at);
    let bar = Memo::new(move |_| scene.with(|scene| scene.bars[nth].clone()));
    let choose = move |_: MouseEvent| {
        reached.set(nth);
        page.go(Change::Toggle(axis, at));
    };
    view! {
        <li>
            <button
                type="button"
                class="bar"
                aria-pressed=move || bar.with(|bar| bar.picked.to_string())
                tabindex=move || if reached.get() == nth { "0" } else { "-1" }
                on:click=choose
            >
                <span class="name" lang=move || bar.with(|bar| bar.lang.clone())>
                    {move || bar.with(|bar| bar.label.clone())}
                </span>
                " "
                <span class="value">{move || bar.with(|bar| bar.value.clone())}</span>
                " "
                <span class="share">{move || bar.with(|bar| bar.share_text.clone())}</span>
                " "
                <span class="unseen">{move || bar.with(|bar| bar.behind_text.clone())}</span>
                <span class="track">
                    <span class="fill" style:width=move || bar.with(|bar| length(bar.share))></span>
                    <span
                        class="behind"
                        style:inset-inline-start=move || bar.with(|bar| length(bar.behind))
                    ></span>
                </span>
            </button>
        </li>
    }
}

/// A share of the track, in CSS.
pub(super) fn length(share: Option<f64>) -> String {
    plain_number(share.unwrap_or(0.0) * 100.0, 2) + "%"
}
