//! The filters: one bar chart for each dimension and grouping.

use leptos::prelude::*;

use super::bar_chart::BarChart;
use super::page::page;
use crate::scene::bar_axes;
use crate::view_state::Change;

/// All bar charts, with a way to clear them together.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let page = page();
    let any = move || page.view.with(|view| !view.filters.is_all());
    let charts = bar_axes(&page.cube())
        .into_iter()
        .map(|axis| view! { <BarChart axis /> })
        .collect_view();
    view! {
        <section class="filters" aria-labelledby="filters-title">
            <div class="head">
                <h2 id="filters-title">{move || page.words().filters}</h2>
                <button type="button" disabled=move || !any() on:click=move |_| page.go(Change::ClearAll)>
                    {move || page.words().clear_all}
                </button>
            </div>
            <p class="quiet">{move || page.words().filters_hint} " " {move || page.words().behind}</p>
            {charts}
        </section>
    }
}
