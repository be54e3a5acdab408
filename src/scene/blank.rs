//! Why there is no number.

use crate::cube::{Figure, Sum};
use crate::words::Messages;

/// Why a cell has no number: one code, with one meaning in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Kept back to protect people.
    Suppressed,
    /// Not there, or not collected.
    Missing,
    /// The parts may not be added.
    NotAdditive,
    /// More than a number can hold.
    TooLarge,
    /// What it would be divided by is nothing, or not known.
    NoBase,
}

impl Blank {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Suppressed,
        Self::Missing,
        Self::NotAdditive,
        Self::TooLarge,
        Self::NoBase,
    ];

    /// Why a figure is no number; `None` where at least something is known of it.
    pub(super) fn of_figure(figure: Figure) -> Option<Self> {
        match figure {
            Figure::Suppressed => Some(Self::Suppressed),
            Figure::Missing => Some(Self::Missing),
            Figure::NotAdditive => Some(Self::NotAdditive),
            Figure::TooLarge => Some(Self::TooLarge),
            Figure::Number(_) | Figure::Between(_) | Figure::AtLeast(_) => None,
        }
    }

    /// Why a sum has no share, rate or index.
    pub(super) fn of_quotient(sum: &Sum) -> Self {
        let figure = sum.figure();
        let of_known = match figure {
            Figure::Between(_) => Self::Suppressed,
            Figure::AtLeast(_) if sum.suppressed() > 0.0 => Self::Suppressed,
            Figure::AtLeast(_) => Self::Missing,
            Figure::Number(_)
            | Figure::Suppressed
            | Figure::Missing
            | Figure::NotAdditive
            | Figure::TooLarge => Self::NoBase,
        };
        Self::of_figure(figure).unwrap_or(of_known)
    }

    /// Its code in files, which no language changes (SDMX `CL_OBS_STATUS`, and two of our own).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Suppressed => "Q",
            Self::Missing => "O",
            Self::NotAdditive => "not-additive",
            Self::TooLarge => "M",
            Self::NoBase => "no-base",
        }
    }

    /// What stands in the place of the number.
    #[must_use]
    pub fn text(self, words: &Messages) -> &'static str {
        match self {
            Self::Suppressed => words.suppressed,
            Self::Missing => words.missing,
            Self::NotAdditive => words.not_additive,
            Self::TooLarge => words.too_large,
            Self::NoBase => words.no_base,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn every_reason_has_a_code_and_words_of_its_own() {
        for (nth, blank) in Blank::ALL.into_iter().enumerate() {
            for other in &Blank::ALL[..nth] {
                assert_ne!(blank.code(), other.code());
                for words in LANGUAGES {
                    assert_ne!(blank.text(words), other.text(words));
                }
            }
        }
    }

    #[test]
    fn of_a_known_figure_it_is_the_base_that_is_not_known() {
        assert_eq!(Blank::of_quotient(&Sum::NOTHING), Blank::NoBase);
        assert_eq!(Blank::of_figure(Figure::Number(1.0)), None);
    }
}
