//! What a list or a map of places shows, in words.

use super::headline::picked_text;
use super::measures::PlaceMeasures;
use super::text::{Agreement, begin_line, measured, noted, noun_of_several, period_text};
use crate::cube::{Axis, Cube, Selection};
use crate::view_state::ResolvedView;
use crate::words::{Messages, interpolate};

/// The words over places.
pub(super) struct Title {
    /// What is counted.
    pub(super) noun: String,
    /// What is counted of whom, with the words of the filters.
    pub(super) counted: String,
    /// What is counted of whom, by what, and when.
    pub(super) caption: String,
}

impl Title {
    pub(super) fn of(
        cube: &Cube,
        view: &ResolvedView,
        (input, axis): (PlaceMeasures<'_>, Axis),
        words: &Messages,
    ) -> Self {
        let level = cube.axis_label(axis).in_lang(words.code);
        let noun = begin_line(match &*what(cube, &view.filters, words) {
            "" => words.as_count,
            what => what,
        });
        let period = period_text(cube, &view.selection, words);
        // What is picked of the rows themselves is marked among them.
        let others = (input.selection)
            .only(|of| view.geo == Some(axis.dimension()) || of.dimension() != axis.dimension());
        let counted = with_choice(cube, &noun, &others, words);
        let caption = interpolate(
            words.table,
            &[("noun", &counted), ("level", level), ("period", &period)],
        );
        Self {
            noun,
            counted,
            caption,
        }
    }
}

/// The measure that is shown, with its unit, of a dataset that has measures; else its noun. Empty where
/// it has neither.
fn what(cube: &Cube, filters: &Selection, words: &Messages) -> String {
    match measured(cube, filters, words) {
        Some((name, unit)) if unit.is_empty() => name,
        Some((name, unit)) => noted(&name, &unit, words),
        None => noun_of_several(cube, words),
    }
}

/// What is counted of whom, in the noun of the dataset: "Participants who are women".
pub(super) fn counted_text(cube: &Cube, filters: &Selection, words: &Messages) -> String {
    let noun = begin_line(&what(cube, filters, words));
    with_choice(cube, &noun, filters, words)
}

/// A noun with the words of the filters.
fn with_choice(cube: &Cube, noun: &str, filters: &Selection, words: &Messages) -> String {
    let chosen = picked_text(cube, filters, (Agreement::Many, None), words).unwrap_or_default();
    let counted = interpolate(words.counted, &[("noun", noun), ("chosen", &chosen)]);
    counted.trim_start().to_owned()
}
