//! How many decimals figures have.

use super::{DimIx, Dimension, Members, Role, Shape, Values};

/// How many decimals a figure has: as many as its publisher declares, else as the values have that
/// it is the sum of. A sum of floats is rounded to them, so that 0.1 and 0.2 are 0.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decimals(u8);

/// Powers of ten, all of them exact.
const TEN: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// From here on floats have no decimals, and the next one is more than 1 away.
const WHOLE_FROM: f64 = 9_007_199_254_740_992.0;

impl Decimals {
    /// None.
    pub(super) const WHOLE: Self = Self(0);

    /// So many that nothing is rounded.
    pub(super) const ANY: Self = Self(16);

    /// So many; from 16 on nothing is rounded, since an `f64` has no more digits.
    #[must_use]
    pub fn new(count: u8) -> Self {
        Self(count).min(Self::ANY)
    }

    /// How many; 16 where nothing is rounded.
    #[must_use]
    pub fn count(self) -> u8 {
        self.0
    }

    /// At least so many that a value keeps all of its own.
    #[allow(
        clippy::float_cmp,
        reason = "rounding gives the very value or loses something of it"
    )]
    pub(super) fn with(self, value: f64) -> Self {
        let mut decimals = self;
        while decimals < Self::ANY && decimals.rounded(value) != value {
            decimals.0 += 1;
        }
        decimals
    }

    /// A sum with so many decimals, rounded half away from zero. One so large that its last digit
    /// stands before them is left as it is.
    pub(super) fn rounded(self, sum: f64) -> f64 {
        let Some(ten) = TEN.get(usize::from(self.0)) else {
            return sum;
        };
        let scaled = sum * ten;
        if scaled.abs() < WHOLE_FROM {
            // No minus before zero.
            scaled.round() / ten + 0.0
        } else {
            sum
        }
    }
}

/// The decimals of each measure, and whether it has a value below zero; one entry a category of the
/// metric dimension, of a cube without one a single entry for all values.
pub(super) fn of_measures(
    dimensions: &[Dimension],
    shape: &Shape,
    values: &Values,
) -> (Vec<Decimals>, Vec<bool>) {
    let metric = dimensions
        .iter()
        .position(|dimension| dimension.role() == Role::Metric);
    let measures = metric.map(|at| dimensions[at].categories());
    let mut found = vec![Decimals::default(); measures.map_or(1, Members::len)];
    let mut signed = vec![false; found.len()];
    if let Values::Real(values) = values {
        for (cell, &value) in values.iter().enumerate() {
            let measure = metric.map_or(0, |at| shape.coordinate(cell, DimIx(at)));
            found[measure] = found[measure].with(value);
            signed[measure] |= value < 0.0;
        }
    }
    for (at, measure) in measures.iter().flat_map(|measures| measures.iter()) {
        if let Some(declared) = measure.decimals() {
            found[at.0] = declared;
        }
    }
    (found, signed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(values: &[f64], expected: u8) {
        let found = values
            .iter()
            .fold(Decimals::default(), |all, value| all.with(*value));
        assert_eq!(found.count(), expected, "{values:?}");
    }

    #[test]
    fn values_have_the_most_decimals_that_one_of_them_has() {
        check(&[], 0);
        check(&[3.0, -4.0, 1e300, 2_f64.powi(60)], 0);
        check(&[0.1, 1234.5], 1);
        check(&[0.29, 1.15, -33.0], 2);
        check(&[1e-6], 6);
        check(&[123_456_789.123_456], 6);
        check(&[1.0 / 3.0], 16);
        check(&[0.1, 0.1 + 0.2], 16);
        check(&[5e-324], 16);
    }

    #[test]
    fn a_sum_is_rounded_to_its_decimals_and_no_further() {
        let one = Decimals::new(1);
        for (sum, expected) in [
            (0.1 + 0.2, 0.3),
            (0.1 + 0.2 - 0.3, 0.0),
            (-0.25, -0.3),
            (1e300, 1e300),
            (f64::INFINITY, f64::INFINITY),
        ] {
            assert_eq!(one.rounded(sum).to_bits(), f64::to_bits(expected), "{sum}");
        }
        assert_eq!(
            Decimals::ANY.rounded(0.1 + 0.2).to_bits(),
            (0.1 + 0.2_f64).to_bits()
        );
        assert_eq!(Decimals::new(200), Decimals::ANY);
    }

    proptest! {
        #[test]
        fn a_sum_of_published_decimals_is_what_adding_by_hand_gives(
            thousandths in prop::collection::vec(-1_000_000_i32..1_000_000, 1..200),
        ) {
            let value = |thousandths: i64| {
                format!("{thousandths}e-3").parse::<f64>().unwrap()
            };
            let values: Vec<f64> = thousandths.iter().map(|at| value(i64::from(*at))).collect();
            let decimals = values.iter().fold(Decimals::default(), |all, value| all.with(*value));
            prop_assert!(decimals <= Decimals::new(3));
            let sum = decimals.rounded(values.iter().sum());
            let by_hand = value(thousandths.iter().copied().map(i64::from).sum());
            prop_assert_eq!(sum.to_bits(), (by_hand + 0.0).to_bits());
        }
    }
}
