//! What is chosen, as chips to let go of.

use leptos::html;
use leptos::prelude::*;

use super::arrow_keys::arrow_keys;
use super::headline_figure::HeadlineFigure;
use super::page::page;
use crate::browser::focus_button;
use crate::scene::{Chip, chips};
use crate::view_state::Change;
use crate::words::interpolate;

/// Every choice with a button to let go of it, one Tab stop together, and all of them at once. Once
/// the headline has left the window, its figure stands before them.
#[component]
pub(super) fn Chips(headline_gone: RwSignal<bool>) -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| chips(&cube, view, words))
    });
    let list = NodeRef::<html::Ul>::new();
    let active = RwSignal::new(0);
    let count = Memo::new(move |_| {
        scene.with(|chips| chips.iter().filter(|chip| chip.removal.is_some()).count())
    });
    // The chip is gone then, and its neighbour has the focus.
    let let_go = move |(change, at): (Change, usize)| {
        page.go(change);
        active.set(at.min(count.get_untracked().saturating_sub(1)));
        request_animation_frame(move || {
            list.get_untracked().inspect(|list| focus_button(list, at));
        });
    };
    let numbered = move || {
        let mut at = 0;
        let mut number = |chip: Chip| {
            let own = at;
            at += usize::from(chip.removal.is_some());
            (own, chip)
        };
        scene.get().into_iter().map(&mut number).collect::<Vec<_>>()
    };
    let chip = move |(at, chip): (usize, Chip)| {
        let Some(change) = chip.removal else {
            return view! { <span class="chip" lang=chip.lang>{chip.text}</span> }.into_any();
        };
        let name = move || interpolate(page.words().chip_remove, &[("choice", &chip.full_text)]);
        let reached = move || active.get().min(count.get().saturating_sub(1)) == at;
        view! {
            <button
                type="button"
                class="chip"
                aria-label=name
                tabindex=move || if reached() { "0" } else { "-1" }
                on:click=move |_| let_go((change.clone(), at))
            >
                <span lang=chip.lang>{chip.text}</span>
                <span aria-hidden="true">" ×"</span>
            </button>
        }
        .into_any()
    };
    let is_filtered = move || page.common.with(|view| view.is_filtered(&page.cube()));
    let clear = move |_| {
        page.go(Change::ClearAll);
        request_animation_frame(move || {
            list.get_untracked().inspect(|list| focus_button(list, 0));
        });
    };
    view! {
        <div class="choice" class:stuck=move || headline_gone.get() translate="no">
            <p class="stuck-figure" aria-hidden="true">
                <HeadlineFigure />
            </p>
            <ul
                class="chips"
                tabindex="-1"
                aria-label=page.message(|words| words.chips)
                node_ref=list
                on:keydown=arrow_keys(list, active)
            >
                {move || {
                    let chips = numbered().into_iter();
                    chips.map(|numbered| view! { <li>{chip(numbered)}</li> }).collect_view()
                }}
            </ul>
            <Show when=move || scene.with(Vec::is_empty)>
                <p class="quiet">{page.message(|words| words.no_filter)}</p>
            </Show>
            <Show when=move || count.get() != 0 && is_filtered()>
                <button type="button" class="clear-all" on:click=clear>
                    {page.message(|words| words.clear_all)}
                </button>
            </Show>
        </div>
    }
}
