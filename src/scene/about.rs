//! What the figures are: controls with what was asked and what is reached.

use super::interval::between;
use super::place::all_places_name;
use super::text::{period_text, texts};
use crate::cube::{
    Axis, Control, ControlKind, Cube, Interval, Printed, PrintedUnit, Selection, Source, linked,
};
use crate::words::{Messages, interpolate};

/// A published figure, what was derived from it, and the cube's own.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlRow {
    /// How strictly it is kept, in words.
    pub kind: &'static str,
    /// What it measures.
    pub figure: String,
    /// As published, with its period where another was made of it.
    pub published: String,
    /// What was derived from the published, from the least to the greatest that it leaves open; `None`
    /// where the cube is asked for the published itself.
    pub derived: Option<String>,
    /// As the cube gives it.
    pub reached: String,
    /// The cube's less what it is asked for.
    pub distance: String,
    /// Title, publisher and date of the source.
    pub source: String,
    /// Address of the source, where it is https.
    pub url: Option<String>,
    /// How the figure was derived, and what the publisher of the cube adds.
    pub note: Option<String>,
}

/// The controls of a cube.
#[derive(Debug, Clone, PartialEq)]
pub struct AboutScene {
    /// Every control, in the order of the dataset.
    pub controls: Vec<ControlRow>,
    /// How many are hard, soft, and only compared.
    pub counts: [usize; 3],
    /// Whether any figure was derived from a published one.
    pub has_derived: bool,
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
        has_derived: controls.iter().any(|control| control.derived.is_some()),
    }
}

fn row(cube: &Cube, control: &Control, words: &Messages) -> ControlRow {
    let total = linked(cube, &control.selection).total();
    let whole = control.share_of.as_ref().map(|of| linked(cube, of).total());
    let reached = match whole {
        None => total.exact(),
        Some(whole) => total.over(whole).and_then(Interval::exact),
    };
    let text = |number: f64| measured_text(number, whole.is_some(), words);
    let distance = reached.map_or_else(String::new, |reached| text(reached - control.value));
    let source = &control.source;
    ControlRow {
        kind: kept_text(control.kind, words),
        figure: figure_name(cube, &control.selection, words),
        published: match (printed_of(control, words), printed_figure(control, words)) {
            (Some(of), Some(figure)) => words.listed_apart(&[of, &figure]),
            (None, Some(figure)) => figure,
            (_, None) => words.missing.to_owned(),
        },
        derived: derived_figure(control, words),
        reached: reached.map_or_else(|| words.missing.to_owned(), text),
        distance,
        source: source_text(source, words),
        url: source.https(),
        note: note(control, words),
    }
}

/// How strictly a control is kept.
pub(super) fn kept_text(kind: ControlKind, words: &Messages) -> &'static str {
    match kind {
        ControlKind::Hard => words.about_hard,
        ControlKind::Soft => words.about_soft,
        ControlKind::Check => words.about_check,
    }
}

/// Whom the printed figure of a control speaks of, where it is others than the control.
pub(super) fn printed_of<'a>(control: &'a Control, words: &Messages) -> Option<&'a str> {
    let of = control.printed.as_ref()?.of.as_ref()?;
    Some(of.in_lang(words.code))
}

/// What was printed of a control, with its period where that is told in words or another figure was made of it;
/// `None` where it is not known.
pub(super) fn printed_figure(control: &Control, words: &Messages) -> Option<String> {
    match (&control.printed, &control.derived) {
        (Some(printed), derived) => {
            let period = printed.period.in_lang(words.code);
            let in_words = period.contains(char::is_alphabetic);
            let period = Some(period).filter(|_| in_words || derived.is_some());
            let period = period.filter(|period| !period.is_empty());
            Some(noted(&printed_text(printed, words), period, words))
        }
        (None, None) => {
            let is_share = control.share_of.is_some();
            Some(measured_text(control.value, is_share, words))
        }
        (None, Some(_)) => None,
    }
}

/// What was derived from it, with all that it leaves open; `None` where it is the printed figure itself.
pub(super) fn derived_figure(control: &Control, words: &Messages) -> Option<String> {
    let text = |number: f64| measured_text(number, control.share_of.is_some(), words);
    let derived = control.derived.as_ref()?;
    let range = derived.interval.filter(|it| !it.is_exact());
    let range = range.map(|it| range_text(it, &text, words));
    Some(noted(&text(control.value), range.as_deref(), words))
}

/// How it was derived, and what the publisher of the cube adds.
pub(super) fn note(control: &Control, words: &Messages) -> Option<String> {
    let told = control.derived.iter().map(|derived| &derived.text);
    let told: Vec<&str> = told
        .chain(&control.note)
        .map(|label| label.in_lang(words.code))
        .filter(|label| !label.is_empty())
        .collect();
    (!told.is_empty()).then(|| words.listed_by_stops(&told))
}

/// A count, or a share of 0 to 1 to the hundredth of a percent.
fn measured_text(number: f64, is_share: bool, words: &Messages) -> String {
    let numbers = words.numbers;
    if is_share {
        numbers.with_unit_sign(&numbers.figure((number * 1e4).round() / 100.0), "%")
    } else {
        numbers.figure(number)
    }
}

/// A figure as it was printed.
fn printed_text(printed: &Printed, words: &Messages) -> String {
    let figure = words.numbers.figure(printed.value);
    match printed.unit {
        PrintedUnit::Count => figure,
        PrintedUnit::Percent => words.numbers.with_unit_sign(&figure, "%"),
    }
}

/// A text with a note in brackets, where there is one.
fn noted(text: &str, note: Option<&str>, words: &Messages) -> String {
    note.map_or_else(
        || text.to_owned(),
        |note| interpolate(words.noted, &[("text", text), ("note", note)]),
    )
}

/// From the least to the greatest, each as `text` writes it.
fn range_text(interval: Interval, text: &dyn Fn(f64) -> String, words: &Messages) -> String {
    let low = text(interval.low);
    if !interval.is_bounded() {
        return interpolate(words.at_least, &[("n", &low)]);
    }
    between(&low, &text(interval.high), words)
}

/// Title, publisher and date of a source.
pub(super) fn source_text(source: &Source, words: &Messages) -> String {
    let parts = [&*source.title, &source.publisher, &source.date].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    words.listed_by_stops(&parts)
}

/// The places, what is chosen, and the periods.
pub(super) fn figure_name(cube: &Cube, selection: &Selection, words: &Messages) -> String {
    let period = period_text(cube, selection, words);
    let name = name_of_any_period(cube, selection, words);
    let parts = [&*name, &period]
        .into_iter()
        .filter(|part| !part.is_empty());
    words.listed_apart(&parts.collect::<Vec<&str>>())
}

/// The places and what is chosen.
pub(super) fn name_of_any_period(cube: &Cube, selection: &Selection, words: &Messages) -> String {
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
    words.listed_apart(&texts(&parts))
}
