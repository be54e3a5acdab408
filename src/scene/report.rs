//! What is said of one place of the map.

use super::Figures;
use super::map::{Fill, MapScene};
use super::place::{parent_axis, place_name, whole_name};
use super::text::{figure_text, inside_sentence, noun_text};
use crate::cube::{CatIx, Cube};
use crate::view_state::{Place, Quantity};
use crate::words::{Messages, fill};

/// One place, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceReport {
    /// Its name, with the group it belongs to.
    pub name: String,
    /// What is shown of it, with what is counted.
    pub value: String,
    /// The share, where the map shows something else and it is a finding.
    pub share: Option<String>,
    /// Its rank, or why it has none.
    pub rank: Option<String>,
    /// How it is filled.
    pub fill: Fill,
    /// Whether its figure is a modelled estimate.
    pub estimate: bool,
}

impl PlaceReport {
    /// All of it in one line.
    #[must_use]
    pub fn line(&self, words: &Messages) -> String {
        let estimate = self.estimate.then_some(words.estimate);
        let more = [self.share.as_deref(), self.rank.as_deref(), estimate];
        let mut line = format!("{}: {}", self.name, self.value);
        for part in more.into_iter().flatten() {
            line += ", ";
            line += part;
        }
        line
    }
}

/// Puts a place of a map into words.
#[must_use]
pub fn report(cube: &Cube, scene: &MapScene, at: CatIx, words: &Messages) -> PlaceReport {
    let measures = &scene.measures[at.0];
    let kind = scene.fills[at.0];
    let place = Place {
        axis: scene.axis,
        at,
    };
    let number = measures.quantity_text(scene.quantity, words);
    let has_number = measures.quantity(scene.quantity).is_some();
    let value = match scene.quantity {
        _ if !has_number => number,
        Quantity::Count => {
            let noun = noun_text(cube, measures.figure, words.code);
            format!("{number} {noun}").trim_end().to_owned()
        }
        Quantity::Share => format!("{number} {}", words.of_place),
        Quantity::Rate => format!("{number} {}", inside_sentence(words.as_rate)),
        Quantity::Index => format!("{} {number}", inside_sentence(words.as_index)),
    };
    let share = measures.share.filter(|_| {
        let all = measures.share == Some(1.0);
        scene.quantity != Quantity::Share && measures.pattern.is_none() && !all
    });
    let share = share.map(|share| format!("{} {}", words.numbers.percent(share), words.of_place));
    let rank = scene.rank(at).map(|(rank, of)| {
        fill(
            words.rank,
            &[("rank", &rank.to_string()), ("n", &of.to_string())],
        )
    });
    let repeats = matches!(kind, Fill::GroupPattern | Fill::WholePattern);
    let no_rank = repeats.then(|| fill(words.no_rank, &[("why", kind.meaning(words))]));
    PlaceReport {
        name: name_within(cube, place, words),
        value,
        share,
        rank: rank.filter(|_| scene.fills.len() > 1).or(no_rank),
        fill: kind,
        estimate: cube.metadata().modelled && has_number,
    }
}

/// The name of a place, and of the group it belongs to.
fn name_within(cube: &Cube, place: Place, words: &Messages) -> String {
    let name = place_name(cube, Some(place), words);
    let parent = parent_axis(cube).filter(|_| place.axis.grouping().is_none());
    let group = parent.and_then(|axis| {
        let at = cube.along(axis, place.at)?;
        Some(cube.members(axis).get(at).label().in_lang(words.code))
    });
    group.map_or(name.clone(), |group| format!("{name}, {group}"))
}

/// What is said of all places together.
#[must_use]
pub fn whole_line(cube: &Cube, figures: &Figures, words: &Messages) -> String {
    let total = figures.places.total();
    let counted = format!(
        "{} {}",
        figure_text(total, words),
        noun_text(cube, total, words.code)
    );
    format!("{}: {}", whole_name(cube, words), counted.trim_end())
}
