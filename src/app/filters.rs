//! The filters: what is measured, then one bar chart for each dimension and grouping.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::bar_chart::BarChart;
use super::headline_figure::HeadlineFigure;
use super::late::{Late, Panel};
use super::page::page;
use super::sheet::Sheet;
use super::skip_links::FILTERS;
use crate::browser;
use crate::scene::{FilterAxes, filter_axes, flags_note};

/// The choice of the measure and all bar charts: people and periods first, the groups of places
/// folded into one; nothing of what the reader may not change. Nothing where there is nothing to choose.
#[component]
pub(super) fn Filters(sheet: Sheet) -> impl IntoView {
    let page = page();
    let FilterAxes {
        of_people,
        of_places,
    } = page
        .common
        .with_untracked(|view| filter_axes(&page.cube(), view));
    let bars = !of_people.is_empty() || !of_places.is_empty();
    let cube = page.cube();
    let several = |axis| cube.is_measure(axis) && cube.members(axis).len() > 1;
    let has_measures = cube.axes().any(several);
    if !bars && !has_measures {
        return ().into_any();
    }
    let hint = move || {
        let words = page.words();
        let flags = flags_note(&page.cube(), words).unwrap_or_default();
        words.sentences(&[words.filters_hint, words.behind, &flags])
    };
    let chart = |axis| view! { <BarChart axis /> };
    let of_people = of_people.into_iter().map(chart).collect_view();
    let places = (!of_places.is_empty()).then(|| {
        let is_picked = page.common.with_untracked(|view| {
            of_places
                .iter()
                .any(|axis| view.filters.clause(*axis).is_some())
        });
        let open = RwSignal::new(is_picked);
        let toggled = move |event: Event| open.set(browser::is_open(&event));
        // Folded away, they are not worked out.
        view! {
            <details class="where" open=is_picked on:toggle=toggled>
                <summary>
                    <h3>{page.message(|words| words.filter_where)}</h3>
                </summary>
                <Show when=move || open.get()>
                    {of_places.iter().copied().map(chart).collect_view()}
                </Show>
            </details>
        }
    });
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            sheet.shut();
        }
    };
    view! {
        <section
            id=FILTERS
            class="filters"
            class:open=move || sheet.is_open()
            tabindex="-1"
            aria-labelledby="filters-title"
            on:keydown=escape
        >
            <div class="head">
                <h2 id="filters-title">{page.message(|words| words.filters)}</h2>
                <strong class="sheet-figure" aria-hidden="true" translate="no">
                    <HeadlineFigure />
                </strong>
                <button
                    type="button"
                    class="sheet-close"
                    node_ref=sheet.close_button()
                    aria-label=page.message(|words| words.filters_close)
                    on:click=move |_| sheet.shut()
                >
                    "×"
                </button>
            </div>
            {has_measures.then(|| view! { <Late panel=Panel::Measures quiet=true /> })}
            {of_people}
            {places}
            {bars.then(|| view! { <p class="quiet">{hint}</p> })}
        </section>
    }
    .into_any()
}
