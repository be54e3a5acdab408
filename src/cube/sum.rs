//! A sum of cells that remembers what is not known of them.

use super::{Decimals, Figure, Interval};

/// The sum of some cells, with what is not known of them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    pub(super) value: f64,
    pub(super) cells: f64,
    pub(super) suppressed: f64,
    pub(super) missing: f64,
    /// What the suppressed cells may hold together: the least, and the most; infinite where one of
    /// them has no bound.
    pub(super) hidden: (f64, f64),
    /// Whether a figure of the measure may be below zero: what is known is then no lower bound.
    pub(super) signed: bool,
    pub(super) additive: bool,
    pub(super) decimals: Decimals,
    /// Which statuses of the cube's list its known cells have, one bit each.
    pub(super) flags: u32,
}

impl Sum {
    /// The sum of nothing at all, which is the number 0.
    pub const NOTHING: Self = Self {
        value: 0.0,
        cells: 0.0,
        suppressed: 0.0,
        missing: 0.0,
        hidden: (0.0, 0.0),
        signed: false,
        additive: true,
        decimals: Decimals::WHOLE,
        flags: 0,
    };

    /// The sum of some sums; `adds`: whether they may be added to each other.
    pub(super) fn of<'a>(sums: impl Iterator<Item = &'a Self>, adds: bool) -> Self {
        let mut all = Self {
            additive: adds,
            ..Self::default()
        };
        for sum in sums {
            all.value += sum.value;
            all.cells += sum.cells;
            all.suppressed += sum.suppressed;
            all.missing += sum.missing;
            all.hidden.0 += sum.hidden.0;
            all.hidden.1 += sum.hidden.1;
            all.signed |= sum.signed;
            all.decimals = all.decimals.max(sum.decimals);
            all.flags |= sum.flags;
            all.additive &= sum.additive;
        }
        all
    }

    /// The sum of some sums that may be added.
    #[must_use]
    pub fn added<'a>(sums: impl Iterator<Item = &'a Self>) -> Self {
        Self::of(sums, true)
    }

    /// How many cells it is made of.
    #[must_use]
    pub fn cells(&self) -> f64 {
        self.cells
    }
    /// How many of its cells are suppressed.
    #[must_use]
    pub fn suppressed(&self) -> f64 {
        self.suppressed
    }
    /// How many of its cells are missing.
    #[must_use]
    pub fn missing(&self) -> f64 {
        self.missing
    }

    /// The sum as a reader may see it. No cells at all are the number 0; where figures may not be
    /// added they are no figure, and a sum beyond every number is [`Figure::TooLarge`]. Suppressed
    /// cells with bounds leave it between two numbers; of others, and of missing ones, the known part
    /// is a lower bound, where no figure is below zero and it is more than nothing. It has the
    /// [`Decimals`] of its measure.
    #[must_use]
    pub fn figure(&self) -> Figure {
        let unknown = self.suppressed + self.missing;
        if !self.additive && self.cells > 1.0 {
            return Figure::NotAdditive;
        }
        if !self.additive && self.cells == 0.0 {
            return Figure::Missing;
        }
        let sum = Interval {
            low: self.value + self.hidden.0,
            high: self.value + self.hidden.1,
        };
        let sum = sum.rounded(self.decimals);
        if unknown == 0.0 {
            return Figure::of_sum(sum.low);
        }
        if !sum.low.is_finite() {
            return Figure::TooLarge;
        }
        if self.missing == 0.0 && sum.is_exact() {
            Figure::Number(sum.low)
        } else if self.missing == 0.0 && sum.is_bounded() {
            Figure::Between(sum)
        } else if sum.low > 0.0 && !self.signed {
            Figure::AtLeast(sum.low)
        } else if self.suppressed > 0.0 {
            Figure::Suppressed
        } else {
            Figure::Missing
        }
    }
}
