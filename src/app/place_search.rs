//! Finding a place.

use leptos::prelude::*;

/// A box that finds any place.
#[component]
pub(super) fn PlaceSearch() -> impl IntoView {
    view! { <div></div> }
}
