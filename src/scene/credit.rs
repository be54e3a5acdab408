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
    let metadata = cube.metadata();
    let source = (metadata.source.as_ref()).map(|source| source.in_lang(words.code));
    let source = source.map(|source| format!("{}: {source}", words.source));
    let [release, date] = [&metadata.release, &metadata.updated].map(Option::as_deref);
    let given = release.is_some() || date.is_some();
    let parts = [("release", release), ("date", date)];
    let release = fill(
        words.about_release,
        &parts.map(|(name, part)| (name, part.unwrap_or_default())),
    );
    let release = release.trim_end_matches([',', ' ']);
    let parts = [source.as_deref(), given.then_some(release)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| sentences(&parts))
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
