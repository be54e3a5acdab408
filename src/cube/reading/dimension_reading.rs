//! How one dimension is read.

use super::proof::ProvenSum;
use super::series::PeriodOrder;
use super::sums::Sums;
use crate::cube::{CatIx, Dimension};

/// What stands for a dimension of which nothing is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// It has one category.
    Single,
    /// A published total.
    Total(CatIx),
    /// The latest period with a figure.
    Latest(CatIx),
    /// One category, picked because none stands for all.
    One(CatIx),
    /// The sum of some categories. Shape: one entry a category.
    Sum(Vec<bool>),
    /// Nothing: there is no figure for all places.
    Each,
}

impl How {
    /// The one category that stands for the dimension, where it is one.
    #[must_use]
    pub fn category(&self) -> Option<CatIx> {
        match self {
            Self::Single => Some(CatIx(0)),
            Self::Total(at) | Self::Latest(at) | Self::One(at) => Some(*at),
            Self::Sum(_) | Self::Each => None,
        }
    }
}

/// What a reading rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// There is one category.
    OneCategory,
    /// The file says so.
    Declared,
    /// The category equals the sum of others.
    Proven(ProvenSum),
    /// It is named as a total, and equals the sum of the others in every row.
    NamedAndEqual {
        /// How many others there are.
        parts: usize,
        /// Rows that were compared.
        rows: usize,
    },
    /// It is named as a total, and lies between the others as a mean does.
    NamedAndBetween,
    /// It is named as a total; nothing else speaks for it or against it.
    NamedOnly,
    /// The first of several measures that has a figure.
    FirstMeasure,
    /// A group of countries or the world.
    KnownAggregate,
    /// The first that has a figure.
    FirstWithFigure,
    /// The period that ends last and has a figure.
    Latest,
    /// Its categories are added up.
    AddedUp(AddedBy),
    /// The publisher does not allow adding.
    Forbidden,
    /// Its figures are no counts, or nothing says that they are.
    NotCounts,
    /// Its categories may overlap.
    MayOverlap,
}

/// Why categories may be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddedBy {
    /// The publisher says so.
    Declaration,
    /// Bands of numbers that follow each other.
    Bands,
    /// The two sexes.
    Sexes,
    /// Codes of places of one level.
    PlaceCodes,
    /// They are known to share nothing: places whose shapes lie side by side.
    Disjoint,
}

/// Whether several chosen categories may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addable {
    /// They may.
    Yes,
    /// They may, and the sum is near to what a publisher would print.
    About,
    /// They may not: they are shown side by side.
    No,
}

/// How one dimension is read, with all that is known of how its categories add.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionReading {
    pub(crate) how: How,
    pub(crate) reason: Reason,
    pub(crate) parts_add: bool,
    pub(crate) sums: Sums,
    pub(crate) rule: Rule,
    /// Of periods: those with a figure before those without, the one that ends last first.
    pub(crate) latest_first: Vec<usize>,
    /// Of a dimension of time.
    pub(crate) periods: PeriodOrder,
}

/// What may be added along a dimension.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Rule {
    /// Anything: the publisher says so.
    Declared,
    /// Nothing: the publisher says so.
    Forbidden,
    /// Parts of a proof; parts that the publisher names of one category, where they are counts;
    /// and these, disjoint by what they mean. Shape: one entry a category, or empty.
    Proofs { counts: bool, disjoint: Vec<bool> },
}

