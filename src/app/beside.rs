//! A part of the stage whose file comes after the figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::live::{button, paragraph, part, set};
use super::page::Page;
use crate::published::{Companion, fault_text};
use crate::words::Messages;

/// The words of such a part: while its file comes, and when that cannot be used.
type Words = (
    fn(&'static Messages) -> &'static str,
    fn(&'static Messages) -> &'static str,
);

/// A sentence while a file comes, why it cannot be used with a way to try again, or what is made of
/// it; nothing where the dataset has none.
pub(super) fn beside<T: Send + Sync + 'static>(
    page: Page,
    file: RwSignal<Companion<T>>,
    (waits, missing): Words,
    again: fn(Page),
    there: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    let shown = move |file: &Companion<T>| match file {
        Companion::None => ().into_any(),
        Companion::Loading => {
            view! { <p {..set("role", "status")} class="map-waits">{waits(page.words())}</p> }
                .into_any()
        }
        Companion::Failed(failed) => {
            let words = page.words();
            let told = words.sentences(&[missing(words), &fault_text(failed, words)]);
            fault(told, words, move || again(page))
        }
        Companion::Ready(made) => there(made.clone()),
    };
    part(move || file.with(&shown)).into_any()
}

/// What cannot be shown, and a way to try again.
pub(super) fn fault(told: String, words: &'static Messages, again: impl Fn() + 'static) -> AnyView {
    let told = paragraph("", told.into_any());
    let again = paragraph("", button("primary", words.retry.into_any(), again));
    view! { <div {..set("role", "alert")} class="fault">{told}{again}</div> }.into_any()
}
