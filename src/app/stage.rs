//! The stage: map or overview, table, trend, published figures, or what the figures are.

use leptos::html;
use leptos::prelude::*;

use super::change_link::ChangeLink;
use super::choices::{Levels, Quantities};
use super::compare_panel::CompareButton;
use super::late::{Late, Panel};
use super::map_panel::MapPanel;
use super::page::{Page, page};
use super::skip_links::STAGE;
use super::takeaway::TakeawayButton;
use crate::embed::Part;
use crate::published::Companion;
use crate::scene::{flags_note, tabs};
use crate::view_state::{Change, Tab};

/// The tabs, the choices of what is shown, and the panel.
#[component]
pub(super) fn Stage(node: NodeRef<html::Section>) -> impl IntoView {
    let page = page();
    let offered = Memo::new(move |_| {
        let mut offered = page.common.with(|view| tabs(&page.cube(), view));
        offered.retain(|tab| *tab != Tab::Facts || page.companions.has_facts());
        offered
    });
    // What the dataset has nothing for gives way to the first.
    let tab = Memo::new(move |_| {
        let asked = page.view.with(|view| view.tab);
        offered.with(|offered| {
            let known = offered.iter().find(|tab| **tab == asked);
            known.or(offered.first()).copied().unwrap_or_default()
        })
    });
    let is_full = page.is_full();
    let has_choices = page.shows(Part::Filters);
    let panel = move || match tab.get() {
        Tab::About => view! { <Late panel=Panel::About /> }.into_any(),
        Tab::Facts => view! { <Late panel=Panel::Facts /> }.into_any(),
        Tab::Trend => view! { <Late panel=Panel::Trend /> }.into_any(),
        Tab::Table => view! { <Late panel=Panel::Table /> }.into_any(),
        Tab::Map if page.companions.has_map() => view! { <MapOrTable /> }.into_any(),
        // Without places or boundaries: the categories or groups as bars, and their table.
        Tab::Map => view! {
            {is_full.then(|| view! { <Late panel=Panel::Ranking /> })}
            <Late panel=Panel::Table />
        }
        .into_any(),
    };
    let choices = move || {
        let tab = tab.get();
        (has_choices && matches!(tab, Tab::Map | Tab::Table | Tab::Trend)).then(|| {
            view! {
                <div class="choices">
                    <Quantities />
                    {(tab == Tab::Map).then(|| view! { <Levels /> })}
                    {(tab != Tab::Map).then(|| view! { <Late panel=Panel::Choices /> })}
                </div>
            }
        })
    };
    let under = move || {
        let tab = tab.get();
        let has_files = is_full && matches!(tab, Tab::Map | Tab::Table | Tab::Trend);
        let is_compared = has_files || tab == Tab::Trend;
        view! {
            {has_files.then(|| view! { <TakeawayButton /> })}
            {is_compared.then(|| view! { <CompareButton /> })}
            {(is_full && tab == Tab::Table).then(|| view! { <Late panel=Panel::Ranking /> })}
        }
    };
    let flags = move || flags_note(&page.cube(), page.words());
    view! {
        <section
            id=STAGE
            class="stage"
            node_ref=node
            tabindex="-1"
            aria-label=page.message(|words| words.stage)
            data-tab=move || tab.get().key()
        >
            {is_full.then(|| view! { <Tabs offered tab /> })}
            {choices}
            // What changes is no text to translate; what the figures are, is.
            <div
                class="panel"
                translate=move || if tab.get() == Tab::About { "yes" } else { "no" }
            >
                {panel}
            </div>
            {under}
            <p class="flags quiet">{flags}</p>
        </section>
    }
}

/// What can fill the stage.
#[component]
fn Tabs(offered: Memo<Vec<Tab>>, tab: Memo<Tab>) -> impl IntoView {
    let page = page();
    let link = move |to: Tab| {
        let current = move || (tab.get() == to).then_some("page");
        view! {
            <ChangeLink change=Change::Open(to) current=Signal::derive(current)>
                {move || tab_name(page, to)}
            </ChangeLink>
        }
    };
    view! {
        <nav class="tabs" aria-label=page.message(|words| words.stage)>
            {move || offered.get().into_iter().map(link).collect_view()}
        </nav>
    }
}

/// The map; where it cannot be drawn, the table as well.
#[component]
fn MapOrTable() -> impl IntoView {
    let page = page();
    let boundaries = page.companions.boundaries;
    let failed = move || boundaries.with(|file| matches!(file, Companion::Failed(_)));
    view! {
        <MapPanel />
        <Show when=failed>
            <Late panel=Panel::Table />
        </Show>
    }
}

fn tab_name(page: Page, tab: Tab) -> &'static str {
    let words = page.words();
    match tab {
        Tab::Map if page.companions.has_map() => words.tab_map,
        Tab::Map => words.tab_overview,
        Tab::Table => words.tab_table,
        Tab::Trend => words.tab_trend,
        Tab::Facts => words.tab_facts,
        Tab::About => words.tab_about,
    }
}
