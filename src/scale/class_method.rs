//! The ways to find class breaks.

use super::ClassCount;
use super::partition::{Cost, cuts};
use super::roundest::roundest;
use super::ties::Tie;

/// How class breaks are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClassMethod {
    /// As many values in each class, as nearly as equal values allow.
    #[default]
    Quantile,
    /// Classes of one width between the smallest and the largest value.
    Equal,
    /// Natural breaks (Fisher 1958, Jenks 1977): the least spread within the classes.
    Natural,
}

impl ClassMethod {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Quantile, Self::Equal, Self::Natural];

    /// As written in a link, before the number of classes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::Equal => "equal",
            Self::Natural => "natural",
        }
    }

    /// Ascending breaks, at most one fewer than the classes wanted; a class between may be empty.
    pub(super) fn candidates(self, ties: &[Tie], wanted: ClassCount) -> Vec<f64> {
        match self {
            Self::Equal => equal(ties, wanted),
            Self::Quantile => between(ties, wanted, Cost::Size),
            Self::Natural => between(ties, wanted, Cost::Spread),
        }
    }
}

/// Breaks in the gaps of the best cuts.
fn between(ties: &[Tie], wanted: ClassCount, cost: Cost) -> Vec<f64> {
    let classes = wanted.get().min(ties.len());
    let cuts = cuts(ties, classes, cost);
    let gaps = cuts
        .iter()
        .map(|&cut| (ties[cut - 1].value, ties[cut].value));
    gaps.map(|(low, high)| roundest(low, high)).collect()
}

/// Breaks of one width, rounded by at most a fiftieth of it and past no value.
fn equal(ties: &[Tie], wanted: ClassCount) -> Vec<f64> {
    let [Some(first), Some(last)] = [ties.first(), ties.last()].map(|tie| tie.map(|t| t.value))
    else {
        return Vec::new();
    };
    if first >= last {
        return Vec::new();
    }
    let mut candidates = Vec::new();
    let width = (last - first) / f64::from(wanted.0);
    let slack = width / 50.0;
    for class in 1..wanted.0 {
        let exact = first + width * f64::from(class);
        let below = ties.iter().rfind(|tie| tie.value < exact);
        let above = ties.iter().find(|tie| tie.value >= exact);
        let low = below.map_or(first, |tie| tie.value).max(exact - slack);
        let high = above.map_or(last, |tie| tie.value).min(exact + slack);
        candidates.push(roundest(low, high));
    }
    candidates
}