impl DimensionReading {
    /// What stands for it where nothing of it is chosen.
    #[must_use]
    pub fn how(&self) -> &How {
        &self.how
    }
    /// What that rests on.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.reason
    }
    /// Whether the parts of what stands for it add up to it, so that a part has a share of it.
    #[must_use]
    pub fn parts_add(&self) -> bool {
        self.parts_add
    }
    /// The sums that were found among its categories.
    #[must_use]
    pub fn sums(&self) -> &[ProvenSum] {
        self.sums.list()
    }
    /// Whether a category is a sum of others, or a known group of them: no place among places.
    #[must_use]
    pub fn is_apart(&self, at: CatIx) -> bool {
        let aggregate = self.reason == Reason::KnownAggregate && self.how == How::One(at);
        self.how == How::Total(at) || aggregate || self.sums().iter().any(|sum| sum.of == at.0)
    }
    /// Whether some categories may be added: each of them once, none of them a part of another by the
    /// publisher's word.
    #[must_use]
    pub fn addable(&self, dimension: &Dimension, chosen: &[CatIx]) -> Addable {
        let chosen: Vec<usize> = chosen.iter().map(|at| at.0).collect();
        if chosen.len() < 2 {
            return Addable::Yes;
        }
        let (counts, disjoint) = match &self.rule {
            Rule::Declared => return Addable::Yes,
            Rule::Forbidden => return Addable::No,
            Rule::Proofs { counts, disjoint } => (*counts, disjoint),
        };
        if !disjoint.is_empty() && chosen.iter().all(|at| disjoint[*at]) {
            return Addable::Yes;
        }
        let parents = |at: &usize| dimension.parents(CatIx(*at));
        let shared = parents(&chosen[0]).iter();
        if counts
            && shared
                .into_iter()
                .any(|of| chosen.iter().all(|at| parents(at).contains(of)))
        {
            return Addable::Yes;
        }
        let Some(once) = self.sums.leaves_once(&chosen) else {
            return Addable::No;
        };
        let mut found = Addable::No;
        for sum in self.sums.list() {
            let within = self.sums.leaves(&sum.parts);
            if once.iter().all(|at| within.binary_search(at).is_ok()) {
                if sum.exact {
                    return Addable::Yes;
                }
                found = Addable::About;
            }
        }
        found
    }

    /// Whether it can be of a dimension of so many categories.
    pub(super) fn fits(&self, size: usize) -> bool {
        let is_there = |at: &usize| *at < size;
        let sum_fits = |sum: &ProvenSum| is_there(&sum.of) && sum.parts.iter().all(is_there);
        let how = match &self.how {
            How::Single | How::Each => true,
            How::Total(at) | How::Latest(at) | How::One(at) => is_there(&at.0),
            How::Sum(parts) => parts.len() == size,
        };
        let rule = match &self.rule {
            Rule::Declared | Rule::Forbidden => true,
            Rule::Proofs { disjoint, .. } => disjoint.is_empty() || disjoint.len() == size,
        };
        how && rule
            && self.sums.list().iter().all(sum_fits)
            && self.latest_first.iter().all(is_there)
            && (self.periods.last_first.iter())
                .chain(self.periods.series.iter().flatten())
                .all(is_there)
    }

    /// The period that ends last of those chosen. Other filters do not change it.
    pub(in crate::cube) fn latest(&self, chosen: &[CatIx]) -> Option<CatIx> {
        let mut latest_first = self.latest_first.iter().copied().map(CatIx);
        latest_first.find(|at| chosen.contains(at))
    }

    /// The category that the chosen ones make up, each part of it once: what its publisher printed is
    /// better than a sum of our own.
    #[must_use]
    pub(in crate::cube) fn whole_of(&self, chosen: &[CatIx]) -> Option<CatIx> {
        if chosen.len() < 2 || self.sums.list().is_empty() {
            return None;
        }
        let chosen: Vec<usize> = chosen.iter().map(|at| at.0).collect();
        let parts = self.sums.leaves_once(&chosen)?;
        let is_inside = |at: &usize| self.sums.has(*at) || parts.binary_search(at).is_ok();
        let mut sums = self.sums.list().iter();
        let whole = sums
            .find(|sum| sum.parts.iter().all(is_inside) && self.sums.leaves(&sum.parts) == parts);
        whole.map(|sum| CatIx(sum.of))
    }
}
