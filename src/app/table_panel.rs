//! The table of places.

use leptos::prelude::*;

use super::page::page;
use crate::cube::Rests;
use crate::scene::{Row, TableScene, table};
use crate::view_state::{Change, Column, Place, Sort};
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
    let rows = move || scene.get().map(|scene| scene.rows).unwrap_or_default();
    view! {
        <p class="quiet table-hint">{count} " · " {move || page.words().table_hint}</p>
        <div class="scroller" tabindex="0" role="region" aria-labelledby="table-caption">
            <table>
                <caption id="table-caption">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>
                    <For each=rows key=|row| row.clone().key() let:row>
                        <TableRow row shown />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

impl Row {
    /// What makes a row of the page another: its place and everything it says.
    fn key(self) -> (Place, String, String, Option<u64>, Option<u64>, bool) {
        let bits = |number: Option<f64>| number.map(f64::to_bits);
        (
            self.place,
            self.name,
            self.value,
            bits(self.share),
            bits(self.rate),
            self.focus,
        )
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
fn TableRow(row: Row, shown: Memo<Option<(bool, bool)>>) -> impl IntoView {
    let page = page();
    let words: &'static Messages = page.words.get_untracked().0;
    let (rates, groups) = shown.get_untracked().unwrap_or_default();
    let place = row.place;
    let pattern = row.pattern.map(|rests| match rests {
        Rests::Own => words.rests_own,
        Rests::Group => words.rests_group,
        Rests::All => words.rests_all,
    });
    let share = row.share.map_or_else(
        || words.missing.to_owned(),
        |share| words.numbers.percent(share),
    );
    let rate = row.rate.map_or_else(
        || words.missing.to_owned(),
        |rate| words.numbers.decimals(rate, 1),
    );
    let own = row.rests == Some(Rests::Own);
    view! {
        <tr aria-current=row.focus.then_some("location")>
            <td class="code">{row.code}</td>
            <th scope="row">
                <button type="button" on:click=move |_| page.go(Change::Focus(Some(place)))>{row.name}</button>
                {own.then(|| view! { <span class="own" title=words.rests_own>"●"<span class="unseen">{words.rests_own}</span></span> })}
            </th>
            {groups.then(|| view! { <td>{row.group}</td> })}
            <td class="number">{row.value}</td>
            <td class="number" class:patterned=pattern.is_some() title=pattern>{share}
                {pattern.map(|pattern| view! { <span class="unseen">" (" {pattern} ")"</span> })}
            </td>
            {rates.then(|| view! { <td class="number">{rate}</td> })}
        </tr>
    }
}
