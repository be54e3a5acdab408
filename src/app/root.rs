//! The root of the page: loading, a fault, or the explorer.

use std::rc::Rc;

use super::value::Held;
use leptos::prelude::*;

use super::dataset::{Dataset, load};
use super::explorer::Explorer;
use super::live;
use super::loading::{FaultView, LoadingView};
use super::page::Page;
use crate::browser::{self, Fault, Progress, Shell};
use crate::view_state::Address;
use crate::words::messages;

/// Mounts the page where the document has `#jangkau`, and nowhere else.
pub fn mount() {
    if let Some(shell) = browser::shell() {
        let element = shell.element.clone();
        mount_to(element, move || view! { <Root shell=shell.clone() /> }).forget();
    }
}

/// Shows the headline at once, progress while the data comes, then the explorer.
#[component]
fn Root(shell: Shell) -> impl IntoView {
    let address = Held::new(Address::new(&browser::current_link(&shell.base)));
    let base = Held::new(shell.base);
    let (headline, regions_csv) = (shell.headline, shell.regions_csv);
    browser::on_pop(move || {
        address.set(Address::new(&browser::current_link(&base.get_untracked())));
    });
    let progress = Held::new(Progress::default());
    let outcome: Held<Option<Result<Dataset, Fault>>> = Held::new(None);
    let start = move || {
        progress.set(Progress::default());
        outcome.set(None);
        live::start(async move {
            let report = Rc::new(move |now| progress.set(now));
            outcome.set(Some(
                load(&base.get_untracked(), &address.get_untracked(), report).await,
            ));
        });
    };
    start();
    move || {
        let words = messages(&address.get_untracked().lang);
        let headline = headline.clone();
        match outcome.get() {
            None => view! { <LoadingView headline words progress /> }.into_any(),
            Some(Err(fault)) => {
                let regions_csv = regions_csv.clone();
                view! { <FaultView headline words fault regions_csv retry=start /> }.into_any()
            }
            Some(Ok(dataset)) => {
                provide_context(Page::new(&base.get_untracked(), dataset, address));
                view! { <Explorer /> }.into_any()
            }
        }
    }
}
