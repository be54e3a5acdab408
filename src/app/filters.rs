//! The filters: what is measured, then one bar chart for each dimension and grouping.

use leptos::prelude::*;

use super::bar_chart::BarChart;
use super::live::{click, flag, only_when, paragraph, said, set};
use super::measure_chooser::MeasureChoosers;
use super::page::page;
use crate::scene::{bar_axes, measure_choices};
use crate::view_state::Change;

/// The choice of the measure and all bar charts, with a way to clear these together. Nothing where
/// there is nothing to choose.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let page = page();
    let axes = bar_axes(&page.cube());
    let bars = !axes.is_empty();
    let words = page.words_now();
    let measures = page
        .view
        .with_untracked(|view| !measure_choices(&page.cube(), view, words).is_empty());
    if !bars && !measures {
        return ().into_any();
    }
    let none = flag(move || !page.common.with(|view| view.is_filtered(&page.cube())));
    let clear = bars.then(|| {
        view! {
            <button {..set("type", "button")} {..only_when("disabled", none)} on:click=click(move || page.go(Change::ClearAll))>
                {page.say(|words| words.clear_all)}
            </button>
        }
        .into_any()
    });
    let hint = bars.then(|| {
        let hint = said(move || {
            let words = page.words();
            words.sentences(&[words.filters_hint, words.behind])
        });
        paragraph("quiet", hint)
    });
    let chart = |axis| view! { <BarChart axis /> }.into_any();
    let charts: Vec<AnyView> = axes.into_iter().map(chart).collect();
    view! {
        <section class="filters" {..set("aria-labelledby", "filters-title")}>
            <div class="head">
                <h2 {..set("id", "filters-title")}>{page.say(|words| words.filters)}</h2>
                {clear}
            </div>
            <MeasureChoosers />
            {hint}
            {charts}
        </section>
    }
    .into_any()
}
