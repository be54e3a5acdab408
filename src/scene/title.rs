//! What a list or a map of places shows, in words.

use super::headline::picked_text;
use super::measures::Asked;
use super::text::{begin_line, measure_text, measured, noun_text, period_text};
use crate::cube::{Axis, Cube, Figure, Selection};
use crate::view_state::ResolvedView;
use crate::words::{Messages, fill};

/// The words over places.
pub(super) struct Title {
    /// Name of the level.
    pub(super) level: String,
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
        (asked, axis): (Asked<'_>, Axis),
        words: &Messages,
    ) -> Self {
        let level = cube.axis_label(axis).in_lang(words.code).to_owned();
        let noun = noun_text(cube, Figure::Number(0.0), words.code);
        let measure = measured(cube, &view.filters).map(|it| measure_text(it, words.code));
        let noun = begin_line(match &measure {
            Some(measure) => measure,
            None if noun.is_empty() => words.as_count,
            None => &noun,
        });
        let period = period_text(cube, &view.selection, words.code);
        let chosen = picked_text(cube, asked.selection, None, words);
        let counted = chosen.map_or_else(|| noun.clone(), |chosen| format!("{noun} {chosen}"));
        let caption = fill(
            words.table,
            &[("noun", &counted), ("level", &level), ("period", &period)],
        );
        Self {
            level,
            noun,
            counted,
            caption: caption.trim_end_matches([',', ' ']).to_owned(),
        }
    }
}

/// What is counted of whom, in the noun of the dataset: "Participants who are women".
pub(super) fn counted_text(cube: &Cube, filters: &Selection, words: &Messages) -> String {
    let noun = begin_line(&noun_text(cube, Figure::Number(0.0), words.code));
    let chosen = picked_text(cube, filters, None, words).unwrap_or_default();
    [&*noun, " ", &chosen].concat().trim().to_owned()
}
