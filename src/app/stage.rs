//! The stage: map or overview, table, trend, published figures, or what the figures are.

use leptos::html;
use leptos::prelude::*;

use super::change_link::ChangeLink;
use super::choices::{Columns, Levels, Quantities, Since};
use super::compare_panel::ComparePanel;
use super::late::{Late, Panel};
use super::map_panel::MapPanel;
use super::page::page;
use super::ranking_panel::RankingPanel;
use super::skip_links::STAGE;
use super::table_panel::TablePanel;
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
    let has_choices = move || {
        page.shows(Part::Filters) && matches!(tab.get(), Tab::Map | Tab::Table | Tab::Trend)
    };
    let panel = move || match tab.get() {
        Tab::About => view! { <Late panel=Panel::About /> }.into_any(),
        Tab::Facts => view! { <Late panel=Panel::Facts /> }.into_any(),
        Tab::Trend => view! { <Late panel=Panel::Trend /> }.into_any(),
        Tab::Table => view! { <TablePanel /> }.into_any(),
        Tab::Map if page.companions.has_map() => view! { <MapOrTable /> }.into_any(),
        // Without places or boundaries: the categories or groups as bars, and their table.
        Tab::Map => view! {
            <Show when=move || page.is_full()>
                <RankingPanel />
            </Show>
            <TablePanel />
        }
        .into_any(),
    };
    // Beside what is ranked as bars already there is no second ranking.
    let ranked = move || page.is_full() && tab.get() == Tab::Table;
    let compared = move || {
        let tab = tab.get();
        let with_map = tab != Tab::Trend && page.is_full() && matches!(tab, Tab::Map | Tab::Table);
        with_map || tab == Tab::Trend
    };
    let foot = move || page.is_full() && has_choices();
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
            <Show when=move || page.is_full()>
                <nav class="tabs" aria-label=page.message(|words| words.stage)>
                    <For each=move || offered.get() key=|tab| *tab as usize let:to>
                        <ChangeLink
                            change=Change::Open(to)
                            current=Signal::derive(move || (tab.get() == to).then_some("page"))
                        >
                            {move || tab_name(to)}
                        </ChangeLink>
                    </For>
                </nav>
            </Show>
            <Show when=has_choices>
                <div class="choices">
                    <Quantities />
                    <Show when=move || tab.get() != Tab::Trend>
                        <Levels />
                    </Show>
                    <Show when=move || tab.get() == Tab::Table>
                        <Columns />
                    </Show>
                    <Show when=move || tab.get() != Tab::Map>
                        <Since />
                    </Show>
                </div>
            </Show>
            <div class="panel" translate="no">
                {panel}
            </div>
            <Show when=foot>
                <TakeawayButton />
            </Show>
            <Show when=compared>
                <ComparePanel />
            </Show>
            <Show when=ranked>
                <RankingPanel />
            </Show>
            <Show when=move || flags().is_some()>
                <p class="quiet">{flags}</p>
            </Show>
        </section>
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
            <TablePanel />
        </Show>
    }
}

fn tab_name(tab: Tab) -> &'static str {
    let page = page();
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
