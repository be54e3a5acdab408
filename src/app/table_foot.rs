//! The total of the table.
use leptos::prelude::*;

use super::mark::MarkSign;
use crate::scene::{Cell, Number, TableScene};

/// The number of the last row of a table in pages, counted with the heads and the total; nothing where
/// all rows are shown.
pub(super) fn last_row(scene: Memo<Option<TableScene>>) -> impl Fn() -> Option<String> + Copy {
    move || {
        let scene = scene.read();
        let long = scene.as_ref().filter(|scene| scene.pages() > 1);
        long.map(|scene| (scene.rows.len() + 2).to_string())
    }
}

/// Everything that is selected, below the rows.
#[component]
pub(super) fn TableFoot(scene: Memo<Option<TableScene>>) -> impl IntoView {
    let cells = move || {
        let scene = scene.read();
        let cells = scene.iter().flat_map(|scene| &scene.total);
        cells.map(total_cell).collect_view()
    };
    view! {
        <tfoot role="rowgroup">
            <tr role="row" aria-rowindex=last_row(scene)>{cells}</tr>
        </tfoot>
    }
}

/// A cell of the total.
fn total_cell(cell: &Cell) -> AnyView {
    match cell.clone() {
        Cell::Name(name) => view! { <th scope="row" role="rowheader">{name}</th> }.into_any(),
        Cell::Code(code) => view! { <td role="cell" class="code">{code}</td> }.into_any(),
        Cell::Group { name, .. } => view! { <td role="cell">{name}</td> }.into_any(),
        Cell::Number(Number { text, mark, .. }) => {
            let mark = mark.map(|mark| view! { <MarkSign mark /> });
            view! { <td role="cell" class="number">{text} {mark}</td> }.into_any()
        }
    }
}
