//! The picture that a partner takes along.
use leptos::prelude::*;

use super::embed_dialog::{Choices, Given};
use super::live::{self, button, drawn, follows, paragraph, said, set, whenever};
use super::page::page;
use crate::browser;
use crate::embed::ThemeChoice;
use crate::words::interpolate;

/// The state of the picture.
#[derive(Debug, Clone, PartialEq)]
enum State {
    Unasked,
    Coming,
    There(String),
    Failed(String),
}

/// The picture: made when it is asked for, shown, and saved as a file.
#[component]
pub(super) fn Picture(given: Memo<Given>, chosen: RwSignal<Choices>) -> impl IntoView {
    let page = page();
    let state = RwSignal::new(State::Unasked);
    let make = move || {
        state.set(State::Coming);
        let link = given.get().link;
        let theme = chosen.with_untracked(|chosen| chosen.theme);
        let theme = if theme == ThemeChoice::Auto {
            ThemeChoice::Light
        } else {
            theme
        };
        live::start(async move {
            state.set(match browser::make("svg", &link, theme.key()).await {
                Ok(address) => State::There(address),
                Err(message) => State::Failed(message),
            });
        });
    };
    // Of another view or in other colours it is another picture.
    whenever(move || {
        given.with(|_| ());
        chosen.with(|_| ());
        state.set(State::Unasked);
    });
    let shown = drawn(
        move || state.get(),
        move |state| match state {
            State::Unasked => button("", page.tell(|words| words.picture_make), make),
            State::Coming => paragraph("quiet", page.tell(|words| words.picture_waits)),
            State::Failed(message) => paragraph(
                "fault",
                said(move || interpolate(page.words().picture_failed, &[("message", &message)])),
            ),
            State::There(address) => {
                let file = given.get().file;
                let (href, name) = (address.clone(), file.clone());
                let alt = page.say(|words| words.embed_preview);
                let save = said(move || interpolate(page.words().picture_save, &[("file", &name)]));
                let place = paragraph("quiet", page.tell(|words| words.picture_place));
                view! {
                    <img class="preview" {..follows("src", move || address.clone())} {..follows("alt", alt)} />
                    <a {..follows("href", move || href.clone())} {..follows("download", move || file.clone())}>{save}</a>
                    {place}
                }
                .into_any()
            }
        },
    );
    view! { <div class="picture" {..set("aria-live", "polite")}>{shown}</div> }
}
