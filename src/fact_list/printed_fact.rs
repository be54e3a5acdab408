//! A figure as somebody printed it, with where it stands.

use super::{PlaceIx, PrintedNumber, Qualifier};
use crate::cube::Source;

/// Whom or what a figure speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Whose {
    /// All places together.
    Whole,
    /// A place of the list.
    Place(PlaceIx),
    /// Something that is no place of the list: "the other 20 together".
    Other(Box<str>),
}

/// A figure as somebody printed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFact {
    /// What it is about ("registered").
    pub topic: Box<str>,
    /// What exactly is counted ("female"); empty where the topic says it.
    pub category: Box<str>,
    /// Whom it speaks of.
    pub whose: Whose,
    /// The period, as its publisher says it.
    pub period: Box<str>,
    /// The number.
    pub number: PrintedNumber,
    /// Its unit ("persons", "percent").
    pub unit: Box<str>,
    /// What stands beside the number in print.
    pub qualifier: Qualifier,
    /// What the list says of it; empty where nothing.
    pub remark: Box<str>,
    /// Where it stands.
    pub source: Source,
    /// What the list says of that; empty where nothing.
    pub source_remark: Box<str>,
}

/// What a figure counts: two of one definition count the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition<'a> {
    /// What it is about.
    pub topic: &'a str,
    /// What exactly is counted.
    pub category: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// Whom it speaks of.
    pub whose: &'a Whose,
}

impl PrintedFact {
    /// What it counts.
    #[must_use]
    pub fn definition(&self) -> Definition<'_> {
        Definition {
            topic: &self.topic,
            category: &self.category,
            unit: &self.unit,
            whose: &self.whose,
        }
    }
}
