//! One figure as a reader may see it.

use super::Interval;

/// A sum as a reader may see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Every cell has a value.
    Number(f64),
    /// Some cells are suppressed, each with a bound: from the least to the greatest sum.
    Between(Interval),
    /// Some cells are suppressed without a bound, or missing: the sum of what is known.
    AtLeast(f64),
    /// Nothing is known but that cells are suppressed.
    Suppressed,
    /// Nothing is known.
    Missing,
    /// More than one cell of a cube whose figures may not be added.
    NotAdditive,
    /// The numbers add up to more than an `f64` can hold (1.8 × 10³⁰⁸).
    TooLarge,
}

impl Figure {
    /// The figure of a sum: [`Figure::TooLarge`] where it is no finite number.
    #[must_use]
    pub fn of_sum(sum: f64) -> Self {
        if sum.is_finite() {
            Self::Number(sum)
        } else {
            Self::TooLarge
        }
    }

    /// The number, where it is known exactly.
    #[must_use]
    pub fn exact(self) -> Option<f64> {
        if let Self::Number(number) = self {
            Some(number)
        } else {
            None
        }
    }

    /// One number that stands for it in a drawing or an order: itself, the middle of its bounds, or
    /// the sum of what is known.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::AtLeast(number) => Some(number),
            Self::Between(interval) => Some(interval.middle()),
            Self::Suppressed | Self::Missing | Self::NotAdditive | Self::TooLarge => None,
        }
    }

    /// From its least to its greatest value, where both are known.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Number(number) => Some(Interval::exactly(number)),
            Self::Between(interval) => Some(interval),
            Self::AtLeast(_)
            | Self::Suppressed
            | Self::Missing
            | Self::NotAdditive
            | Self::TooLarge => None,
        }
    }

    /// The least and the greatest value that are known, where it is not known exactly.
    #[must_use]
    pub fn bounds(self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Between(interval) => (Some(interval.low), Some(interval.high)),
            Self::AtLeast(number) => (Some(number), None),
            Self::Number(_)
            | Self::Suppressed
            | Self::Missing
            | Self::NotAdditive
            | Self::TooLarge => (None, None),
        }
    }

    /// This over that, 0 to 1 for a part of a whole; `None` where either has no bounds, the whole may
    /// be 0, or the quotient is no finite number.
    #[must_use]
    pub fn over(self, whole: Self) -> Option<Interval> {
        self.interval()?.over(whole.interval()?)
    }

    /// The share of this in a sum of cells that holds its own.
    #[must_use]
    pub fn share_of_sum(self, sum: Self) -> Option<Interval> {
        self.interval()?.share_of_sum(sum.interval()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_of_known_figures_only() {
        let [three, four, zero] = [3.0, 4.0, 0.0].map(Figure::Number);
        assert_eq!(three.over(four), Some(Interval::exactly(0.75)));
        assert_eq!(zero.over(four), Some(Interval::exactly(0.0)));
        assert_eq!(three.over(zero), None);
        for unknown in [
            Figure::AtLeast(4.0),
            Figure::Suppressed,
            Figure::Missing,
            Figure::NotAdditive,
            Figure::TooLarge,
        ] {
            assert_eq!((three.over(unknown), unknown.over(four)), (None, None));
        }
    }

    #[test]
    fn a_quotient_that_no_number_can_hold_is_no_share() {
        let [large, small] = [1e300, 1e-300].map(Figure::Number);
        assert_eq!(large.over(small), None);
        assert_eq!(small.over(large), Some(Interval::exactly(0.0)));
    }
}
