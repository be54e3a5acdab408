//! Figures, nouns and periods as text.

use super::figure_writer::FigureWriter;
use crate::cube::{Axis, CatIx, Category, Cube, Figure, Reading, Role, Selection, Sum, Unit};
use crate::words::{Messages, PluralCategory, interpolate, large, small};

/// How a language speaks of what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// As of one, or of two.
    OneOrTwo,
    /// As of several.
    Many,
}

/// The plural category of a figure, by its text: what is rounded there is spoken of as it is written. `None`
/// where it has none.
fn category((figure, text): (Figure, &str), words: &Messages) -> Option<PluralCategory> {
    match figure {
        Figure::Number(_) | Figure::AtLeast(_) => Some(words.category(text)),
        // The noun stands beside the higher of the two.
        Figure::Between(interval) => {
            let high = words.category(&words.numbers.figure(interval.high));
            (high != PluralCategory::One).then_some(high)
        }
        Figure::Suppressed | Figure::Missing | Figure::NotAdditive | Figure::TooLarge => None,
    }
}

/// How a language speaks of a figure, by its text. Two are spoken of otherwise than several where they have a
/// category of their own.
pub(super) fn agreement(figure: (Figure, &str), words: &Messages) -> Agreement {
    match category(figure, words) {
        Some(PluralCategory::One | PluralCategory::Two) => Agreement::OneOrTwo,
        _ => Agreement::Many,
    }
}

/// What is counted, after the text of a figure: the form of the dataset's noun that the language has for the
/// number as it is written. Empty where the dataset does not say.
#[must_use]
pub fn noun_text(cube: &Cube, figure: (Figure, &str), words: &Messages) -> String {
    let noun = cube.metadata().noun.as_ref();
    let forms = noun.map(|noun| noun.in_lang(words.code));
    forms.map_or_else(String::new, |forms| match category(figure, words) {
        Some(category) => forms.form(category.name()).to_owned(),
        None => forms.several().to_owned(),
    })
}

/// What is counted, without a figure. Empty where the dataset does not say.
pub(super) fn noun_of_several(cube: &Cube, words: &Messages) -> String {
    let noun = cube.metadata().noun.as_ref();
    let several = noun.map(|noun| noun.in_lang(words.code).several());
    several.unwrap_or_default().to_owned()
}

/// The name of the measure that is shown, and its unit, empty where it has none. Of several dimensions
/// of measures those that there is a choice of are named, else the first with a unit.
pub(super) fn measured(
    cube: &Cube,
    selection: &Selection,
    words: &Messages,
) -> Option<(String, String)> {
    let reading = cube.reading(selection);
    let mut names: Vec<&str> = Vec::new();
    let (mut unit, mut only): (Option<&Unit>, Option<&Category>) = (None, None);
    for axis in cube.axes().filter(|axis| cube.is_measure(*axis)) {
        let category = cube
            .members(axis)
            .get(reading.of(axis.dimension()).how().category()?);
        if cube.members(axis).len() > 1 {
            names.push(category.label().in_lang(words.code));
            unit = unit.or(category.unit());
        } else if only.is_none_or(|only| only.unit().is_none() && category.unit().is_some()) {
            only = Some(category);
        }
    }
    if names.is_empty() {
        names.push(only?.label().in_lang(words.code));
        unit = only?.unit();
    }
    let name = words.listed(&names);
    let unit = unit.map_or_else(String::new, |unit| unit_text(unit, words));
    let unit = if is_same_word(&name, &unit) {
        String::new()
    } else {
        unit
    };
    Some((name, unit))
}

/// Whether a measure is called after its unit: "Persons", in persons. (By the letters of ASCII: the tables of
/// all of Unicode weigh 6 kB.)
pub(super) fn is_same_word(name: &str, unit: &str) -> bool {
    name.eq_ignore_ascii_case(unit)
}

/// The words for a unit beside a figure, with what its figures are to be multiplied by, where its words
/// do not say that.
fn unit_text(unit: &Unit, words: &Messages) -> String {
    let text = unit.text();
    if (1..=12).contains(&unit.multiplier) && !unit.says_magnitude() {
        let times = words.numbers.figure(10_f64.powi(unit.multiplier));
        return [text, " × ", &times].concat().trim_start().to_owned();
    }
    text.to_owned()
}

/// The name of a category, with the unit of its figures where it has one.
pub(super) fn measure_text(category: &Category, words: &Messages) -> String {
    let name = category.label().in_lang(words.code);
    let unit = category
        .unit()
        .map(|unit| unit_text(unit, words))
        .filter(|unit| !unit.is_empty() && !is_same_word(name, unit));
    unit.map_or_else(|| name.to_owned(), |unit| noted(name, &unit, words))
}

/// The periods that the figures of a selection speak of: "2020–2023", "2021", "2020, 2022". Empty
/// without a time dimension.
#[must_use]
pub fn period_text(cube: &Cube, selection: &Selection, words: &Messages) -> String {
    let Some(time) = cube.with_role(Role::Time) else {
        return String::new();
    };
    let axis = Axis::of_dimension(time);
    let periods = cube.members(axis);
    let passes = selection.passes(cube, time, None);
    let counted = cube.counted(selection, time, passes.as_deref());
    let mut picked: Vec<CatIx> = (periods.iter())
        .map(|(at, _)| at)
        .filter(|at| counted[at.0])
        .collect();
    if let Some(total) = cube
        .dimension(time)
        .total()
        .filter(|total| picked == [*total])
    {
        picked = periods
            .iter()
            .map(|(at, _)| at)
            .filter(|at| *at != total)
            .collect();
    }
    let name = |at: &CatIx| periods.get(*at).label().in_lang(words.code);
    match &*picked {
        [first, .., last] if last.0 - first.0 + 1 == picked.len() => {
            let message = if name(first).contains(['-', '–']) {
                words.range
            } else {
                words.periods
            };
            interpolate(message, &[("first", name(first)), ("last", name(last))])
        }
        _ => words.listed(&picked.iter().map(name).collect::<Vec<_>>()),
    }
}

/// A sum of the figures of a reading, with what is counted.
pub(super) fn counted_sum(
    cube: &Cube,
    (reading, sum): (&Reading, &Sum),
    words: &Messages,
) -> String {
    let text = FigureWriter::of(cube, reading, words).figure(sum.figure());
    let noun = noun_text(cube, (sum.figure(), &text), words);
    let values = [("figure", &*text), ("noun", &noun)];
    interpolate(words.figure_of, &values)
}

/// A text with a note after it.
pub(super) fn noted(text: &str, note: &str, words: &Messages) -> String {
    interpolate(words.noted, &[("text", text), ("note", note)])
}

/// Texts, borrowed.
pub(super) fn texts(texts: &[String]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}

/// A label without what stands in parentheses at its end.
pub(super) fn without_note(label: &str) -> &str {
    let cut = label
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    cut.map_or(label, |(label, _)| label)
}

/// The first letter small, unless the word is an abbreviation: a label inside a sentence.
pub(super) fn inside_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if small(first) != first && small(second) == second => {
            std::iter::once(small(first))
                .chain(label.chars().skip(1))
                .collect()
        }
        _ => label.to_owned(),
    }
}

/// The first letter large: a label that begins a line.
pub(super) fn begin_line(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(large(first)).chain(letters).collect()
    })
}
