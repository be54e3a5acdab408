//! How well a figure is known: what the rounding in print leaves open.

use super::{Step, StepKind};
use crate::cube::{Cube, Interval, Values};
use crate::scene::figure_writer::FigureWriter;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// From the least to the greatest value that the printed figures leave open; `None` where they say nothing
/// of it, or leave one value.
pub(super) fn within(
    cube: &Cube,
    view: &ResolvedView,
    writer: &FigureWriter<'_>,
    words: &Messages,
) -> Option<Step> {
    let open = match view.quantity {
        Quantity::Count => cube.count_within(&view.selection),
        Quantity::Share => cube.share_within(&view.selection, &view.base),
        Quantity::Rate | Quantity::Index => None,
    };
    let open = match (view.quantity, cube.values()) {
        // Of things that are whole: no part of one.
        (Quantity::Count, Values::Whole(_)) => open.map(Interval::whole),
        _ => open,
    };
    let open = open.filter(|open| !open.is_exact() && open.is_bounded())?;
    let [low, high] = [open.low, open.high].map(|end| writer.quantity(view.quantity, end));
    let text = interpolate(words.step_within, &[("low", &low), ("high", &high)]);
    Some(Step::plain(StepKind::Shown, text))
}
