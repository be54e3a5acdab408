//! Where it is said what the link asked for in vain.

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::page::page;

/// The notices of the link; they are told by whoever reads the page aloud as soon as they come.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let page = page();
    let dismissed = RwSignal::new(Vec::new());
    let has_some = move || !page.notices().is_empty();
    view! {
        <div role="status" class="notices">
            <Show when=has_some>
                <Late panel=Panel::Notices(dismissed) quiet=true />
            </Show>
        </div>
    }
}
