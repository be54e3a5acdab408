//! The table.
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::live::{
    button, given, maybe, paragraph, part, perhaps, said, set, span, text, when, whenever,
};
use super::page::page;
use super::table_search::TableSearch;
use crate::browser::{Cell as Written, Later, Rows, number_under};
use crate::scene::{Cell, TableScene, choice_of, table};
use crate::view_state::{Change, Column, Sort};

/// The table, shared with its heads and rows.
type Scene = Memo<Option<TableScene>>;

/// The id of the body of the table.
const BODY: &str = "table-body";

/// More rows than are seen before the reader scrolls.
const AT_ONCE: usize = 40;

/// The columns.
type Shown = Memo<Vec<Column>>;

fn of_scene(scene: Scene, of: fn(&TableScene) -> String) -> String {
    scene.with(|scene| scene.as_ref().map(of).unwrap_or_default())
}

/// Every place of the level with its figures, or every category of a dimension, sortable; the row in
/// focus is marked.
#[component]
pub(super) fn TablePanel() -> impl IntoView {
    let page = page();
    let scene: Scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| table(&cube, view, figures, words))
        })
    });
    let shown: Shown = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .map(|scene| scene.columns.iter().map(|(column, _)| *column).collect())
                .unwrap_or_default()
        })
    });
    let count = said(move || {
        let words = page.words();
        let rows = scene.with(|scene| scene.as_ref().map_or(0, |scene| scene.rows.len()));
        format!(
            "{} · {}",
            words.count(words.rows, rows, &[]),
            words.table_hint
        )
    });
    let note = move |of: fn(&TableScene) -> &Option<String>| {
        let note = move || scene.with(|scene| scene.as_ref().and_then(|scene| of(scene).clone()));
        Memo::new(move |_| note())
    };
    let (own, pattern) = (
        note(|scene| &scene.own_note),
        note(|scene| &scene.pattern_note),
    );
    let marked = move |mark: fn() -> AnyView, note: Memo<Option<String>>| {
        maybe(move || Some(view! { {mark()} " " {note.get()?} " " }.into_any()))
    };
    let marks = move || {
        let own = marked(|| span("own", "●".into_any()), own);
        let pattern = marked(|| span("swatch", ().into_any()), pattern);
        paragraph("quiet legend", view! { {own} {pattern} }.into_any())
    };
    let has_marks = move || own.with(Option::is_some) || pattern.with(Option::is_some);
    let legend = when(has_marks, marks);
    let heads = part(move || {
        let columns = shown.get().into_iter();
        let heads = columns.map(|column| view! { <Head scene column /> }.into_any());
        heads.collect::<Vec<AnyView>>().into_any()
    });
    write_rows(scene);
    let look = move |event: MouseEvent| {
        let place = number_under(&event, 'r')
            .and_then(|at| scene.with(|scene| Some(scene.as_ref()?.rows.get(at)?.place)));
        if let Some(place) = place {
            page.go(choice_of(&page.cube(), place));
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
        scene.with(|scene| {
            let mut columns = scene.iter().flat_map(|scene| &scene.columns);
            let head = columns.find(|(known, _)| *known == column);
            head.map(|(_, name)| name.clone()).unwrap_or_default()
        })
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
fn write_rows(scene: Scene) {
    let rows: Rc<RefCell<Option<Rows>>> = Rc::default();
    let rest: RefCell<Option<Later>> = RefCell::default();
    whenever(move || {
        let mut body = rows.borrow_mut();
        if body.is_none() {
            *body = Rows::within(BODY);
        }
        scene.with(|scene| {
            if let (Some(body), Some(scene)) = (&mut *body, scene) {
                body.cut(scene.rows.len());
                body.set_busy(true);
                let columns = scene.columns.iter();
                let numbers = columns.filter(|(column, _)| column.is_number());
                let _told = body.set_numbers(numbers.count());
                write(body, scene, AT_ONCE);
            }
        });
        let rows = rows.clone();
        *rest.borrow_mut() = Some(Later::after_frame(move || {
            scene.with_untracked(|scene| {
                if let (Some(body), Some(scene)) = (&mut *rows.borrow_mut(), scene) {
                    write(body, scene, usize::MAX);
                    body.set_busy(false);
                }
            });
        }));
    });
}

fn write(body: &mut Rows, scene: &TableScene, at_most: usize) {
    for (at, row) in scene.rows.iter().enumerate().take(at_most) {
        let cells = row.cells.iter().map(cell);
        let _written = body.write(at, cells.collect(), row.focus);
    }
}

/// A cell of the scene as it is written.
fn cell(cell: &Cell) -> Written {
    match cell.clone() {
        Cell::Code(text) => Written::Code(text),
        Cell::Name(text, own) => Written::Name(text, own),
        Cell::Text(text) => Written::Text(text),
        Cell::Number(text, pattern) => Written::Number(text, pattern),
    }
}
