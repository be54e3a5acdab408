//! What is measured.

use leptos::prelude::*;

use super::page::page;
use super::select::{Choice, Select};
use crate::scene::{MeasureOption, MeasureScene, measure_choices};
use crate::view_state::Change;
use crate::words::interpolate;

/// A list of the measures for each dimension of them, with their units: one is always chosen. Where
/// the reader may not change it, its name alone.
#[component]
pub(super) fn MeasureChoosers() -> impl IntoView {
    let page = page();
    let scenes = Memo::new(move |_| {
        let (cube, words) = (page.cube(), page.words());
        page.common.with(|view| measure_choices(&cube, view, words))
    });
    let dimensions = scenes.with_untracked(Vec::len);
    (0..dimensions)
        .map(|nth| {
            let scene = Memo::new(move |_| scenes.with(|scenes| scenes[nth].clone()));
            view! { <MeasureChooser scene /> }
        })
        .collect_view()
}

/// The measures of one dimension.
#[component]
fn MeasureChooser(scene: Memo<MeasureScene>) -> impl IntoView {
    let page = page();
    let axis = scene.with_untracked(|scene| scene.axis);
    let choices = move || {
        scene.with(|scene| {
            let choice = |option: &MeasureOption| Choice {
                change: Change::Toggle(axis, option.at),
                key: option.code.clone(),
                name: option.name.clone(),
                is_chosen: option.at == scene.chosen,
            };
            scene.options.iter().map(choice).collect()
        })
    };
    let label = move || scene.with(|scene| scene.name.clone());
    let fixed = move || {
        let (label, text) = scene.with(|scene| {
            let chosen = &scene.options[scene.chosen.0];
            (scene.name.clone(), chosen.name.clone())
        });
        interpolate(page.words().labelled, &[("label", &label), ("text", &text)])
    };
    view! {
        <p class="measure">
            <Show
                when=move || page.is_locked(axis)
                fallback=move || view! { <Select name=label choices=Signal::derive(choices) /> }
            >
                {fixed}
            </Show>
        </p>
    }
}
