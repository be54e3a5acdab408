//! What is told of the headline when it is asked for: what its figure rests on, and how to get out of a
//! selection of nobody.

use leptos::prelude::*;

use super::change_link::AboutLink;
use super::page::page;
use super::ways_out::WaysOut;
use crate::scene::{basis_lines, relaxations};

/// What the figure of the headline rests on.
#[component]
pub(super) fn BasisLines() -> impl IntoView {
    let page = page();
    let lines = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| basis_lines(&cube, view, words))
    });
    let is_modelled = move || page.cube().metadata().modelled;
    view! {
        <div class="basis-lines">
            <Show when=is_modelled>
                <p>{page.message(|words| words.estimate_why)}</p>
            </Show>
            {move || {
                let lines = lines.get().into_iter();
                lines.map(|line| view! { <p>{line}</p> }).collect_view()
            }}
            <p>
                <AboutLink />
            </p>
        </div>
    }
}

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
