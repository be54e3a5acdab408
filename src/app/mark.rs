//! The mark of a figure.

use leptos::prelude::*;

use crate::scene::Mark;

/// How sure a figure is: a symbol, whose meaning is said to those who do not see it. The style sheet
/// draws it, so that a figure is copied without it.
#[component]
pub(super) fn MarkSign(mark: Mark) -> impl IntoView {
    let class = ["mark ", mark.sureness().key()].concat();
    view! { <span class=class role="img" aria-label=mark.text.clone() title=mark.text></span> }
}
