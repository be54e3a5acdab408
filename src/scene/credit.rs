//! What stands beside every picture: how its quantity is to be read, and where it comes from.

use super::place::all_places_name;
use super::rate::{denominator, rate_name};
use super::text::inside_sentence;
use crate::cube::{Cube, DimIx};
use crate::view_state::Quantity;
use crate::words::{Messages, interpolate};

/// How a quantity is to be read.
#[must_use]
pub fn quantity_note(
    cube: &Cube,
    (quantity, share_of): (Quantity, Option<DimIx>),
    words: &Messages,
) -> String {
    match quantity {
        Quantity::Count => words.map_population.to_owned(),
        Quantity::Share if share_of.is_some() => {
            let of = share_of.map(|of| cube.dimension(of).label().in_lang(words.code));
            interpolate(words.note_share_of, &[("axis", of.unwrap_or_default())])
        }
        Quantity::Share => words.note_share.to_owned(),
        Quantity::Rate => {
            let label = denominator(cube).map_or("", |it| it.label.in_lang(words.code));
            let values = [("rate", &*rate_name(cube, words)), ("denominator", label)];
            interpolate(words.note_rate, &values)
        }
        Quantity::Index => interpolate(
            words.note_index,
            &[
                ("rate", &inside_sentence(&rate_name(cube, words))),
                ("whole", &all_places_name(cube, words)),
            ],
        ),
    }
}

/// Who stands behind the figures, release and date; `None` where the dataset gives neither.
#[must_use]
pub fn source_line(cube: &Cube, words: &Messages) -> Option<String> {
    let source = cube.metadata().source.as_ref();
    let source = source.map_or_else(String::new, |source| {
        let source = source.in_lang(words.code);
        interpolate(words.labelled, &[("label", words.source), ("text", source)])
    });
    let line = words.sentences(&[&source, &release_text(cube, words)]);
    (!line.is_empty()).then_some(line)
}

/// The line of the source, and what readers are told beside it.
#[must_use]
pub fn source_lines(cube: &Cube, words: &Messages) -> Vec<String> {
    let caveats = cube.metadata().caveats.iter();
    let caveats = caveats.map(|caveat| caveat.in_lang(words.code).to_owned());
    source_line(cube, words)
        .into_iter()
        .chain(caveats)
        .collect()
}

/// Release and date of a dataset; empty where it gives neither.
#[must_use]
pub fn release_text(cube: &Cube, words: &Messages) -> String {
    let metadata = cube.metadata();
    let date = metadata.updated.as_deref().unwrap_or_default();
    match &metadata.release {
        None => date.to_owned(),
        Some(release) => interpolate(words.about_release, &[("release", release), ("date", date)]),
    }
}
