//! A derivation in one line.

use super::{Derivation, StepKind};
use crate::words::{Messages, interpolate};

impl Derivation {
    /// What says most of where the figure comes from: which part of a published figure it is, or whose share it
    /// repeats; else what was printed for the place itself, and by whom. Empty where nothing is known of it.
    #[must_use]
    pub fn line(&self, words: &Messages) -> String {
        let of = |kind: StepKind| self.steps.iter().filter(move |step| step.kind == kind);
        let derived =
            of(StepKind::Derived).find(|step| step.mark.is_some() && !step.figure.is_empty());
        if let Some(step) = derived {
            return step.figure.clone();
        }
        let Some(printed) = of(StepKind::Printed).find(|step| !step.source.is_empty()) else {
            return String::new();
        };
        let values = [("label", &*printed.figure), ("text", &printed.source)];
        interpolate(words.labelled, &values)
    }
}
