//! The table of places.

use super::value::{Derived, derived, settled};
use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::live::{button, given, maybe, paragraph, part, said, span, text, whenever};
use super::page::{Page, page};
use crate::browser::{Cell, Rows, number_under};
use crate::cube::Rests;
use crate::scene::{Row, TableScene, rests_text, table};
use crate::view_state::{Change, Column, Quantity, Sort};
use crate::words::{Messages, fill};

/// The table, shared with its heads and rows.
type Scene = Derived<Option<TableScene>>;

/// The id of the body of the table.
const BODY: &str = "table-body";

/// The columns.
type Shown = Derived<Vec<Column>>;

fn of_scene(scene: Scene, of: fn(&TableScene) -> String) -> String {
    scene.with(|scene| scene.as_ref().map(of).unwrap_or_default())
}

/// Every place of the level with its figures, sortable; the row in focus is marked.
#[component]
pub(super) fn TablePanel() -> impl IntoView {
    let page = page();
    let scene: Scene = derived(move || {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| table(&cube, view, figures, words))
        })
    });
    let shown: Shown = settled(move || {
        scene.with(|scene| {
            scene
                .as_ref()
                .map(|scene| scene.columns.clone())
                .unwrap_or_default()
        })
    });
    let count = said(move || {
        let rows = of_scene(scene, |scene| scene.rows.len().to_string());
        format!(
            "{} · {}",
            fill(page.words().rows, &[("n", &rows)]),
            page.words().table_hint
        )
    });
    let legend = maybe(move || {
        let words = page.words();
        let any = |of: fn(&Row) -> bool| {
            scene.with(|scene| scene.as_ref().is_some_and(|it| it.rows.iter().any(of)))
        };
        let own = any(|row| row.rests == Some(Rests::Own));
        let pattern = any(|row| row.pattern.or(row.rate_pattern).is_some());
        (own || pattern).then(|| {
            let own = own.then(|| {
                view! { {span("own", "●".into_any())} " " {words.legend_own} " " }.into_any()
            });
            let pattern = pattern.then(|| {
                view! { {span("swatch", ().into_any())} " " {words.legend_pattern} }.into_any()
            });
            paragraph("quiet legend", view! { {own} {pattern} }.into_any())
        })
    });
    let heads = part(move || {
        let columns = shown.get().into_iter();
        let heads = columns.map(|column| view! { <Head scene column /> }.into_any());
        heads.collect::<Vec<AnyView>>().into_any()
    });
    write_rows(scene, page);
    let look = move |event: MouseEvent| {
        let place = number_under(&event, 'r').and_then(|at| with_row(scene, at, |row| row.place));
        if let Some(place) = place {
            page.go(Change::Focus(Some(place)));
        }
    };
    view! {
        {paragraph("quiet table-hint", count)}
        {legend}
        <div class="scroller" tabindex="0" role="region" aria-labelledby="table-caption">
            <table>
                <caption id="table-caption">{text(move || of_scene(scene, |scene| scene.caption.clone()))}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody id=BODY on:click=look></tbody>
            </table>
        </div>
    }
}

/// The head of a column: a button that sorts.
#[component]
fn Head(scene: Scene, column: Column) -> impl IntoView {
    let page = page();
    let name = text(move || {
        let words = page.words();
        match column {
            Column::Code => words.col_code.to_owned(),
            Column::Name => words.col_name.to_owned(),
            Column::Group => of_scene(scene, |scene| scene.group.clone().unwrap_or_default()),
            Column::Value => of_scene(scene, |scene| scene.noun.clone()),
            Column::Share => words.col_share.to_owned(),
            Column::Rate => words.col_rate.to_owned(),
        }
    });
    let sorted = move || {
        page.view
            .with(|view| (view.sort.column == column).then_some(view.sort))
    };
    let direction = given(move || {
        Some(match sorted() {
            Some(Sort {
                descending: true, ..
            }) => "descending",
            Some(_) => "ascending",
            None => "none",
        })
    });
    let sort = button("", name.into_any(), move || page.go(Change::SortBy(column)));
    view! {
        <th scope="col" aria-sort=direction class:number=column.is_number()>
            {sort}
        </th>
    }
}

/// Keeps the rows, each at its position, which another place takes when the order changes.
fn write_rows(scene: Scene, page: Page) {
    let body: RefCell<Option<Rows>> = RefCell::default();
    whenever(move || {
        let mut body = body.borrow_mut();
        if body.is_none() {
            *body = Rows::within(BODY);
        }
        let words = page.words();
        scene.with(|scene| {
            if let (Some(body), Some(scene)) = (&mut *body, scene) {
                body.cut(scene.rows.len());
                for (at, row) in scene.rows.iter().enumerate() {
                    let cells = scene.columns.iter().map(|column| cell(row, *column, words));
                    let _written = body.write(at, cells.collect(), row.focus);
                }
            }
        });
    });
}

fn cell(row: &Row, column: Column, words: &'static Messages) -> Cell {
    let number = |quantity: Quantity| {
        let pattern = row.quantity_pattern(quantity);
        Cell::Number(
            row.quantity_text(quantity, words),
            pattern.map(|rests| rests_text(rests, words)),
        )
    };
    match column {
        Column::Code => Cell::Code(row.code.clone()),
        Column::Name => {
            let own = row.rests == Some(Rests::Own);
            Cell::Name(row.name.clone(), own.then_some(words.rests_own))
        }
        Column::Group => Cell::Text(row.group.clone()),
        Column::Value => number(Quantity::Count),
        Column::Share => number(Quantity::Share),
        Column::Rate => number(Quantity::Rate),
    }
}

/// What is asked of the row at a position.
pub(super) fn with_row<T>(scene: Scene, at: usize, of: impl FnOnce(&Row) -> T) -> Option<T> {
    scene.with(|scene| scene.as_ref().and_then(|scene| scene.rows.get(at)).map(of))
}
