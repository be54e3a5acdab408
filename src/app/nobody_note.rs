//! How to get out of a selection of nobody.

use leptos::prelude::*;

use super::page::page;
use super::ways_out::WaysOut;
use crate::scene::relaxations;

/// That nobody is in the selection, and which choices to let go of.
#[component]
pub(super) fn NobodyNote() -> impl IntoView {
    let page = page();
    let found = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| relaxations(&cube, view, words))
    });
    view! {
        <p role="status">{page.message(|words| words.nothing)}</p>
        <WaysOut ways=found />
    }
}
