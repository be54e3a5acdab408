//! Choosing periods on the picture of the trend.

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::page::page;
use crate::browser::pointed;
use crate::cube::{Axis, CatIx, Role};
use crate::view_state::Change;

/// Where a drag began, where it is, and whether it has chosen anything yet.
#[derive(Clone, Copy)]
struct Drag {
    from: CatIx,
    to: CatIx,
    has_moved: bool,
}

/// The picture, over which periods are chosen by dragging across them, or one by a press: one entry
/// in the history for each. A finger that scrolls the page chooses nothing.
#[component]
pub(super) fn TrendBrush(
    /// The period nearest to a point across, in CSS pixels.
    nearest: impl Fn(f64) -> Option<CatIx> + Copy + 'static,
    children: Children,
) -> impl IntoView {
    let page = page();
    let is_locked = move || {
        let time = page.cube().with_role(Role::Time).map(Axis::of_dimension);
        time.is_some_and(|time| page.is_locked(time))
    };
    let drag: StoredValue<Option<Drag>> = StoredValue::new(None);
    let period_under = move |event: &PointerEvent| nearest(pointed(event)?.0);
    let begin = move |event: PointerEvent| {
        let period = period_under(&event).filter(|_| event.button() == 0 && !is_locked());
        drag.set_value(period.map(|period| Drag {
            from: period,
            to: period,
            has_moved: false,
        }));
    };
    let go_on = move |event: PointerEvent| {
        let Some(before) = drag.get_value().filter(|_| event.buttons() == 1) else {
            return;
        };
        let Some(to) = period_under(&event).filter(|period| *period != before.to) else {
            return;
        };
        let change = Change::Between(before.from, to);
        if before.has_moved {
            page.refine(change);
        } else {
            page.go(change);
        }
        drag.set_value(Some(Drag {
            to,
            has_moved: true,
            ..before
        }));
    };
    let end = move |_| {
        let press = drag.get_value().filter(|drag| !drag.has_moved);
        drag.set_value(None);
        if let Some(Drag { from, .. }) = press {
            page.go(Change::Between(from, from));
        }
    };
    view! {
        <div class:brush=move || !is_locked() on:pointerdown=begin on:pointermove=go_on on:pointerup=end>
            {children()}
        </div>
    }
}
