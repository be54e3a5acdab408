//! What is measured.

use leptos::prelude::*;

use super::chooser::{Choice, chooser};
use super::live::{drawn, flag, paragraph, said, text};
use super::page::page;
use crate::scene::{MeasureScene, measure_choices};
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
    let chooser = |nth| view! { <MeasureChooser scenes nth /> }.into_any();
    (0..dimensions).map(chooser).collect::<Vec<AnyView>>()
}

/// The measures of one dimension.
#[component]
fn MeasureChooser(scenes: Memo<Vec<MeasureScene>>, nth: usize) -> impl IntoView {
    let page = page();
    let axis = scenes.with_untracked(|scenes| scenes[nth].axis);
    let name = move || scenes.with(|scenes| scenes[nth].name.clone());
    let option_name =
        move |option: usize| scenes.with(|scenes| scenes[nth].options[option].name.clone());
    let chosen = move || scenes.with(|scenes| scenes[nth].chosen);
    let list = move || {
        let options = scenes.with_untracked(|scenes| scenes[nth].options.clone());
        let choice = |option: crate::scene::MeasureOption| -> Choice {
            let at = option.at;
            let is_chosen = flag(move || chosen() == at);
            let name = text(move || option_name(at.0));
            (option.code, name, is_chosen, Change::Toggle(axis, at))
        };
        let choices = options.into_iter().map(choice).collect();
        chooser(page, text(name), choices)
    };
    let named = move || {
        said(move || {
            let (label, text) = (name(), option_name(chosen().0));
            interpolate(page.words().labelled, &[("label", &label), ("text", &text)])
        })
    };
    let inside = drawn(
        move || page.is_locked(axis),
        move |locked| if locked { named() } else { list() },
    );
    paragraph("measure", inside.into_any())
}
