//! The dialog for partners: form, looks, preview and code of this view in their page.
use leptos::prelude::*;

use super::copy_box::CopyBox;
use super::dialog::Dialog;
use super::embed_choices::{Embed, EmbedChoices};
use super::embed_looks::EmbedLooks;
use super::embed_picture::EmbedPicture;
use super::embed_preview::EmbedPreview;
use super::late::{Late, Panel};
use super::page::page;
use crate::embed::Form;

/// The dialog of the code for a partner's page.
#[component]
pub(super) fn EmbedDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open on_close=move |()| open.set(false) title=|words| words.embed_title>
            <Late panel=Panel::Embed />
        </Dialog>
    }
}

/// What can be chosen of an embed, how it looks, and its code.
#[component]
pub(super) fn EmbedMaker() -> impl IntoView {
    let page = page();
    let choices = RwSignal::new(EmbedChoices::new(page.words_now().code));
    let embed = Memo::new(move |_| choices.with(|choices| Embed::new(page, choices)));
    let is_picture = Memo::new(move |_| choices.with(|choices| choices.form == Form::Picture));
    let address = Memo::new(move |_| embed.with(|embed| embed.address.clone()));
    let width_px = Memo::new(move |_| choices.with(EmbedChoices::preview_px));
    let html = Memo::new(move |_| embed.with(|embed| embed.html.clone()));
    let frame = move || {
        view! {
            <EmbedPreview
                address
                width_px
                on_height=move |height_px| choices.update(|choices| choices.view_px = height_px)
            />
        }
    };
    view! {
        <EmbedLooks choices />
        <h2>{page.message(|words| words.embed_preview)}</h2>
        <Show when=move || is_picture.get() fallback=frame>
            <EmbedPicture embed choices />
        </Show>
        <CopyBox
            text=html
            name=page.message(|words| words.embed_code)
            copy=page.message(|words| words.embed_copy)
            copied=|words| words.embed_copied
        />
    }
}
