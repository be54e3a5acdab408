//! The filters: what is measured, then one bar chart for each dimension and grouping.

use leptos::prelude::*;

use super::bar_chart::BarChart;
use super::live::{click, flag, only_when, paragraph, said, set};
use super::measure_chooser::MeasureChoosers;
use super::page::page;
use crate::scene::bar_axes;
use crate::view_state::Change;

/// The choice of the measure and all bar charts, with a way to clear these together.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let page = page();
    let none = flag(move || !page.view.with(|view| view.is_filtered(&page.cube())));
    let charts: Vec<AnyView> = bar_axes(&page.cube())
        .into_iter()
        .map(|axis| view! { <BarChart axis /> }.into_any())
        .collect();
    let hint = said(move || {
        let words = page.words();
        words.sentences(&[words.filters_hint, words.behind])
    });
    let hint = paragraph("quiet", hint);
    view! {
        <section class="filters" {..set("aria-labelledby", "filters-title")}>
            <div class="head">
                <h2 {..set("id", "filters-title")}>{page.say(|words| words.filters)}</h2>
                <button {..set("type", "button")} {..only_when("disabled", none)} on:click=click(move || page.go(Change::ClearAll))>
                    {page.say(|words| words.clear_all)}
                </button>
            </div>
            <MeasureChoosers />
            {hint}
            {charts}
        </section>
    }
}
