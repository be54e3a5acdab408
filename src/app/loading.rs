//! Before the figures are there: progress, or what went wrong. What the document says of its place stays.
use leptos::prelude::*;

use super::fault_message::FaultMessage;
use crate::browser::{self, Fault, Progress};
use crate::published::fault_text;
use crate::words::{Messages, interpolate};

/// How many of the bytes have come.
#[component]
pub(super) fn LoadingView(words: &'static Messages, progress: RwSignal<Progress>) -> impl IntoView {
    let kilobytes = |bytes: usize| words.numbers.decimals(kilo(bytes), 0);
    let bytes = move || {
        let Progress { done, all, .. } = progress.get();
        interpolate(
            words.progress,
            &[("done", &kilobytes(done)), ("all", &kilobytes(all))],
        )
    };
    view! {
        <p>
            <span role="status">{words.loading}</span>
            " "
            <progress
                aria-label=words.loading
                max=move || progress.get().all.max(1).to_string()
                value=move || progress.get().done.to_string()
            />
            " "
            <span class="quiet">{bytes}</span>
        </p>
        <p role="status">{move || progress.get().stalled.then_some(words.stalled)}</p>
    }
}

/// Bytes in kB.
fn kilo(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX))
}

/// Which file failed and why, and the ways on.
#[component]
pub(super) fn FaultView(
    words: &'static Messages,
    fault: Fault,
    retry: impl Fn() + Copy + 'static,
) -> impl IntoView {
    view! {
        <FaultMessage text=fault_text(&fault, words) words retry>
            <button type="button" on:click=|_| browser::reload()>
                {words.reload}
            </button>
        </FaultMessage>
    }
}
