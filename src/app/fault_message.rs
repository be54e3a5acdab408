//! What could not be shown, and the way to try again.
use leptos::prelude::*;

use crate::words::Messages;

/// What went wrong, a button to try again, and, where there are any, other ways on.
#[component]
pub(super) fn FaultMessage(
    text: String,
    words: &'static Messages,
    retry: impl Fn() + 'static,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div role="alert" class="fault">
            <p>{text}</p>
            <p>
                <button type="button" class="primary" on:click=move |_| retry()>
                    {words.retry}
                </button>
                " "
                {children.map(|children| children())}
            </p>
        </div>
    }
}
