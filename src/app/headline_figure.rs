//! The figure of the headline where its sentence is out of sight.

use leptos::prelude::*;

use super::mark::MarkSign;
use super::page::page;

/// The figure and how sure it is.
#[component]
pub(super) fn HeadlineFigure() -> impl IntoView {
    let headline = page().headline;
    let mark = Memo::new(move |_| headline.with(|headline| headline.mark.clone()));
    view! {
        <span>{move || headline.with(|headline| headline.figure().to_owned())}</span>
        {move || mark.get().map(|mark| view! { " " <MarkSign mark /> })}
    }
}
