//! The stage: map or overview, table, trend, published figures, or what the figures are.
use leptos::prelude::*;

use super::chooser::{Choice, chooser};
use super::compare_panel::ComparePanel;
use super::late::{Late, Panel};
use super::live::{choices, drawn, flag, follows, link_to, maybe, part, radio, span, text, when};
use super::map_panel::MapPanel;
use super::page::{Page, page};
use super::ranking_panel::RankingPanel;
use super::table_panel::TablePanel;
use crate::cube::{DimIx, Role};
use crate::embed::Part;
use crate::scene::{flags_note, levels, quantity_name, tabs, trend_periods};
use crate::view_state::{Change, Quantity, Tab, can_be_columns, has_share_of};
use crate::words::interpolate;

/// The tabs, the choices of what is shown, and the panel.
#[component]
pub(super) fn Stage() -> impl IntoView {
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
        let modelled = move || page.headline.with(|headline| headline.estimate);
        when(modelled, move || {
            span("badge", page.tell(|words| words.estimate))
        })
    };
    let panel = part(move || match tab.get() {
        Tab::About => view! { <Late panel=Panel::About /> }.into_any(),
        Tab::Facts => view! { <Late panel=Panel::Facts /> }.into_any(),
        Tab::Trend => {
            let choices = page.shows(Part::Filters).then(|| {
                view! { <div class="choices"><Quantities /> <Since /> {estimate()}</div> }
                    .into_any()
            });
            view! { {choices} <Late panel=Panel::Trend /> <ComparePanel /> }.into_any()
        }
        shown @ (Tab::Map | Tab::Table) => {
            let full = page.is_full();
            let map = (shown == Tab::Map).then(|| view! { <MapPanel /> }.into_any());
            // Without places the table is what the page opens on, under its bars.
            let first = offered.with_untracked(|offered| offered.first() == Some(&shown));
            let ranking = (first && full).then(|| view! { <RankingPanel /> }.into_any());
            let table = full || shown == Tab::Table || !page.companions.has_map();
            let table = table.then(|| view! { <TablePanel /> }.into_any());
            let choices = page.shows(Part::Filters).then(|| {
                let of_table = (shown == Tab::Table).then(|| view! { <Columns /> <Since /> }.into_any());
                view! { <div class="choices"><Quantities /> <Levels /> {of_table} {estimate()}</div> }
                    .into_any()
            });
            let compare = full.then(|| view! { <ComparePanel /> }.into_any());
            view! { {choices} {map} {compare} {ranking} {table} }.into_any()
        }
    });
    let tabs = maybe(move || {
        let tabs: Vec<AnyView> = offered.get().into_iter().map(link).collect();
        let name = page.say(|words| words.stage);
        page.is_full().then(|| {
            view! { <nav class="tabs" {..follows("aria-label", name)}>{tabs}</nav> }.into_any()
        })
    });
    let flags = maybe(move || {
        let note = flags_note(&page.cube(), page.words())?;
        Some(view! { <p class="quiet">{note}</p> }.into_any())
    });
    view! {
        <section class="stage" {..follows("aria-label", page.say(|words| words.stage))}>
            {tabs}
            {panel}
            {flags}
        </section>
    }
}

fn tab_name(tab: Tab, page: Page) -> &'static str {
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

/// Count, share, rate or index.
#[component]
fn Quantities() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let offered = Quantity::ALL
        .into_iter()
        .filter(|quantity| quantity.is_offered(&cube));
    let option = |quantity: Quantity| {
        let checked = flag(move || {
            page.common
                .with(|view| view.quantity == quantity && view.share_of.is_none())
        });
        let name = text(move || quantity_name(&page.cube(), quantity, page.words()));
        radio("as", checked, name, move || page.go(Change::Show(quantity)))
    };
    let options: Vec<AnyView> = offered.map(option).collect();
    let one = options.len() < 2;
    let of_chosen = drawn(
        move || {
            let dimensions = (0..page.cube().dimensions().len()).map(DimIx);
            let has_share = |of: &DimIx| {
                page.common
                    .with(|view| has_share_of(&page.cube(), &view.filters, *of))
            };
            dimensions.filter(has_share).collect::<Vec<DimIx>>()
        },
        move |of| {
            of.into_iter()
                .map(share_of)
                .collect::<Vec<AnyView>>()
                .into_any()
        },
    );
    // Of a dataset with one quantity there is nothing to choose.
    (!one).then(|| {
        let options = (options, of_chosen).into_any();
        choices(page.say(|words| words.quantity), options)
    })
}

