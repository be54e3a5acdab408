//! What the table and the trend are made of: rows, columns, base period.

use leptos::prelude::*;

use super::choices::axis_name;
use super::page::page;
use super::select::Select;
use crate::cube::{Axis, CatIx, Role};
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
pub(super) fn Since() -> impl IntoView {
    let page = page();
    let periods = Memo::new(move |_| page.common.with(|view| trend_periods(&page.cube(), view)));
    let chosen = move || page.common.with(|view| view.from);
    let code = move |at: CatIx| {
        let cube = page.cube();
        let time = cube.with_role(Role::Time).map(|time| cube.dimension(time));
        time.map(|time| time.categories().get(at).code().to_string())
    };
    let name = move |at: CatIx| {
        let cube = page.cube();
        let time = cube.with_role(Role::Time).map(|time| cube.dimension(time));
        time.map(|time| {
            let label = time.categories().get(at).label();
            label.in_lang(page.words().code).to_owned()
        })
    };
    let choose = move |id: String| {
        let period = periods.with_untracked(|periods| {
            let is_chosen = |at: &&CatIx| code(**at).is_some_and(|code| code == id);
            periods.iter().find(is_chosen).copied()
        });
        page.go(Change::From(period));
    };
    let option = move |at: CatIx| {
        view! {
            <option value=code(at) prop:selected=move || chosen() == Some(at)>
                {move || name(at)}
            </option>
        }
    };
    view! {
        <Show when=move || periods.with(|periods| !periods.is_empty())>
            <Select name=page.message(|words| words.change_from) on_choose=choose>
                    <option value="" prop:selected=move || chosen().is_none()>
                        {page.message(|words| words.change_none)}
                    </option>
                    {move || periods.get().into_iter().map(option).collect_view()}
                </Select>
        </Show>
    }
}

/// What the rows of the table are. Nothing where there is no choice.
#[component]
pub(super) fn RowsBy() -> impl IntoView {
    let page = page();
    let cube = page.cube();
    let offered: Vec<Axis> = (cube.axes().filter(|&axis| can_be_rows(&cube, axis))).collect();
    let chosen = move |axis| page.view.with(|view| view.rows == Some(axis));
    let choose = {
        let offered = offered.clone();
        move |id: String| {
            let cube = page.cube();
            let axis = (offered.iter()).find(|axis| *cube.axis_id(**axis).to_string() == *id);
            if let Some(axis) = axis {
                page.go(Change::Rows(*axis));
            }
        }
    };
    let option = move |axis: Axis| {
        let id = page.cube().axis_id(axis).to_string();
        view! {
            <option value=id prop:selected=move || chosen(axis)>
                {move || axis_name(page, axis)}
            </option>
        }
    };
    (offered.len() > 1).then(|| {
        view! {
            <Select name=page.message(|words| words.rows_by) on_choose=choose>
                {offered.into_iter().map(option).collect_view()}
            </Select>
        }
    })
}

/// What lies across the columns of the table. Nothing where nothing can.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let page = page();
    let offered = Memo::new(move |_| {
        let cube = page.cube();
        let rows = page.view.with(|view| view.rows);
        (cube.axes())
            .filter(|&axis| can_be_columns(&cube, rows, axis))
            .collect::<Vec<Axis>>()
    });
    let chosen = move || page.view.with(|view| view.cols);
    let id = move |axis: Axis| page.cube().axis_id(axis).to_string();
    let option = move |axis: Axis| {
        view! {
            <option value=id(axis) prop:selected=move || chosen() == Some(axis)>
                {move || axis_name(page, axis)}
            </option>
        }
    };
    let choose = move |chosen: String| {
        let axis = offered.with_untracked(|offered| {
            let is_chosen = |axis: &&Axis| id(**axis) == chosen;
            offered.iter().find(is_chosen).copied()
        });
        page.go(Change::Columns(axis));
    };
    view! {
        <Show when=move || offered.with(|offered| !offered.is_empty())>
            <Select name=page.message(|words| words.cols) on_choose=choose>
                <option value="" prop:selected=move || chosen().is_none()>
                    {page.message(|words| words.cols_none)}
                </option>
                {move || offered.get().into_iter().map(option).collect_view()}
            </Select>
        </Show>
    }
}
