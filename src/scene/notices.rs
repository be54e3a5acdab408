//! What a link said that could not be done, in words.

use crate::cube::Cube;
use crate::view_state::Notice;
use crate::words::{Messages, interpolate};

/// A notice as a sentence.
#[must_use]
pub fn notice_text(cube: &Cube, notice: &Notice, words: &Messages) -> String {
    let axis = |axis| cube.axis_label(axis).in_lang(words.code);
    match notice {
        Notice::UnknownKey { key } => interpolate(words.n_key, &[("key", key)]),
        Notice::UnknownCode { axis: of, code } => {
            interpolate(words.n_code, &[("axis", axis(*of)), ("code", code)])
        }
        Notice::EmptyRange { axis: of, range } => {
            interpolate(words.n_range, &[("axis", axis(*of)), ("range", range)])
        }
        Notice::UnknownValue { key, value } => {
            interpolate(words.n_value, &[("key", key), ("value", value)])
        }
        Notice::UnknownPlace { place } => interpolate(words.n_place, &[("place", place)]),
        Notice::TooManyPlaces { place } => interpolate(words.n_places, &[("place", place)]),
        Notice::PlaceFirst { axis: of } => interpolate(words.n_place_first, &[("axis", axis(*of))]),
        Notice::NoDenominator { quantity } => {
            interpolate(words.n_denominator, &[("quantity", quantity)])
        }
        Notice::UnknownRelease { release } => interpolate(words.n_release, &[("release", release)]),
        Notice::WithdrawnRelease {
            release,
            date,
            reason,
        } => interpolate(
            words.n_withdrawn,
            &[("release", release), ("date", date), ("reason", reason)],
        ),
        Notice::UnknownDataset { dataset } => interpolate(words.n_dataset, &[("dataset", dataset)]),
        Notice::UnknownLanguage { lang } => interpolate(words.n_language, &[("lang", lang)]),
        Notice::OneAtATime { axis: of } => interpolate(words.n_one, &[("axis", axis(*of))]),
    }
}
