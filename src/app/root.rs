//! The root of the page: loading, a fault, or the explorer.

use js_sys::Function;
use leptos::prelude::*;
use std::rc::Rc;

use super::explorer::Explorer;
use super::loading::{FaultView, LoadingView};
use super::page::Page;
use super::wording::Wording;
use crate::browser::{self, Fault, Progress, Shell};
use crate::embed::Message;
use crate::published::{Dataset, fault_text, load};
use crate::view_state::LinkParts;

/// Mounts the page where the document has `#jangkau`, in words as [`Messages::to_language_file`] gives them.
/// Whether it could. `tell(type, data)` takes each [`Message`] to the page around this one;
/// `make(kind, link, how)` promises what a reader takes along.
///
/// [`Messages::to_language_file`]: crate::words::Messages::to_language_file
pub fn mount(words: String, tell: Option<Function>, make: Option<Function>) -> bool {
    browser::tell_by(tell);
    browser::make_by(make);
    let Some((wording, shell)) = Wording::of(words).zip(browser::shell()) else {
        return false;
    };
    let place = shell.place.clone();
    mount_to(
        place,
        move || view! { <Root shell=shell.clone() wording /> },
    )
    .forget();
    true
}

/// Shows progress under the headline of the document while the data comes, then the explorer in its place.
#[component]
fn Root(shell: Shell, wording: Wording) -> impl IntoView {
    let address = RwSignal::new(LinkParts::new(&browser::current_link(&shell.site.base)));
    let site = RwSignal::new(shell.site);
    let identity = shell.identity;
    let (element, place) = (shell.element, shell.place);
    browser::on_pop(move || {
        let link = site.with_untracked(|site| browser::current_link(&site.base));
        address.set(LinkParts::new(&link));
    });
    let progress = RwSignal::new(Progress::default());
    let outcome: RwSignal<Option<Result<Dataset, Fault>>> = RwSignal::new(None);
    let start = move || {
        progress.set(Progress::default());
        outcome.set(None);
        leptos::task::spawn_local(async move {
            let report = Rc::new(move |now| progress.set(now));
            let loaded = load(&site.get_untracked().base, &address.get_untracked(), report).await;
            if let Err(fault) = &loaded {
                browser::tell(&Message::Error(fault_text(fault, wording.first)));
            }
            outcome.set(Some(loaded));
        });
    };
    start();
    move || {
        let words = wording.first;
        match outcome.get() {
            None => view! { <LoadingView words progress /> }.into_any(),
            Some(Err(fault)) => view! { <FaultView words fault retry=start /> }.into_any(),
            Some(Ok(dataset)) => {
                // Nothing is drawn between this and the explorer.
                element.replace_children_with_node_1(&place);
                let page = site
                    .with_untracked(|site| Page::new((site, &identity), dataset, address, wording));
                page.companions.load_boundaries();
                let assets = site.with_untracked(|site| site.assets.clone());
                Effect::new(move || page.load_missing_words(assets.clone()));
                provide_context(page);
                view! { <Explorer /> }.into_any()
            }
        }
    }
}
