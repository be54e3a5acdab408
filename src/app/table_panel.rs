//! The table of places.

use leptos::prelude::*;

use super::page::page;
use crate::cube::Rests;
use crate::scene::{Row, TableScene, rests_text, table};
use crate::view_state::{Change, Column, Place, Quantity, Sort};
use crate::words::{Messages, fill};

/// Every place of the level with its figures, sortable; the row in focus is marked.
#[component]
pub(super) fn TablePanel() -> impl IntoView {
    let page = page();
    let scene = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.view.with(|view| {
            page.figures
                .with(|figures| table(&cube, view, figures, words))
        })
    });
    let shown = Memo::new(move |_| {
        scene.with(|scene| {
            scene
                .as_ref()
                .map(|scene| (scene.rates, scene.group.is_some()))
        })
    });
    let caption = move || scene.with(|scene| scene.as_ref().map(|scene| scene.caption.clone()));
    let count = move || {
        let rows = scene.with(|scene| scene.as_ref().map_or(0, |scene| scene.rows.len()));
        fill(page.words().rows, &[("n", &rows.to_string())])
    };
    let heads = move || {
        let (rates, groups) = shown.get().unwrap_or_default();
        let columns = Column::ALL.into_iter().filter(move |column| match column {
            Column::Rate => rates,
            Column::Group => groups,
            _ => true,
        });
        columns
            .map(|column| view! { <Head scene column /> })
            .collect_view()
    };
    let places = move || {
        scene.with(|scene| {
            scene
                .iter()
                .flat_map(|scene| &scene.rows)
                .map(|row| row.place)
                .collect::<Vec<_>>()
        })
    };
    view! {
        <p class="quiet table-hint">{count} " · " {move || page.words().table_hint}</p>
        <div class="scroller" tabindex="0" role="region" aria-labelledby="table-caption">
            <table>
                <caption id="table-caption">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>
                    <For each=places key=|place| *place let:place>
                        <TableRow scene place shown />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The head of a column: a button that sorts.
#[component]
fn Head(scene: Memo<Option<TableScene>>, column: Column) -> impl IntoView {
    let page = page();
    let name = move || {
        let words = page.words();
        match column {
            Column::Code => words.col_code.to_owned(),
            Column::Name => words.col_name.to_owned(),
            Column::Group => scene
                .with(|scene| scene.as_ref().and_then(|it| it.group.clone()))
                .unwrap_or_default(),
            Column::Value => scene
                .with(|scene| scene.as_ref().map(|it| it.noun.clone()))
                .unwrap_or_default(),
            Column::Share => words.col_share.to_owned(),
            Column::Rate => words.col_rate.to_owned(),
        }
    };
    let sorted = move || {
        page.view
            .with(|view| (view.sort.column == column).then_some(view.sort))
    };
    let direction = move || match sorted() {
        Some(Sort {
            descending: true, ..
        }) => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    let arrow = move || match direction() {
        "descending" => " ↓",
        "ascending" => " ↑",
        _ => "",
    };
    view! {
        <th scope="col" aria-sort=direction class:number=column.is_number()>
            <button type="button" on:click=move |_| page.go(Change::SortBy(column))>
                {name}<span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}

/// One place.
#[component]
fn TableRow(
    scene: Memo<Option<TableScene>>,
    place: Place,
    shown: Memo<Option<(bool, bool)>>,
) -> impl IntoView {
    let page = page();
    let of_row = move |part: &dyn Fn(&Row, &Messages) -> String| {
        let words = page.words.get().0;
        scene
            .with(|scene| {
                scene
                    .as_ref()
                    .and_then(|it| it.row(place))
                    .map(|row| part(row, words))
            })
            .unwrap_or_default()
    };
    let row_is = move |part: fn(&Row) -> bool| {
        scene.with(|scene| {
            scene
                .as_ref()
                .and_then(|it| it.row(place))
                .is_some_and(part)
        })
    };
    let share = |row: &Row, words: &Messages| row.quantity_text(Quantity::Share, words);
    let rate = |row: &Row, words: &Messages| row.quantity_text(Quantity::Rate, words);
    let pattern = |row: &Row, words: &Messages| {
        row.pattern.map_or_else(String::new, |rests| {
            format!(" ({})", rests_text(rests, words))
        })
    };
    let own = move || row_is(|row| row.rests == Some(Rests::Own));
    view! {
        <tr aria-current=move || row_is(|row| row.focus).then_some("location")>
            <td class="code">{move || of_row(&|row, _| row.code.clone())}</td>
            <th scope="row">
                <button type="button" on:click=move |_| page.go(Change::Focus(Some(place)))>
                    {move || of_row(&|row, _| row.name.clone())}
                </button>
                {move || own().then(|| {
                    let text = page.words().rests_own;
                    view! { <span class="own" title=text>"●"<span class="unseen">{text}</span></span> }
                })}
            </th>
            {move || shown.get().is_some_and(|(_, groups)| groups).then(|| view! {
                <td>{move || of_row(&|row, _| row.group.clone())}</td>
            })}
            <td class="number">{move || of_row(&|row, _| row.value.clone())}</td>
            <td class="number" class:patterned=move || row_is(|row| row.pattern.is_some())>
                {move || of_row(&share)}
                <span class="unseen">{move || of_row(&pattern)}</span>
            </td>
            {move || shown.get().is_some_and(|(rates, _)| rates).then(|| view! {
                <td class="number">{move || of_row(&rate)}</td>
            })}
        </tr>
    }
}