/// The share of those chosen, of one dimension.
fn share_of(of: DimIx) -> AnyView {
    let page = page();
    let checked = flag(move || page.common.with(|view| view.share_of == Some(of)));
    let name = text(move || {
        let (cube, words) = (page.cube(), page.words());
        let axis = cube.dimension(of).label().in_lang(words.code);
        interpolate(words.as_share_of, &[("axis", axis)])
    });
    radio("as", checked, name, move || page.go(Change::ShareOf(of)))
}

/// The regions, or the groups of one of their groupings, where there are such.
#[component]
fn Levels() -> impl IntoView {
    let page = page();
    let levels = levels(&page.cube());
    if levels.len() < 2 {
        return ().into_any();
    }
    let levels = levels.into_iter();
    let chosen = move |axis| page.common.with(|view| view.level == Some(axis));
    let options = levels.map(|axis| {
        let name = move || {
            page.cube()
                .axis_label(axis)
                .in_lang(page.words().code)
                .to_owned()
        };
        let id = page.cube().axis_id(axis).to_string();
        let chosen = flag(move || chosen(axis));
        (id, text(name), chosen, Change::Level(axis))
    });
    chooser(page, page.say(|words| words.level), options.collect())
}

/// The base period of a change, where there are two periods that compare.
#[component]
fn Since() -> impl IntoView {
    let page = page();
    let chosen = move |period| page.common.with(|view| view.from == period);
    let name = move |at| {
        text(move || {
            let cube = page.cube();
            let time = cube.with_role(Role::Time).map(|time| cube.dimension(time));
            let label = time.map(|time| time.categories().get(at).label());
            label.map_or_else(String::new, |label| {
                label.in_lang(page.words().code).to_owned()
            })
        })
    };
    drawn(
        move || page.common.with(|view| trend_periods(&page.cube(), view)),
        move |periods| {
            let cube = page.cube();
            let Some(time) = cube.with_role(Role::Time).filter(|_| !periods.is_empty()) else {
                return ().into_any();
            };
            let none = (
                String::new(),
                page.say(|words| words.change_none),
                flag(move || chosen(None)),
                Change::From(None),
            );
            let periods = periods.into_iter().map(|at| {
                let code = cube.dimension(time).categories().get(at).code().to_string();
                let is_chosen = flag(move || chosen(Some(at)));
                (code, name(at), is_chosen, Change::From(Some(at)))
            });
            let options = std::iter::once(none).chain(periods).collect();
            chooser(page, page.say(|words| words.change_from), options)
        },
    )
}

/// The dimension that lies across the columns of the table.
#[component]
fn Columns() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let chosen = move |cols| page.view.with(|view| view.cols == cols);
    let none = (
        String::new(),
        page.say(|words| words.cols_none),
        flag(move || chosen(None)),
        Change::Columns(None),
    );
    let dimensions = (0..cube.dimensions().len()).map(DimIx);
    let dimensions = dimensions
        .filter(|&dimension| can_be_columns(&cube, dimension))
        .map(|dimension| {
            let name = move || {
                page.cube()
                    .dimension(dimension)
                    .label()
                    .in_lang(page.words().code)
                    .to_owned()
            };
            (
                cube.dimension(dimension).id().to_string(),
                text(name),
                flag(move || chosen(Some(dimension))),
                Change::Columns(Some(dimension)),
            )
        });
    let options: Vec<Choice> = std::iter::once(none).chain(dimensions).collect();
    // Nothing to lay across is no choice.
    (options.len() > 1).then(|| chooser(page, page.say(|words| words.cols), options))
}
