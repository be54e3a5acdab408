//! The least and the greatest value of what is not known exactly.

use super::Decimals;

/// From the least to the greatest value that a number may have, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The greatest; infinite where nothing bounds it.
    pub high: f64,
}

impl Interval {
    /// From the least to the greatest whole number in it; the same where there is none.
    #[must_use]
    pub fn whole(self) -> Self {
        let (low, high) = (self.low.ceil(), self.high.floor());
        if low <= high {
            Self { low, high }
        } else {
            self
        }
    }

    /// What may be anything from zero.
    pub const UNBOUNDED: Self = Self {
        low: 0.0,
        high: f64::INFINITY,
    };

    /// A number that is known.
    #[must_use]
    pub fn exactly(number: f64) -> Self {
        Self {
            low: number,
            high: number,
        }
    }

    /// From the least to the greatest; `None` where they are the wrong way round, or the least is no
    /// finite number.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (low.is_finite() && low <= high).then_some(Self { low, high })
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low >= self.high
    }

    /// The number, where it is one.
    #[must_use]
    pub fn exact(self) -> Option<f64> {
        self.is_exact().then_some(self.low)
    }

    /// Whether something bounds it above.
    #[must_use]
    pub fn is_bounded(self) -> bool {
        self.high.is_finite()
    }

    /// The number half way; what a mark that shows one number shows.
    #[must_use]
    pub fn middle(self) -> f64 {
        self.low + self.half_width()
    }

    /// How far each end is from the middle.
    #[must_use]
    pub fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }

    /// Both ends times a number of zero or more.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            high: self.high * factor,
        }
    }

    /// This over another, neither of which depends on the other; `None` where the other may be zero
    /// or less, or an end is no finite number.
    ///
    /// ```
    /// use jangkau::cube::Interval;
    /// let [part, whole] = [[10.0, 20.0], [40.0, 50.0]].map(|[low, high]| Interval { low, high });
    /// assert_eq!(part.over(whole), Interval::new(0.2, 0.5));
    /// ```
    #[must_use]
    pub fn over(self, whole: Self) -> Option<Self> {
        if self.is_exact() && whole.is_exact() {
            let quotient = self.low / whole.low;
            return quotient.is_finite().then(|| Self::exactly(quotient));
        }
        if whole.low <= 0.0 {
            return None;
        }
        let ends = if self.low < 0.0 {
            [self.low / whole.low, self.high / whole.low]
        } else {
            [self.low / whole.high, self.high / whole.low]
        };
        Self::new(ends[0], ends[1]).filter(|quotient| quotient.is_bounded())
    }

    /// The share of this in a sum that it is one part of: what is hidden of the others moves it, what
    /// is hidden of itself moves both. `None` where the sum may be zero, or has no upper bound.
    ///
    /// ```
    /// use jangkau::cube::Interval;
    /// let [part, whole] = [[11.0, 14.0], [21.0, 24.0]].map(|[low, high]| Interval { low, high });
    /// // The other part is 10, whatever this one is.
    /// assert_eq!(part.share_of_sum(whole), Interval::new(11.0 / 21.0, 14.0 / 24.0));
    /// ```
    #[must_use]
    pub fn share_of_sum(self, sum: Self) -> Option<Self> {
        if self.is_exact() && sum.is_exact() {
            return self.over(sum);
        }
        let others = Self::new(sum.low - self.low, sum.high - self.high);
        match others {
            Some(others) if self.low >= 0.0 && others.low >= 0.0 && others.is_bounded() => {
                let share = |part: f64, others: f64| part / (part + others);
                let [low, high] = [share(self.low, others.high), share(self.high, others.low)];
                // Of nothing at all there is no share.
                Self::new(low, high).filter(|share| share.is_bounded() && sum.high > 0.0)
            }
            _ => self.over(sum),
        }
    }

    /// From the least to the greatest sum of this and another.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }

    /// From the least to the greatest product of this and another, both of zero or more.
    ///
    /// ```
    /// use jangkau::cube::Interval;
    /// let [share, count] = [[0.25, 0.5], [40.0, 60.0]].map(|[low, high]| Interval { low, high });
    /// assert_eq!(Some(share.of(count)), Interval::new(10.0, 30.0));
    /// ```
    #[must_use]
    pub fn of(self, count: Self) -> Self {
        Self {
            low: self.low * count.low,
            high: self.high * count.high,
        }
    }

    /// From the least to the greatest difference of this and another.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            low: self.low - other.high,
            high: self.high - other.low,
        }
    }

    /// Both ends as sums with so many decimals.
    pub(super) fn rounded(self, decimals: Decimals) -> Self {
        Self {
            low: decimals.rounded(self.low),
            high: decimals.rounded(self.high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(low: f64, high: f64) -> Interval {
        Interval { low, high }
    }

    #[test]
    fn a_share_holds_every_value_that_its_parts_may_have() {
        // Two parts of 1 to 4 beside one of 10.
        let (part, sum) = (from(1.0, 4.0), from(12.0, 18.0));
        let share = part.share_of_sum(sum).unwrap();
        for own in 1..=4 {
            for other in 1..=4 {
                let [own, other] = [own, other].map(f64::from);
                let exact = own / (own + other + 10.0);
                assert!(share.low <= exact && exact <= share.high, "{own} {other}");
            }
        }
        assert_eq!(share, from(1.0 / 15.0, 4.0 / 15.0));
    }

    #[test]
    fn of_what_may_be_nothing_or_has_no_bound_there_is_no_share() {
        let open = from(5.0, f64::INFINITY);
        assert_eq!(from(0.0, 4.0).over(from(0.0, 9.0)), None);
        assert_eq!(from(1.0, 4.0).over(open), from(1.0, 4.0).share_of_sum(open));
        assert_eq!(open.over(from(1.0, 2.0)), None);
        assert_eq!(open.share_of_sum(open), None);
        let zero = Interval::exactly(0.0);
        assert_eq!(zero.share_of_sum(zero), None);
    }

    #[test]
    fn a_difference_goes_from_end_to_end() {
        let change = from(20.0, 23.0).minus(from(10.0, 14.0));
        assert_eq!((change, change.middle()), (from(6.0, 13.0), 9.5));
    }
}
