//! Texts of two languages.

use leptos::prelude::*;

use super::page::Page;
use crate::scene::ForeignTexts;

/// A sentence about the view, of which what is in another language than the page's says in which.
pub(super) fn foreign_text(page: Page, text: &str) -> impl IntoView + use<> {
    let (cube, words) = (page.cube(), page.words());
    let foreign = (page.common).with(|view| ForeignTexts::of(&cube, view, words));
    let piece = |(lang, text): (Option<&str>, String)| {
        view! { <span lang=lang.map(str::to_owned)>{text}</span> }
    };
    foreign.pieces(text).into_iter().map(piece).collect_view()
}
