//! The stage: overview, table, or what the figures are.

use leptos::prelude::*;

use super::about_panel::AboutPanel;
use super::page::page;
use super::ranking_panel::RankingPanel;
use super::table_panel::TablePanel;
use crate::browser::is_plain_click;
use crate::cube::Axis;
use crate::scene::{Headline, levels};
use crate::view_state::{Change, Quantity, Tab};

/// The tabs, the choices of what is shown, and the panel.
#[component]
pub(super) fn Stage(sentence: Memo<Headline>) -> impl IntoView {
    let page = page();
    let tab = Memo::new(move |_| page.view.with(|view| view.tab));
    let link = move |to: Tab| {
        let change = move || Change::Open(to);
        let name = move || match to {
            Tab::Map => page.words().tab_map,
            Tab::Table => page.words().tab_table,
            Tab::About => page.words().tab_about,
        };
        view! {
            <a href=move || page.href(change()) aria-current=move || (tab.get() == to).then_some("page")
                on:click=move |event| if is_plain_click(&event) { event.prevent_default(); page.go(change()) }
            >{name}</a>
        }
    };
    let estimate = move || {
        let words = page.words();
        sentence
            .with(|sentence| sentence.estimate)
            .then(|| view! { <span class="badge">{words.estimate}</span> })
    };
    view! {
        <section class="stage" aria-label=move || page.words().stage>
            <nav class="tabs" aria-label=move || page.words().stage>{Tab::ALL.into_iter().map(link).collect_view()}</nav>
            {move || match tab.get() {
                Tab::About => view! { <AboutPanel /> }.into_any(),
                shown => view! {
                    <div class="choices"><Quantities /> <Levels /> {estimate}</div>
                    {(shown == Tab::Map).then(|| view! { <RankingPanel /> })}
                    <TablePanel />
                }.into_any(),
            }}
        </section>
    }
}

/// Count, share, rate or index.
#[component]
fn Quantities() -> impl IntoView {
    let page = page();
    let rates = !page.cube().metadata().denominators.is_empty();
    let offered = Quantity::ALL
        .into_iter()
        .filter(move |quantity| rates || !quantity.needs_denominator());
    let option = move |quantity: Quantity| {
        let name = move || match quantity {
            Quantity::Count => page.words().as_count,
            Quantity::Share => page.words().as_share,
            Quantity::Rate => page.words().as_rate,
            Quantity::Index => page.words().as_index,
        };
        let checked = move || page.view.with(|view| view.quantity == quantity);
        view! {
            <label>
                <input type="radio" name="as" value=quantity.key() prop:checked=checked
                    on:change=move |_| page.go(Change::Show(quantity)) />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="as">
            <legend>{move || page.words().quantity}</legend>
            {offered.map(option).collect_view()}
        </fieldset>
    }
}

/// The regions, or the groups of one of their groupings.
#[component]
fn Levels() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let all: Vec<Axis> = levels(&cube);
    let ids: Vec<String> = all
        .iter()
        .map(|axis| cube.axis_id(*axis).to_string())
        .collect();
    let options = {
        let all = all.clone();
        move || {
            let cube = page.cube();
            let chosen = page.view.with(|view| view.level);
            all.iter().zip(&ids).map(|(axis, id)| {
                let label = cube.axis_label(*axis).in_lang(page.words().code).to_owned();
                view! { <option value=id.clone() selected=chosen == Some(*axis)>{label}</option> }
            }).collect_view()
        }
    };
    let choose = move |event: leptos::ev::Event| {
        let cube = page.cube();
        let id = event_target_value(&event);
        if let Some(axis) = all.iter().find(|axis| cube.axis_id(**axis).as_str() == id) {
            page.go(Change::Level(*axis));
        }
    };
    view! {
        <label class="level">
            {move || page.words().level} " "
            <select on:change=choose>{options}</select>
        </label>
    }
}
