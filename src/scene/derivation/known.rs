//! How well a figure is known: what the rounding in print leaves open.

use super::printed::without_periods;
use super::{Step, StepKind};
use crate::cube::{ControlKind, Cube, Interval, Values};
use crate::scene::figure_writer::FigureWriter;
use crate::scene::measures::Measures;
use crate::view_state::{Quantity, ResolvedView};
use crate::words::{Messages, interpolate};

/// From the least to the greatest value that the printed figures leave open; `None` where they say nothing of it.
pub(super) fn open(cube: &Cube, view: &ResolvedView, measures: &Measures) -> Option<Interval> {
    let open = match view.quantity {
        Quantity::Count => cube.count_within(&view.selection),
        Quantity::Share => cube.share_within(&view.selection, &view.base),
        Quantity::Rate => rate_within(cube, view, measures),
        Quantity::Index => None,
    };
    match (view.quantity, cube.values()) {
        // Of things that are whole: no part of one.
        (Quantity::Count, Values::Whole(_)) => open.map(Interval::whole),
        _ => open,
    }
}

/// The count, by the inhabitants that the rate was divided by.
fn rate_within(cube: &Cube, view: &ResolvedView, measures: &Measures) -> Option<Interval> {
    let Interval { low, high } = cube.count_within(&view.selection)?;
    let count = measures.figure().exact().filter(|count| *count > 0.0)?;
    let by = measures.rate?.exact()? / count;
    Interval::new(low * by, high * by)
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
    // Of these periods, or of some that were added.
    let asked = without_periods(cube, &view.selection);
    let mut controls = cube.metadata().controls.iter();
    let is_assumed = controls.any(|it| {
        it.kind != ControlKind::Check
            && it.rests_on_assumption()
            && without_periods(cube, &it.selection) == asked
    });
    let message = if is_assumed {
        words.step_within_assumed
    } else {
        words.step_within
    };
    let text = interpolate(message, &[("low", &low), ("high", &high)]);
    Some(Step::plain(StepKind::Shown, text))
}
