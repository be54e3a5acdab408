//! The table of places.

use super::value::{Derived, derived, settled};
use leptos::prelude::*;

use super::live::{button, cell, flag, given, maybe, paragraph, part, said, span, text};
use super::page::page;
use crate::cube::Rests;
use crate::scene::{Row, TableScene, rests_text, table};
use crate::view_state::{Change, Column, Quantity, Sort};
use crate::words::{Messages, fill};

/// The table, shared with its heads and rows.
type Scene = Derived<Option<TableScene>>;

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
    let length =
        settled(move || scene.with(|scene| scene.as_ref().map_or(0, |scene| scene.rows.len())));
    let rows = part(move || {
        let rows = (0..length.get()).map(|at| view! { <TableRow scene at shown /> }.into_any());
        rows.collect::<Vec<AnyView>>().into_any()
    });
    view! {
        {paragraph("quiet table-hint", count)}
        {legend}
        <div class="scroller" tabindex="0" role="region" aria-labelledby="table-caption">
            <table>
                <caption id="table-caption">{text(move || of_scene(scene, |scene| scene.caption.clone()))}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
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

/// The row at a position, which another place takes when the order changes.
#[component]
fn TableRow(scene: Scene, at: usize, shown: Shown) -> impl IntoView {
    let page = page();
    let of_row = move |of: fn(&Row, &Messages) -> String| {
        text(move || with_row(scene, at, |row| of(row, page.words())).unwrap_or_default())
    };
    let look = button(
        "",
        of_row(|row, _| row.name.clone()).into_any(),
        move || {
            if let Some(place) = with_row(scene, at, |row| row.place) {
                page.go(Change::Focus(Some(place)));
            }
        },
    );
    let own = maybe(move || {
        let word = page.words().rests_own;
        let own = with_row(scene, at, |row| row.rests) == Some(Some(Rests::Own));
        own.then(|| {
            span(
                "own",
                view! { "●" {span("unseen", word.into_any())} }.into_any(),
            )
        })
    });
    let has = move |column| shown.with(|columns| columns.contains(&column));
    let group = maybe(move || {
        let group = of_row(|row, _| row.group.clone());
        has(Column::Group).then(|| cell("", group.into_any()))
    });
    let number = move |quantity: Quantity| {
        let pattern = move || with_row(scene, at, |row| row.quantity_pattern(quantity)).flatten();
        let number = text(move || {
            with_row(scene, at, |row| row.quantity_text(quantity, page.words())).unwrap_or_default()
        });
        let pattern_said = said(move || {
            pattern().map_or_else(String::new, |rests| {
                format!(" ({})", rests_text(rests, page.words()))
            })
        });
        let patterned = flag(move || pattern().is_some());
        view! { <td class="number" class:patterned=patterned>{number}{span("unseen", pattern_said)}</td> }.into_any()
    };
    let share = maybe(move || has(Column::Share).then(|| number(Quantity::Share)));
    let rate = maybe(move || has(Column::Rate).then(|| number(Quantity::Rate)));
    view! {
        <tr aria-current=given(move || with_row(scene, at, |row| row.focus)?.then_some("location"))>
            {cell("code", of_row(|row, _| row.code.clone()).into_any())}
            <th scope="row">
                {look}
                {own}
            </th>
            {group}
            {number(Quantity::Count)}
            {share}
            {rate}
        </tr>
    }
}

fn with_row<T>(scene: Scene, at: usize, of: impl FnOnce(&Row) -> T) -> Option<T> {
    scene.with(|scene| scene.as_ref().and_then(|scene| scene.rows.get(at)).map(of))
}
