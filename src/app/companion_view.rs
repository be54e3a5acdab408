//! A part of the stage whose file comes after the figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::fault_message::FaultMessage;
use super::page::page;
use super::wording::Message;
use crate::published::{Companion, fault_text};

/// A sentence while a file comes, why it cannot be used with a way to try again, or what is made of
/// it; nothing where the dataset has none.
#[component]
pub(super) fn CompanionView<T, V>(
    file: RwSignal<Companion<T>>,
    /// What is said while the file comes.
    loading: Message,
    /// What is said where the file cannot be used, before the reason.
    missing: Message,
    retry: impl Fn() + Copy + Send + 'static,
    children: impl Fn(Arc<T>) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    V: IntoView + 'static,
{
    let page = page();
    move || {
        let words = page.words();
        file.with(|file| match file {
            Companion::None => ().into_any(),
            Companion::Loading => {
                view! { <p role="status" class="map-waits">{loading(words)}</p> }.into_any()
            }
            Companion::Failed(fault) => {
                let text = words.sentences(&[missing(words), &fault_text(fault, words)]);
                view! { <FaultMessage text words retry /> }.into_any()
            }
            Companion::Ready(made) => children(made.clone()).into_any(),
        })
    }
}
