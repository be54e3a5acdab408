//! The stage: overview, table, or what the figures are.

use super::value::{Derived, settled};
use leptos::prelude::*;

use super::about_panel::AboutPanel;
use super::live::{choices, flag, follows, link_to, maybe, part, radio, said, span, when};
use super::map_panel::MapPanel;
use super::page::{Page, page};
use super::ranking_panel::RankingPanel;
use super::table_panel::TablePanel;
use super::trend_panel::TrendPanel;
use crate::cube::Axis;
use crate::embed::Part;
use crate::scene::{Headline, has_periods, levels, quantity_name};
use crate::view_state::{Change, Quantity, Tab};

/// The tabs, the choices of what is shown, and the panel.
#[component]
pub(super) fn Stage(sentence: Derived<Headline>) -> impl IntoView {
    let page = page();
    let tab = settled(move || page.view.with(|view| view.tab));
    let link = move |to: Tab| {
        let current = move || (tab.get() == to).then_some("page");
        link_to(
            page,
            move || Change::Open(to),
            current,
            move || tab_name(to, page).to_owned(),
        )
    };
    let estimate = move || {
        let modelled = move || sentence.with(|sentence| sentence.estimate);
        when(modelled, move || {
            span("badge", page.tell(|words| words.estimate))
        })
    };
    let panel = part(move || match tab.get() {
        Tab::About => view! { <AboutPanel /> }.into_any(),
        Tab::Trend => {
            let choices = page.shows(Part::Filters).then(|| {
                view! { <div class="choices"><Quantities /> {estimate()}</div> }.into_any()
            });
            view! { {choices} <TrendPanel /> }.into_any()
        }
        shown @ (Tab::Map | Tab::Table) => {
            let full = page.is_full();
            let map = (shown == Tab::Map).then(|| view! { <MapPanel /> }.into_any());
            let ranking =
                (shown == Tab::Map && full).then(|| view! { <RankingPanel /> }.into_any());
            let table = full || shown == Tab::Table || !page.has_map();
            let table = table.then(|| view! { <TablePanel /> }.into_any());
            let choices = page.shows(Part::Filters).then(|| {
                view! { <div class="choices"><Quantities /> <Levels /> {estimate()}</div> }
                    .into_any()
            });
            view! { {choices} {map} {ranking} {table} }.into_any()
        }
    });
    let tabs = maybe(move || {
        let offered = |tab: &Tab| *tab != Tab::Trend || has_periods(&page.cube());
        let tabs: Vec<AnyView> = Tab::ALL.into_iter().filter(offered).map(link).collect();
        let name = page.say(|words| words.stage);
        page.is_full().then(|| {
            view! { <nav class="tabs" {..follows("aria-label", name)}>{tabs}</nav> }.into_any()
        })
    });
    view! {
        <section class="stage" {..follows("aria-label", page.say(|words| words.stage))}>
            {tabs}
            {panel}
        </section>
    }
}

fn tab_name(tab: Tab, page: Page) -> &'static str {
    let words = page.words();
    match tab {
        Tab::Map if page.has_map() => words.tab_map,
        Tab::Map => words.tab_overview,
        Tab::Table => words.tab_table,
        Tab::Trend => words.tab_trend,
        Tab::About => words.tab_about,
    }
}

/// Count, share, rate or index.
#[component]
fn Quantities() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let offered = Quantity::ALL
        .into_iter()
        .filter(|quantity| quantity.is_offered(&cube));
    let option = |quantity: Quantity| {
        let checked = flag(move || page.view.with(|view| view.quantity == quantity));
        let name = super::live::text(move || quantity_name(quantity, page.words()).to_owned());
        radio("as", checked, name, move || page.go(Change::Show(quantity)))
    };
    let options: Vec<AnyView> = offered.map(option).collect();
    choices(page.say(|words| words.quantity), options.into_any())
}

/// The regions, or the groups of one of their groupings.
#[component]
fn Levels() -> impl IntoView {
    let page = page();
    let option = |axis: Axis| {
        let label = said(move || {
            let cube = page.cube();
            cube.axis_label(axis).in_lang(page.words().code).to_owned()
        });
        let chosen = flag(move || page.view.with(|view| view.level == Some(axis)));
        view! { <option {..follows("value", move || page.cube().axis_id(axis).to_string())} prop:selected=chosen>{label}</option> }.into_any()
    };
    let options: Vec<AnyView> = levels(&page.cube()).into_iter().map(option).collect();
    let choose = move |event: leptos::ev::Event| {
        let cube = page.cube();
        let id = event_target_value(&event);
        if let Some(axis) = levels(&cube)
            .into_iter()
            .find(|axis| cube.axis_id(*axis).as_str() == id)
        {
            page.go(Change::Level(axis));
        }
    };
    view! { <label class="level">{page.say(|words| words.level)} " " <select on:change=choose>{options}</select></label> }
}
