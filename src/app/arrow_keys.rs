//! Buttons that are one Tab stop together.

use leptos::html::Ul;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::browser::{FocusStep, step_focus};

/// What keys do in a list of buttons: arrows, Home and End lead from one to the other, and `reached`
/// becomes the one that Tab reaches from then on.
pub(super) fn arrow_keys(
    list: NodeRef<Ul>,
    reached: RwSignal<usize>,
) -> impl Fn(KeyboardEvent) + Copy {
    move |event| {
        let group = list.get_untracked();
        if let Some((group, step)) = group.zip(FocusStep::of_key(&event.key())) {
            event.prevent_default();
            if let Some(at) = step_focus(&group, step) {
                reached.set(at);
            }
        }
    }
}
