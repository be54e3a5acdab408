//! On a phone: the figure and the way to the filters, always in reach.

use leptos::html;
use leptos::prelude::*;

use super::headline_figure::HeadlineFigure;
use super::page::page;
use super::sheet::Sheet;
use crate::scene::filter_chips;
use crate::words::interpolate;

/// The figure of the view, and a button that opens the filters over the foot of the window.
#[component]
pub(super) fn BottomBar(sheet: Sheet) -> impl IntoView {
    let page = page();
    let set = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common
            .with(|view| words.numbers.count(filter_chips(&cube, view, words).len()))
    });
    let button = NodeRef::<html::Button>::new();
    sheet.returns_to(button);
    view! {
        <div class="bottom-bar" translate="no">
            <strong aria-hidden="true">
                <HeadlineFigure />
            </strong>
            <button
                type="button"
                node_ref=button
                aria-expanded=move || sheet.is_open().to_string()
                on:click=move |_| sheet.toggle()
            >
                {move || set.with(|n| interpolate(page.words().filters_open, &[("n", n)]))}
            </button>
        </div>
    }
}
