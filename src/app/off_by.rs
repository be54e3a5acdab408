//! How far such estimates as the figure of the view were off.

use leptos::prelude::*;

use super::page::page;
use crate::scene::off_by;

/// "±33% in back-tests (median)", beside the mark of the headline; nothing where it is not known.
#[component]
pub(super) fn OffBy() -> impl IntoView {
    let page = page();
    let text = move || {
        let (cube, words) = (page.cube(), page.words());
        let mark = page.headline.with(|headline| headline.mark.clone())?;
        page.common
            .with(|view| off_by(&cube, view, mark.kind, words))
    };
    view! { <span class="quiet">{text}</span> }
}
