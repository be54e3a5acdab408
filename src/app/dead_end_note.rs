//! The ways out of a map on which most places only repeat a pattern.

use leptos::prelude::*;

use super::page::page;
use super::ways_out::WaysOut;
use crate::scene::{MapScene, dead_end};

/// Says that most places only repeat a pattern, and what shows more.
#[component]
pub(super) fn DeadEndNote(scene: Memo<MapScene>) -> impl IntoView {
    let page = page();
    let found = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| {
            let figures = page.figures;
            let find =
                |scene: &_| figures.with(|figures| dead_end(&cube, (view, scene), figures, words));
            scene.with(find)
        })
    });
    let text = move || found.get().map(|found| found.text);
    let ways = Signal::derive(move || found.get().map_or_else(Vec::new, |found| found.ways));
    view! {
        <Show when=move || found.with(Option::is_some)>
            <div class="map-note">
                <p>{text}</p>
                <WaysOut ways />
            </div>
        </Show>
    }
}
