//! The table.
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent};

use super::page::page;
use super::table_foot::{TableFoot, last_row};
use super::table_pages::TablePages;
use super::table_search::TableSearch;
use super::takeaway::TableFiles;
use super::unique_id::UniqueId;
use crate::browser::{Cell as WrittenCell, Later, Rows};
use crate::scene::{Cell, Number, TableScene, choice_of, flags_note, table};
use crate::view_state::{Change, Column, ResolvedView, Sort};
use crate::words::unbroken;

/// More rows than are seen before the reader scrolls.
const AT_ONCE: usize = 40;

/// Every place of the level with its figures, or every category of a dimension, sortable, and their
/// total; the row in focus is marked.
#[component]
pub(super) fn TablePanel() -> impl IntoView {
    let page = page();
    let of_all_pages = Memo::new(move |_| page.view.with(ResolvedView::of_all_pages));
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        of_all_pages.with(|view| {
            page.figures
                .with(|figures| table(&cube, view, figures, words))
        })
    });
    let columns = Memo::new(move |_| {
        let scene = scene.read();
        let columns = scene.iter().flat_map(|scene| &scene.columns);
        columns.map(|(column, _)| *column).collect::<Vec<Column>>()
    });
    let turned = Memo::new(move |_| page.view.with(|view| view.page));
    let shown = Memo::new(move |_| {
        let scene = scene.read();
        let page = scene.as_ref().map(|scene| scene.page(turned.get()));
        page.unwrap_or_default()
    });
    let caption = move || scene.with(|scene| scene.as_ref().map(|scene| unbroken(&scene.caption)));
    let count = move || {
        let words = page.words();
        let rows = scene.with(|scene| scene.as_ref().map_or(0, |scene| scene.rows.len()));
        let rows = words.count(words.rows, rows, &[]);
        format!("{rows} · {}", words.table_hint)
    };
    // How many columns of numbers want room, for the style of the table.
    let numbers = move || {
        let columns = columns.read();
        let numbers = columns.iter().filter(|column| column.is_number());
        numbers.count().to_string()
    };
    let heads = move || {
        let columns = columns.get().into_iter();
        let heads = columns.map(|column| view! { <Head scene column /> });
        heads.collect_view()
    };
    let caption_id = UniqueId::new("table-caption");
    view! {
        <div class="table-bar">
            <p class="quiet">{count}</p>
            " "
            <TableSearch />
        </div>
        <Legend scene />
        <div class="scroller" tabindex="0" role="region" aria-labelledby=caption_id.to_string()>
            <table class="places" role="table" aria-rowcount=last_row(scene) style=("--numbers", numbers)>
                <caption id=caption_id.to_string()>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <Body scene shown />
                <TableFoot scene />
            </table>
        </div>
        <TablePages scene turned shown />
        {page.is_full().then(|| view! { <TableFiles /> })}
    }
}

/// What the marks and letters in the table mean; nothing where there are none.
#[component]
fn Legend(scene: Memo<Option<TableScene>>) -> impl IntoView {
    let page = page();
    let notes = Memo::new(move |_| {
        let scene = scene.read();
        let Some(scene) = &*scene else {
            return String::new();
        };
        let flags = scene
            .has_flags()
            .then(|| flags_note(&page.cube(), page.words()));
        let notes = scene.mark_notes.iter().cloned().chain(flags.flatten());
        notes.collect::<Vec<_>>().join(" · ")
    });
    view! {
        <Show when=move || !notes.read().is_empty()>
            <p class="quiet legend">{move || notes.get()}</p>
        </Show>
    }
}

/// The head of a column: a button that sorts.
#[component]
fn Head(scene: Memo<Option<TableScene>>, column: Column) -> impl IntoView {
    let page = page();
    let name = move || {
        scene.with(|scene| {
            let mut columns = scene.iter().flat_map(|scene| &scene.columns);
            let head = columns.find(|(known, _)| *known == column);
            head.map(|(_, name)| name.clone())
        })
    };
    let direction = move || match page.view.with(|view| view.sort) {
        sort if sort.column != column => "none",
        Sort {
            descending: true, ..
        } => "descending",
        Sort { .. } => "ascending",
    };
    let class = match column {
        Column::Code => "code",
        Column::Name => "name",
        Column::Group => "",
        Column::Value | Column::Share | Column::Rate | Column::Change | Column::Of(_) => "number",
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=direction class=class>
            <button type="button" on:click=move |_| page.go(Change::SortBy(column))>
                {name}
            </button>
        </th>
    }
}

