//! How to get out of a selection of nobody.

use leptos::prelude::*;

use super::page::page;
use super::ways_out::WaysOut;
use crate::scene::relaxations;

/// Which choices to let go of, so that there is somebody in the selection.
#[component]
pub(super) fn NobodyNote() -> impl IntoView {
    let page = page();
    let found = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| relaxations(&cube, view, words))
    });
    view! { <WaysOut ways=found /> }
}
