//! What the figures are: controls with what was asked and what is reached.

use super::place::all_places_name;
use super::text::{period_text, texts};
use crate::cube::{Axis, Control, ControlKind, Cube, Interval, Selection, Source, linked};
use crate::words::Messages;

/// A published figure beside the cube's own.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlRow {
    /// How strictly it is kept, in words.
    pub kind: &'static str,
    /// What it measures.
    pub figure: String,
    /// As published.
    pub published: String,
    /// As the cube gives it.
    pub reached: String,
    /// The cube's less the published.
    pub distance: String,
    /// Title, publisher and date of the source.
    pub source: String,
    /// Address of the source, where it is https.
    pub url: Option<String>,
    /// What the publisher of the cube adds.
    pub note: Option<String>,
}

/// The controls of a cube.
#[derive(Debug, Clone, PartialEq)]
pub struct AboutScene {
    /// Every control, in the order of the dataset.
    pub controls: Vec<ControlRow>,
    /// How many are hard, soft, and only compared.
    pub counts: [usize; 3],
}

/// Works out every control of a cube.
#[must_use]
pub fn about(cube: &Cube, words: &Messages) -> AboutScene {
    let controls = &cube.metadata().controls;
    let count = |kind| {
        controls
            .iter()
            .filter(|control| control.kind == kind)
            .count()
    };
    AboutScene {
        controls: controls
            .iter()
            .map(|control| row(cube, control, words))
            .collect(),
        counts: [ControlKind::Hard, ControlKind::Soft, ControlKind::Check].map(count),
    }
}

fn row(cube: &Cube, control: &Control, words: &Messages) -> ControlRow {
    let total = linked(cube, &control.selection).total();
    let whole = control.share_of.as_ref().map(|of| linked(cube, of).total());
    let reached = match whole {
        None => total.exact(),
        Some(whole) => total.over(whole).and_then(Interval::exact),
    };
    let text = |number: f64| published_text(number, whole.is_some(), words);
    let distance = reached.map_or_else(String::new, |reached| text(reached - control.published));
    let source = &control.source;
    ControlRow {
        kind: match control.kind {
            ControlKind::Hard => words.about_hard,
            ControlKind::Soft => words.about_soft,
            ControlKind::Check => words.about_check,
        },
        figure: figure_name(cube, &control.selection, words),
        published: text(control.published),
        reached: reached.map_or_else(|| words.missing.to_owned(), text),
        distance,
        source: source_text(source, words),
        url: source.https(),
        note: control
            .note
            .as_ref()
            .map(|note| note.in_lang(words.code).to_owned()),
    }
}

/// A published count, or a share of 0 to 1 to the hundredth of a percent.
pub(super) fn published_text(number: f64, is_share: bool, words: &Messages) -> String {
    let numbers = words.numbers;
    if is_share {
        numbers.with_unit_sign(&numbers.figure((number * 1e4).round() / 100.0), "%")
    } else {
        numbers.figure(number)
    }
}

/// Title, publisher and date of a source.
pub(super) fn source_text(source: &Source, words: &Messages) -> String {
    let parts = [&*source.title, &source.publisher, &source.date].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    words.listed_by_stops(&parts)
}

/// The places, what is chosen, and the periods.
pub(super) fn figure_name(cube: &Cube, selection: &Selection, words: &Messages) -> String {
    let mut parts = Vec::new();
    let time = cube
        .with_role(crate::cube::Role::Time)
        .map(Axis::of_dimension);
    let geo = cube.with_role(crate::cube::Role::Geo);
    if !selection
        .clauses()
        .any(|(axis, _)| Some(axis.dimension()) == geo)
    {
        parts.push(all_places_name(cube, words));
    }
    for (axis, picked) in selection.clauses().filter(|(axis, _)| Some(*axis) != time) {
        let members = cube.members(axis);
        let named = |at: &crate::cube::CatIx| {
            let category = members.get(*at);
            category
                .phrase()
                .unwrap_or(category.label())
                .in_lang(words.code)
        };
        parts.push(words.listed(&picked.iter().map(named).collect::<Vec<_>>()));
    }
    let period = period_text(cube, selection, words);
    parts.extend((!period.is_empty()).then_some(period));
    words.listed_apart(&texts(&parts))
}
