//! The two sexes, as publishers call them.

use super::words::Words;

/// One of the two sexes that tables are parted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
}

impl Sex {
    /// The sex that a whole text names, in any of the languages of the word list: `Women`, `F`, `laki-laki`.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let is = |kind: &str| Words::of(kind).are(text);
        if is("female") {
            Some(Self::Female)
        } else {
            is("male").then_some(Self::Male)
        }
    }
}
