//! A menu whose list comes late.

use leptos::prelude::*;

use super::late::{Late, Panel};
use super::menu::Menu;

/// A menu with what comes when it is first opened.
#[component]
pub(super) fn LateMenu(name: Signal<&'static str>, list: Panel) -> impl IntoView {
    let open = RwSignal::new(false);
    let was_open = Memo::new(move |before| open.get() || before == Some(&true));
    view! {
        <Menu name open>
            <Show when=move || was_open.get()>
                <Late panel=list quiet=true />
            </Show>
        </Menu>
    }
}
