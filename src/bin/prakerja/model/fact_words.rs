//! The words of the published figures in both languages.

use jangkau::cube::Label;

/// Kind, as printed, English, Indonesian.
const WORDS: &str = include_str!("fact_words.tsv");

/// What the texts of `figures.csv` are called.
pub(crate) struct FactWords(Vec<[&'static str; 4]>);

impl FactWords {
    pub(crate) fn new() -> Self {
        let line = |line: &'static str| line.split('\t').collect::<Vec<_>>().try_into().ok();
        Self(WORDS.lines().filter_map(line).collect())
    }

    /// The words for a text of a kind, and their place in the list; `None` where it has none.
    pub(crate) fn label(&self, kind: &str, text: &str) -> Option<(usize, Label)> {
        let said = |it: &[&str; 4]| it[0] == kind && it[1] == text;
        let at = self.0.iter().position(said)?;
        let [.., english, indonesian] = self.0[at];
        Some((at, Label::new(indonesian).with("en", english)))
    }

    /// The words for a period; as it is printed where there are none.
    pub(crate) fn period(&self, text: &str) -> Label {
        self.label("period", text)
            .map_or_else(|| Label::new(text), |(_, label)| label)
    }
}
