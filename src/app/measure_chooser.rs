//! What is measured.

use leptos::prelude::*;

use super::page::page;
use super::select::Select;
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
    let name_of = move |at: usize| scene.with(|scene| scene.options[at].name.clone());
    let chosen = move || scene.with(|scene| scene.chosen);
    let options = move || {
        let options = scene
            .with_untracked(|scene| scene.options.clone())
            .into_iter();
        let option = |MeasureOption { at, code, .. }: MeasureOption| {
            view! {
                <option value=code prop:selected=move || chosen() == at>
                    {move || name_of(at.0)}
                </option>
            }
        };
        options.map(option).collect_view()
    };
    let choose = move |chosen: String| {
        let at = scene.with_untracked(|scene| {
            let mut options = scene.options.iter();
            options
                .find(|option| option.code == chosen)
                .map(|option| option.at)
        });
        if let Some(at) = at {
            page.go(Change::Toggle(axis, at));
        }
    };
    let label = move || scene.with(|scene| scene.name.clone());
    let fixed = move || {
        let (label, text) = (label(), name_of(chosen().0));
        interpolate(page.words().labelled, &[("label", &label), ("text", &text)])
    };
    view! {
        <p class="measure">
            <Show
                when=move || page.is_locked(axis)
                fallback=move || view! { <Select name=label on_choose=choose>{options()}</Select> }
            >
                {fixed}
            </Show>
        </p>
    }
}
