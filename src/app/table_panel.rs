//! The table of places.

use super::value::{Derived, derived, settled};
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::live::{button, given, paragraph, part, perhaps, said, set, span, text, when, whenever};
use super::page::{Page, page};
use super::table_search::TableSearch;
use crate::browser::{Cell, Later, Rows, number_under};
use crate::cube::Rests;
use crate::scene::{Measures, Row, TableScene, rests_text, table};
use crate::view_state::{Change, Column, Quantity, Sort};
use crate::words::{Messages, fill};

/// The table, shared with its heads and rows.
type Scene = Derived<Option<TableScene>>;

/// The id of the body of the table.
const BODY: &str = "table-body";

/// More rows than are seen before the reader scrolls.
const AT_ONCE: usize = 40;

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
    let any = move |of: fn(&Row) -> bool| {
        settled(move || scene.with(|scene| scene.as_ref().is_some_and(|it| it.rows.iter().any(of))))
    };
    let own = any(|row| row.rests == Some(Rests::Own));
    let pattern = any(|row| row.pattern.or(row.rate_pattern).is_some());
    let marks = move || {
        let own = when(
            move || own.get(),
            move || {
                let meaning = page.tell(|words| words.legend_own);
                view! { {span("own", "●".into_any())} " " {meaning} " " }.into_any()
            },
        );
        let pattern = when(
            move || pattern.get(),
            move || {
                let meaning = page.tell(|words| words.legend_pattern);
                view! { {span("swatch", ().into_any())} " " {meaning} }.into_any()
            },
        );
        paragraph("quiet legend", view! { {own} {pattern} }.into_any())
    };
    let legend = when(move || own.get() || pattern.get(), marks);
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
        <div class="table-bar">{paragraph("quiet", count)} <TableSearch /></div>
        {legend}
        <div class="scroller" {..set("tabindex", "0")} {..set("role", "region")} {..set("aria-labelledby", "table-caption")}>
            <table class="places" {..set("role", "table")}>
                <caption {..set("id", "table-caption")}>{text(move || of_scene(scene, |scene| scene.caption.clone()))}</caption>
                <thead {..set("role", "rowgroup")}><tr {..set("role", "row")}>{heads}</tr></thead>
                <tbody {..set("role", "rowgroup")} {..set("id", BODY)} on:click=look></tbody>
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
            Column::Change => of_scene(scene, |scene| scene.change.clone()),
            Column::Of(at) => scene.with(|scene| {
                let mut across = scene.iter().flat_map(|scene| &scene.across);
                let column = across.find(|(known, _)| *known == at);
                column.map(|(_, name)| name.clone()).unwrap_or_default()
            }),
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
    let class = match column {
        Column::Code => "code",
        Column::Name => "name",
        Column::Group => "",
        Column::Value | Column::Share | Column::Rate | Column::Change | Column::Of(_) => "number",
    };
    let sort = button("", name.into_any(), move || page.go(Change::SortBy(column)));
    view! {
        <th {..set("scope", "col")} {..set("role", "columnheader")} {..perhaps("aria-sort", direction)} class=class>
            {sort}
        </th>
    }
}

/// Keeps the rows, each at its position, which another place takes when the order changes.
/// The first at once, the rest after the next frame.
fn write_rows(scene: Scene, page: Page) {
    let rows: Rc<RefCell<Option<Rows>>> = Rc::default();
    let rest: RefCell<Option<Later>> = RefCell::default();
    whenever(move || {
        let mut body = rows.borrow_mut();
        if body.is_none() {
            *body = Rows::within(BODY);
        }
        let words = page.words();
        scene.with(|scene| {
            if let (Some(body), Some(scene)) = (&mut *body, scene) {
                body.cut(scene.rows.len());
                body.set_busy(true);
                let numbers = scene.columns.iter().filter(|column| column.is_number());
                let _told = body.set_numbers(numbers.count());
                write(body, scene, words, false);
            }
        });
        let rows = rows.clone();
        *rest.borrow_mut() = Some(Later::after_frame(move || {
            scene.with_untracked(|scene| {
                if let (Some(body), Some(scene)) = (&mut *rows.borrow_mut(), scene) {
                    write(body, scene, words, true);
                    body.set_busy(false);
                }
            });
        }));
    });
}

fn write(body: &mut Rows, scene: &TableScene, words: &'static Messages, all: bool) {
    for (at, row) in scene.rows.iter().enumerate() {
        if all || at < AT_ONCE {
            let columns = scene.columns.iter();
            let cells = columns.map(|column| cell(scene, row, *column, words));
            let _written = body.write(at, cells.collect(), row.focus);
        }
    }
}

fn cell(scene: &TableScene, row: &Row, column: Column, words: &'static Messages) -> Cell {
    let number = |measures: &Measures, quantity: Quantity| {
        let pattern = measures.quantity_pattern(quantity);
        Cell::Number(
            measures.quantity_text(quantity, words),
            pattern.map(|rests| rests_text(rests, words)),
        )
    };
    let none = || Cell::Number(words.missing.to_owned(), None);
    match column {
        Column::Code => Cell::Code(row.code.clone()),
        Column::Name => {
            let own = row.rests == Some(Rests::Own);
            Cell::Name(row.name.clone(), own.then_some(words.rests_own))
        }
        Column::Group => Cell::Text(row.group.clone()),
        Column::Value => number(row, Quantity::Count),
        Column::Share => number(row, Quantity::Share),
        Column::Rate => number(row, Quantity::Rate),
        Column::Change => row.change.as_ref().map_or_else(none, |(_, text)| {
            let pattern = row.quantity_pattern(scene.quantity);
            Cell::Number(text.clone(), pattern.map(|rests| rests_text(rests, words)))
        }),
        Column::Of(at) => {
            let nth = scene.across.iter().position(|(known, _)| *known == at);
            let measures = nth.and_then(|nth| row.across.get(nth));
            measures.map_or_else(none, |measures| number(measures, scene.quantity))
        }
    }
}

/// What is asked of the row at a position.
pub(super) fn with_row<T>(scene: Scene, at: usize, of: impl FnOnce(&Row) -> T) -> Option<T> {
    scene.with(|scene| scene.as_ref().and_then(|scene| scene.rows.get(at)).map(of))
}