/// The rows, each at its position, which another place takes when the order changes; the name of
/// each looks at its place, a number opens how it came about. The first rows are written at once, the rest after the next frame.
///
/// Written by hand, of what has changed only: 514 rows of six columns as components would be some
/// 3,000 closures and as many subscriptions, each of which every choice would run.
#[component]
fn Body(scene: Memo<Option<TableScene>>, shown: Memo<Range<usize>>) -> impl IntoView {
    let page = page();
    let body: NodeRef<html::Tbody> = NodeRef::new();
    let is_busy = RwSignal::new(false);
    let rows: Rc<RefCell<Option<Rows>>> = Rc::default();
    let rest: RefCell<Option<Later>> = RefCell::default();
    let written = rows.clone();
    Effect::new(move || {
        let Some(body) = body.get() else { return };
        let mut rows = written.borrow_mut();
        if rows.is_none() {
            *rows = Rows::within(&body);
        }
        scene.with(|scene| {
            if let (Some(rows), Some(scene)) = (&mut *rows, scene) {
                let shown = shown.get();
                is_busy.set(true);
                rows.cut(shown.len());
                write(
                    rows,
                    scene,
                    shown.start..shown.end.min(shown.start + AT_ONCE),
                );
            }
        });
        let written = written.clone();
        *rest.borrow_mut() = Some(Later::after_frame(move || {
            scene.with_untracked(|scene| {
                if let (Some(rows), Some(scene)) = (&mut *written.borrow_mut(), scene) {
                    write(rows, scene, shown.get_untracked());
                    is_busy.set(false);
                }
            });
        }));
    });
    let ask = move |row: usize, column: usize| {
        let row = shown.get_untracked().start + row;
        let view = page.view.get_untracked();
        let asked = scene.with_untracked(|scene| scene.as_ref()?.asked(&view, row, column));
        if let Some(asked) = asked {
            page.go(Change::Ask(asked.to_raw(&page.cube())));
        }
    };
    let of_keys = rows.clone();
    let ask_by_key = move |event: KeyboardEvent| {
        let row = of_keys
            .borrow()
            .as_ref()
            .and_then(|rows| rows.button_under(&event));
        let number = scene.with_untracked(|scene| {
            let mut columns = scene.iter().flat_map(|scene| &scene.columns);
            columns.position(|(column, _)| column.is_number())
        });
        if let ("?", Some(row), Some(column)) = (&*event.key(), row, number) {
            ask(row, column);
        }
    };
    let choose = move |event: MouseEvent| {
        let rows = rows.borrow();
        let at = rows.as_ref().and_then(|rows| rows.button_under(&event));
        let at = at.map(|at| shown.get_untracked().start + at);
        let place = scene.with_untracked(|scene| Some(scene.as_ref()?.rows.get(at?)?.place));
        if let Some(place) = place {
            page.go(choice_of(&page.cube(), place));
        } else if let Some((row, column)) = rows.as_ref().and_then(|rows| rows.cell_under(&event)) {
            ask(row, column);
        }
    };
    view! {
        <tbody
            node_ref=body
            role="rowgroup"
            aria-busy=move || is_busy.get().to_string()
            on:click=choose
            on:keydown=ask_by_key
        ></tbody>
    }
}

/// Writes some rows of a scene; those of a page are numbered after the head.
fn write(rows: &mut Rows, scene: &TableScene, shown: Range<usize>) {
    let first = shown.start;
    for (at, row) in scene.rows.get(shown).into_iter().flatten().enumerate() {
        let cells = row
            .cells
            .iter()
            .map(|cell| written_cell(cell, row.lang.as_deref()));
        let _written = rows.write(at, cells.collect(), row.focus);
    }
    rows.number((scene.pages() > 1).then_some(first + 2));
}

/// A cell of the scene as it is written; `lang`: the language of a name that is not the page's.
fn written_cell(cell: &Cell, lang: Option<&str>) -> WrittenCell {
    match cell.clone() {
        Cell::Code(text) => WrittenCell::Code(text),
        Cell::Name(text) => WrittenCell::Name(text, lang.map(str::to_owned)),
        Cell::Group { name, .. } => WrittenCell::Text(name),
        Cell::Number(Number { text, mark, .. }) => {
            let mark = mark.map(|mark| (mark.sureness().key(), mark.text));
            WrittenCell::Number(text, mark)
        }
    }
}
