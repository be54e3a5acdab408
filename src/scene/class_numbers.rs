//! The numbers that the classes of a map are taken over.

use super::Figures;
use super::map_fills::class_number;
use super::measures::{Measures, PlaceMeasures};
use super::place::looked_into;
use super::trend::trend_periods;
use crate::cube::{Axis, CatIx, Cube, Role};
use crate::view_state::{ClassScope, ResolvedView};

/// Which members of a level are in view: where a group is looked into, the regions in it; else all.
pub(super) fn in_view(cube: &Cube, view: &ResolvedView, axis: Axis) -> Vec<bool> {
    let into = looked_into(cube, view.place);
    let into = into.filter(|place| {
        let is_within = axis.grouping().is_none() && place.axis.grouping().is_some();
        is_within && view.class_scope == ClassScope::View
    });
    let members = (0..cube.members(axis).len()).map(CatIx);
    let is_in = |at: CatIx| into.is_none_or(|place| cube.along(place.axis, at) == Some(place.at));
    members.map(is_in).collect()
}

/// The numbers of all places in each period that compares with the one that is read; `None` where the
/// figures of several periods are added, which no single period compares with.
pub(super) fn of_every_period(
    cube: &Cube,
    view: &ResolvedView,
    axis: Axis,
    is_classed: impl Fn(&Measures, usize) -> bool,
) -> Option<Vec<f64>> {
    let time = cube.with_role(Role::Time)?;
    let passes = view.filters.passes(cube, time, None);
    let counted = cube.counted(&view.filters, time, passes.as_deref());
    let is_of_one = counted.iter().filter(|counts| **counts).count() == 1;
    let periods = trend_periods(cube, view);
    if !is_of_one || periods.is_empty() {
        return None;
    }
    let mut numbers = Vec::new();
    for period in periods {
        let view = view.narrowed(cube, Axis::of_dimension(time), period);
        let figures = Figures::of(cube, &view);
        let input = PlaceMeasures::everywhere(&view, &figures);
        let measures = input.measures(cube, &view, &figures, axis);
        let classed = measures.iter().enumerate();
        let classed = classed.filter(|(at, measures)| is_classed(measures, *at));
        numbers.extend(classed.filter_map(|(_, measures)| {
            Some(class_number(
                measures.interval(view.quantity)?,
                view.quantity,
            ))
        }));
    }
    Some(numbers)
}
