//! The picture that a partner takes along.
use leptos::prelude::*;

use super::embed_choices::{Embed, EmbedChoices};
use super::page::page;
use crate::browser;
use crate::embed::ThemeChoice;
use crate::words::interpolate;

/// The state of the picture.
#[derive(Debug, Clone, PartialEq)]
enum State {
    NotAsked,
    Loading,
    /// Its address.
    Ready(String),
    /// Why it could not be made.
    Failed(String),
}

/// The picture: made when it is asked for, shown, and saved as a file.
#[component]
pub(super) fn EmbedPicture(embed: Memo<Embed>, choices: RwSignal<EmbedChoices>) -> impl IntoView {
    let page = page();
    let state = RwSignal::new(State::NotAsked);
    let make = move |_| {
        state.set(State::Loading);
        let link = embed.with_untracked(|embed| embed.link.clone());
        let theme = match choices.with_untracked(|choices| choices.theme) {
            // A picture cannot follow the reader's system.
            ThemeChoice::Auto => ThemeChoice::Light,
            theme @ (ThemeChoice::Light | ThemeChoice::Dark | ThemeChoice::Contrast) => theme,
        };
        leptos::task::spawn_local(async move {
            state.set(match browser::make("svg", &link, theme.key()).await {
                Ok(address) => State::Ready(address),
                Err(message) => State::Failed(message),
            });
        });
    };
    // Of another view or in other colours it is another picture.
    Effect::new(move || {
        embed.track();
        choices.track();
        state.set(State::NotAsked);
    });
    let shown = move || match state.get() {
        State::NotAsked => view! {
            <button type="button" on:click=make>{page.message(|words| words.picture_make)}</button>
        }
        .into_any(),
        State::Loading => {
            view! { <p class="quiet">{page.message(|words| words.picture_waits)}</p> }.into_any()
        }
        State::Ready(address) => view! { <Ready address embed /> }.into_any(),
        State::Failed(message) => {
            let text = move || interpolate(page.words().picture_failed, &[("message", &*message)]);
            view! { <p class="fault">{text}</p> }.into_any()
        }
    };
    view! { <div class="picture" aria-live="polite">{shown}</div> }
}

/// The picture, the link that saves it, and where to put it.
#[component]
fn Ready(address: String, embed: Memo<Embed>) -> impl IntoView {
    let page = page();
    let file = embed.with_untracked(|embed| embed.file.clone());
    let name = file.clone();
    view! {
        <img class="preview" src=address.clone() alt=page.message(|words| words.embed_preview) />
        <a href=address download=file>
            {move || interpolate(page.words().picture_save, &[("file", &*name)])}
        </a>
        <p class="quiet">{page.message(|words| words.picture_place)}</p>
    }
}
