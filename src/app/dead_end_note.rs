//! The ways out of a map on which most places only repeat a pattern.

use leptos::prelude::*;

use super::page::page;
use super::ways_out::WaysOut;
use crate::browser::Later;
use crate::scene::{MapScene, WayOut, dead_end, dead_end_ways};

/// Says that most places only repeat a pattern, and, once the reader pauses, what shows more: to find that
/// takes longer than to answer.
#[component]
pub(super) fn DeadEndNote(scene: Memo<MapScene>) -> impl IntoView {
    let page = page();
    let text = Memo::new(move |_| scene.with(|scene| dead_end(scene, page.words())));
    let ways: RwSignal<Vec<WayOut>> = RwSignal::new(Vec::new());
    let find = move || {
        let (cube, words) = (page.cube(), page.words_now());
        let found = page.common.with_untracked(|view| {
            page.figures.with_untracked(|figures| {
                scene.with_untracked(|scene| dead_end_ways(&cube, (view, scene), figures, words))
            })
        });
        ways.set(found);
    };
    let pause = StoredValue::new_local(None);
    Effect::new(move || {
        page.common.track();
        ways.set(Vec::new());
        let is_dead_end = text.with(Option::is_some);
        pause.set_value(is_dead_end.then(|| Later::after_pause(find)));
    });
    view! {
        <Show when=move || text.with(Option::is_some)>
            <div class="map-note">
                <p>{move || text.get()}</p>
                <WaysOut ways />
            </div>
        </Show>
    }
}
