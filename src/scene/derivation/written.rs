//! A derivation as plain data: the object that `jangkau why --format json` prints and that scripts are given.

use serde::Serialize;

use super::Derivation;
use crate::cube::{Interval, Sureness};
use crate::scene::mark::Mark;

/// A figure and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WrittenDerivation {
    /// The address of the view, which asks of this figure.
    pub link: String,
    /// What it is the figure of, as a sentence.
    pub sentence: String,
    /// As it is shown, to the unit.
    pub figure: String,
    /// The number that the calculation gives, where it is known exactly; of a share 0 to 1.
    pub value: Option<f64>,
    /// The least that it may be by what was printed, where that says something of it, or as the file leaves it open; of
    /// an estimate unknown else.
    pub lower: Option<f64>,
    /// The most that it may be.
    pub upper: Option<f64>,
    /// How sure it is, where the publisher says so: one of [`FigureKind`](crate::cube::FigureKind)'s keys.
    pub basis: Option<&'static str>,
    /// How it came about, in order; at the end the figure itself, and how well it is known.
    pub steps: Vec<WrittenStep>,
    /// All of it, to print.
    pub paragraph: String,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrittenStep {
    /// `printed`, `derived`, `read`, `added`, `divided` or `shown`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
    /// Its figure, or the sum that gives one; empty where it has none.
    pub figure: String,
    /// How sure that is, as of the whole.
    pub basis: Option<&'static str>,
    /// Title, publisher and date of its source; empty where it has none of its own.
    pub source: String,
    /// The address of the source.
    pub url: Option<String>,
}

impl Derivation {
    /// As plain data; `link`: the address of the view that asks of the figure, `paragraph`: all of it in the
    /// same language.
    #[must_use]
    pub fn written(self, link: String, paragraph: String) -> WrittenDerivation {
        let value = self.calculation.interval();
        // Of an estimate nothing is known but what was printed of it.
        let is_told =
            (self.mark.as_ref()).is_none_or(|mark| mark.sureness() == Sureness::Published);
        let interval = self.open.or(value.filter(|_| is_told));
        let key = |mark: &Option<Mark>| mark.as_ref().map(Mark::key);
        WrittenDerivation {
            link,
            sentence: self.sentence,
            figure: self.figure,
            value: value.and_then(Interval::exact),
            lower: interval.map(|it| it.low),
            upper: interval.map(|it| it.high),
            basis: key(&self.mark),
            steps: (self.steps.into_iter())
                .map(|step| WrittenStep {
                    kind: step.kind.key(),
                    text: step.text,
                    figure: step.figure,
                    basis: key(&step.mark),
                    source: step.source,
                    url: step.url,
                })
                .collect(),
            paragraph,
        }
    }
}
