//! Figures, nouns and periods as text.

use crate::cube::{Axis, CatIx, Cube, Figure, Role, Selection};
use crate::words::{Messages, fill, large, small};

/// A figure as its reader sees it.
#[must_use]
pub fn figure_text(figure: Figure, words: &Messages) -> String {
    match figure {
        Figure::Number(number) => words.numbers.figure(number),
        Figure::AtLeast(number) => fill(words.at_least, &[("n", &words.numbers.figure(number))]),
        Figure::Suppressed => words.suppressed.to_owned(),
        Figure::Missing => words.missing.to_owned(),
        Figure::NotAdditive => words.not_additive.to_owned(),
    }
}

/// What is counted, for a figure: one, or many. Empty where the dataset does not say.
#[must_use]
pub fn noun_text(cube: &Cube, figure: Figure, lang: &str) -> String {
    let Some(noun) = &cube.metadata().noun else {
        return String::new();
    };
    let one = figure == Figure::Number(1.0);
    if one { &noun.one } else { &noun.many }
        .in_lang(lang)
        .to_owned()
}

/// The periods a selection covers: "2020-2023", "2021", "2020, 2022". Empty without a time dimension.
#[must_use]
pub fn period_text(cube: &Cube, selection: &Selection, lang: &str) -> String {
    let Some(time) = cube.with_role(Role::Time) else {
        return String::new();
    };
    let axis = Axis::of_dimension(time);
    let periods = cube.members(axis);
    let all: Vec<CatIx>;
    let picked = match selection.clause(axis) {
        Some(picked) => picked,
        None => {
            let total = cube.dimension(time).total();
            all = periods
                .iter()
                .map(|(at, _)| at)
                .filter(|at| Some(*at) != total)
                .collect();
            &all
        }
    };
    let name = |at: &CatIx| periods.get(*at).label().in_lang(lang);
    match picked {
        [first, .., last] if last.0 - first.0 + 1 == picked.len() => {
            format!("{}-{}", name(first), name(last))
        }
        _ => picked.iter().map(name).collect::<Vec<_>>().join(", "),
    }
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
