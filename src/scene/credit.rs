//! What stands beside every picture: how its quantity is to be read, and where it comes from.

use super::place::whole_name;
use super::rate::denominator;
use crate::cube::Cube;
use crate::view_state::Quantity;
use crate::words::{Messages, fill};

/// How a quantity is to be read.
#[must_use]
pub fn quantity_note(cube: &Cube, quantity: Quantity, words: &Messages) -> String {
    match quantity {
        Quantity::Count => words.map_population.to_owned(),
        Quantity::Share => words.note_share.to_owned(),
        Quantity::Rate => {
            let label = denominator(cube).map_or("", |it| it.label.in_lang(words.code));
            fill(words.note_rate, &[("denominator", label)])
        }
        Quantity::Index => fill(words.note_index, &[("whole", &whole_name(cube, words))]),
    }
}

/// Who stands behind the figures, release and date; `None` where the dataset gives neither.
#[must_use]
pub fn source_line(cube: &Cube, words: &Messages) -> Option<String> {
    let source = cube.metadata().source.as_ref();
    let source = source.map(|source| format!("{}: {}", words.source, source.in_lang(words.code)));
    let release = release_text(cube, words);
    let parts = [source.unwrap_or_default(), release];
    let parts: Vec<&str> = (parts.iter().map(|part| &**part))
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| sentences(&parts))
}

/// Release and date of a dataset; empty where it gives neither.
#[must_use]
pub fn release_text(cube: &Cube, words: &Messages) -> String {
    let metadata = cube.metadata();
    let parts = [
        ("release", metadata.release.as_deref()),
        ("date", metadata.updated.as_deref()),
    ];
    if parts.iter().all(|(_, part)| part.is_none()) {
        return String::new();
    }
    let parts = parts.map(|(name, part)| (name, part.unwrap_or_default()));
    let text = fill(words.about_release, &parts);
    text.trim_end_matches([',', ' ']).to_owned()
}

/// Parts as sentences: each ends with a full stop.
fn sentences(parts: &[&str]) -> String {
    let ended = parts.iter().map(|part| {
        let stop = if part.ends_with(['.', '!', '?', '…']) {
            ""
        } else {
            "."
        };
        format!("{part}{stop}")
    });
    ended.collect::<Vec<_>>().join(" ")
}
