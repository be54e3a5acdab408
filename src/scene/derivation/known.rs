//! How well a figure is known: what the rounding in print leaves open.

use super::{Step, StepKind};
use crate::cube::{Cube, Interval, Values};
use crate::scene::figure_writer::FigureWriter;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// From the least to the greatest value that the printed figures leave open; `None` where they say nothing of it.
pub(super) fn open(cube: &Cube, view: &ResolvedView) -> Option<Interval> {
    let open = match view.quantity {
        Quantity::Count => cube.count_within(&view.selection),
        Quantity::Share => cube.share_within(&view.selection, &view.base),
        Quantity::Rate | Quantity::Index => None,
    };
    match (view.quantity, cube.values()) {
        // Of things that are whole: no part of one.
        (Quantity::Count, Values::Whole(_)) => open.map(Interval::whole),
        _ => open,
    }
}

/// The same in words; `None` where one value is left, too.
pub(super) fn open_step(
    cube: &Cube,
    (view, open): (&ResolvedView, Option<Interval>),
    writer: &FigureWriter<'_>,
    words: &Messages,
) -> Option<Step> {
    let open = open.filter(|open| !open.is_exact() && open.is_bounded())?;
    let [low, high] = [open.low, open.high].map(|end| writer.quantity(view.quantity, end));
    let mut own = cube.metadata().controls.iter();
    let is_assumed = own.any(|it| it.selection == view.selection && it.rests_on_assumption());
    let message = if is_assumed {
        words.step_within_assumed
    } else {
        words.step_within
    };
    let text = interpolate(message, &[("low", &low), ("high", &high)]);
    Some(Step::plain(StepKind::Shown, text))
}
