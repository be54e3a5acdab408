//! What the table and the trend are made of: rows, columns, base period.

use std::iter;

use leptos::prelude::*;

use super::choices::axis_choice;
use super::page::page;
use super::select::{Choice, Select};
use crate::cube::{CatIx, Role};
use crate::scene::trend_periods;
use crate::view_state::{Change, Tab, can_be_columns, can_be_rows};

/// Rows and columns of the table; of table and trend the base period of a change.
#[component]
pub(super) fn TableChoices() -> impl IntoView {
    let page = page();
    let is_table = move || page.view.with(|view| view.tab == Tab::Table);
    view! {
        <Show when=is_table>
            <RowsBy />
            <Columns />
        </Show>
        <Since />
    }
}

/// The base period of a change, where there are two periods that compare.
#[component]
fn Since() -> impl IntoView {
    let page = page();
    let choices = move || {
        let (cube, words) = (page.cube(), page.words());
        let Some(time) = cube.with_role(Role::Time) else {
            return Vec::new();
        };
        let periods = cube.dimension(time).categories();
        page.common.with(|view| {
            let period = |at: CatIx| {
                let period = periods.get(at);
                Choice {
                    change: Change::From(Some(at)),
                    key: period.code().to_string(),
                    name: period.label().in_lang(words.code).to_owned(),
                    is_chosen: view.from == Some(at),
                }
            };
            let none = no_choice(Change::From(None), words.change_none, view.from.is_none());
            let from = trend_periods(&cube, view).into_iter().map(period);
            iter::once(none).chain(from).collect()
        })
    };
    view! { <Select name=page.message(|words| words.change_from) choices=Signal::derive(choices) /> }
}

/// What the rows of the table are. Nothing where there is no choice.
#[component]
fn RowsBy() -> impl IntoView {
    let page = page();
    let rows = Memo::new(move |_| page.view.with(|view| view.rows));
    let choices = move || {
        let (cube, rows) = (page.cube(), rows.get());
        let offered = cube.axes().filter(|&axis| can_be_rows(&cube, axis));
        let choice = |axis| axis_choice(page, (axis, rows == Some(axis)), Change::Rows(axis));
        offered.map(choice).collect()
    };
    view! { <Select name=page.message(|words| words.rows_by) choices=Signal::derive(choices) /> }
}

/// What lies across the columns of the table. Nothing where nothing can.
#[component]
fn Columns() -> impl IntoView {
    let page = page();
    let chosen = Memo::new(move |_| page.view.with(|view| (view.rows, view.cols)));
    let choices = move || {
        let (cube, words) = (page.cube(), page.words());
        let (rows, cols) = chosen.get();
        let none = no_choice(Change::Columns(None), words.cols_none, cols.is_none());
        let offered = cube.axes();
        let offered = offered.filter(|&axis| can_be_columns(&cube, rows, axis));
        let choice = |axis| {
            let change = Change::Columns(Some(axis));
            axis_choice(page, (axis, cols == Some(axis)), change)
        };
        iter::once(none).chain(offered.map(choice)).collect()
    };
    view! { <Select name=page.message(|words| words.cols) choices=Signal::derive(choices) /> }
}

/// The choice of nothing, first in its list.
fn no_choice(change: Change, name: &str, is_chosen: bool) -> Choice {
    Choice {
        change,
        key: String::new(),
        name: name.to_owned(),
        is_chosen,
    }
}
