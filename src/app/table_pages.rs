//! The pages of a long table.
use std::ops::Range;

use leptos::prelude::*;

use super::page::page;
use crate::scene::TableScene;
use crate::view_state::Change;
use crate::words::interpolate;

/// Which rows are shown, and buttons to turn to those before and after; nothing where all are shown.
#[component]
pub(super) fn TablePages(
    scene: Memo<Option<TableScene>>,
    turned: Memo<usize>,
    shown: Memo<Range<usize>>,
) -> impl IntoView {
    let page = page();
    let count = Memo::new(move |_| {
        let scene = scene.read();
        scene
            .as_ref()
            .map_or((0, 1), |scene| (scene.rows.len(), scene.pages()))
    });
    let is_first = move || shown.read().start == 0;
    let is_last = move || shown.read().end == count.get().0;
    let text = move || {
        let numbers = page.words().numbers;
        let shown = shown.read();
        let [first, last, all] = [shown.start + 1, shown.end, count.get().0];
        let values = [
            ("first", &*numbers.count(first)),
            ("last", &numbers.count(last)),
            ("n", &numbers.count(all)),
        ];
        interpolate(page.words().rows_page, &values)
    };
    // A search may have left fewer pages than were turned.
    let at = move || turned.get_untracked().min(count.get_untracked().1 - 1);
    view! {
        <Show when=move || count.get().1 != 1>
            <div class="choices">
                <button type="button" disabled=is_first on:click=move |_| page.go(Change::Turn(at().saturating_sub(1)))>
                    {page.message(|words| words.rows_before)}
                </button>
                <span role="status">{text}</span>
                <button type="button" disabled=is_last on:click=move |_| page.go(Change::Turn(at() + 1))>
                    {page.message(|words| words.rows_after)}
                </button>
            </div>
        </Show>
    }
}
