//! Taking the view along.

use leptos::prelude::*;

use super::embed_dialog::EmbedDialog;
use super::late::Panel;
use super::late_menu::LateMenu;
use super::page::page;
use super::share_list::Share;
use super::takeaway::TakeawayDialog;

/// The ways to share this view, which come when the menu is opened, and what has come of them.
#[component]
pub(super) fn ShareMenu() -> impl IntoView {
    let page = page();
    let share = Share {
        outcome: RwSignal::new(String::new()),
        takeaway: RwSignal::new(false),
        embed: RwSignal::new(false),
    };
    // Of another view nothing is copied yet.
    Effect::new(move || {
        page.view.track();
        share.outcome.set(String::new());
    });
    view! {
        <LateMenu name=page.message(|words| words.share) list=Panel::Share(share) />
        <p class="toast" role="status">
            {share.outcome}
        </p>
        <TakeawayDialog open=share.takeaway />
        <EmbedDialog open=share.embed />
    }
}
