//! A derivation as a paragraph.

use super::printed::more_step;
use super::{Derivation, Step, StepKind};
use crate::cube::Cube;
use crate::scene::credit::release_text;
use crate::scene::text::{noted, texts};
use crate::words::{Messages, interpolate};

/// So many printed figures stand in a paragraph; more are counted.
const IN_PARAGRAPH: usize = 4;

/// Who published the dataset, and which release of it.
pub(super) fn of_dataset(cube: &Cube, words: &Messages) -> String {
    let source = cube.metadata().source.as_ref();
    let source = source.map_or("", |source| source.in_lang(words.code));
    let release = release_text(cube, words);
    let parts: Vec<&str> = [source, &release]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    words.listed_by_stops(&parts)
}

impl Derivation {
    /// All of it to print: the figure, then what was printed, the nearest first, and what was made of it, a sentence
    /// each.
    #[must_use]
    pub fn paragraph(&self, words: &Messages) -> String {
        // What counts the rest has no figure.
        let is_printed = |step: &&Step| step.kind == StepKind::Printed && !step.figure.is_empty();
        let printed: Vec<&Step> = self.steps.iter().filter(is_printed).collect();
        let left = printed.len().saturating_sub(IN_PARAGRAPH) + self.untold;
        let more = more_step(left, words).map(|step| step.text);
        let made = self.steps.iter().filter(|step| match step.kind {
            StepKind::Derived | StepKind::Read | StepKind::Added | StepKind::Divided => true,
            StepKind::Printed => false,
            // The figure itself stands in the sentence before.
            StepKind::Shown => step.figure.is_empty(),
        });
        let told = |step: &Step| step.sentence(words);
        let printed = printed.into_iter().take(IN_PARAGRAPH).map(told);
        let steps: Vec<String> = printed.chain(more).chain(made.map(told)).collect();
        let source = self
            .steps
            .iter()
            .rev()
            .find(|step| step.kind == StepKind::Shown && !step.figure.is_empty());
        let source = source.map_or("", |step| &*step.source);
        let all: Vec<&str> = [&*self.sentence]
            .into_iter()
            .chain(texts(&steps))
            .chain([source])
            .collect();
        words.sentences(&all)
    }
}

impl Step {
    /// Its words, its figure and its source: "Riverland, 2020: 12 (Report, Office of Wells)".
    fn sentence(&self, words: &Messages) -> String {
        let text = match (&*self.text, &*self.figure) {
            (text, "") => text.to_owned(),
            ("", figure) => figure.to_owned(),
            (text, figure) => interpolate(
                words.labelled,
                &[("label", text.trim_end_matches('.')), ("text", figure)],
            ),
        };
        if self.source.is_empty() {
            text
        } else {
            noted(&text, &self.source, words)
        }
    }
}
