//! Before the figures are there: progress, or what went wrong.
use leptos::prelude::*;

use super::live::{button, follows, paragraph, said, set, span};
use crate::browser::{self, Cause, Fault, Progress};
use crate::published::fault_text;
use crate::words::{Messages, interpolate};

/// The headline of the server, and how many of the bytes have come.
#[component]
pub(super) fn LoadingView(
    headline: String,
    words: &'static Messages,
    progress: RwSignal<Progress>,
) -> impl IntoView {
    let kilobytes = |bytes: usize| words.numbers.decimals(kilo(bytes), 0);
    let bytes = said(move || {
        let Progress { done, all, .. } = progress.get();
        interpolate(
            words.progress,
            &[("done", &kilobytes(done)), ("all", &kilobytes(all))],
        )
    });
    let stalled = said(move || {
        if progress.get().stalled {
            words.stalled.to_owned()
        } else {
            String::new()
        }
    });
    view! {
        <main class="early">
            <h1>{headline}</h1>
            <p {..set("role", "status")}>{words.loading}</p>
            <p>
                <progress {..follows("aria-label", || words.loading.to_owned())}
                    {..follows("max", move || progress.get().all.max(1).to_string())}
                    {..follows("value", move || progress.get().done.to_string())}
                />
                " " {span("quiet", bytes)}
            </p>
            <p {..set("role", "status")}>{stalled}</p>
        </main>
    }
}

/// Bytes in kB.
fn kilo(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX))
}

/// The headline of the server, which file failed and why, and the ways on.
#[component]
pub(super) fn FaultView(
    headline: String,
    words: &'static Messages,
    fault: Fault,
    regions_csv: Option<String>,
    retry: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let stale = matches!(
        fault.cause,
        Cause::Hash | Cause::Size { .. } | Cause::Format(_)
    );
    let told = fault_text(&fault, words);
    let again = button("primary", words.retry.into_any(), retry);
    let anew = stale.then(|| button("", words.reload.into_any(), browser::reload));
    let table = regions_csv.map(|href| {
        view! { <a {..follows("href", move || href.clone())}>{words.regions_csv}</a> }.into_any()
    });
    view! {
        <main class="early">
            <h1>{headline}</h1>
            <div {..set("role", "alert")} class="fault">
                {paragraph("", told.into_any())}
                {paragraph("", view! { {again} " " {anew} }.into_any())}
            </div>
            {table.map(|table| paragraph("", table))}
        </main>
    }
}
