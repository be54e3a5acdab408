//! The ways out of a selection without figures: which choice to let go of, and what that gives.

use super::place::place_name;
use super::text::counted_sum;
use super::way_out::WayOut;
use crate::cube::{Axis, Cube, Figure, Selection, linked};
use crate::view_state::{Change, ResolvedView};
use crate::words::{Messages, interpolate};

/// The single choices, each of which gives figures when it is let go of; where none does, all
/// filters together, if those do. What is locked stays.
#[must_use]
pub fn relaxations(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<WayOut> {
    let way = |change: Change, name: &str, rest: &Selection| {
        let answer = linked(cube, rest);
        let figure = answer.total();
        let found = figure.number().is_none_or(|number| number > 0.0) && figure != Figure::Missing;
        let figure = counted_sum(cube, (answer.reading(), answer.total_sum()), words);
        let text = interpolate(words.relaxation, &[("choice", name), ("figure", &figure)]);
        found.then_some(WayOut { change, text })
    };
    // What is asked for is no filter to let go of.
    let free = |axis: &Axis| !view.locked.contains(&axis.dimension()) && !cube.is_measure(*axis);
    let mut found: Vec<WayOut> = (view.filters.clauses().map(|(axis, _)| axis))
        .filter(free)
        .filter_map(|axis| {
            let name = cube.axis_label(axis).in_lang(words.code);
            let rest = view.selection.clone().without(axis);
            way(Change::Clear(axis), name, &rest)
        })
        .collect();
    if let Some(place) = view.place.filter(|place| free(&place.axis)) {
        let name = place_name(cube, Some(place), words);
        let rest = view.selection.clone().without(place.axis);
        found.extend(way(Change::Focus(None), &name, &rest));
    }
    if found.is_empty() {
        let is_place = |axis| view.place.is_some_and(|place| place.axis == axis);
        let rest = view.selection.only(|axis| is_place(axis) || !free(&axis));
        found.extend(way(Change::ClearAll, words.clear_all_choice, &rest));
    }
    found
}
