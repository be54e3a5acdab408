//! Numbers that rest on rounded ones: a value, and the least and the greatest it may be.

use std::ops::{Add, Div, Mul, Sub};

use jangkau::cube::Interval;

/// A number, and between which two it is for certain. Arithmetic takes the parts as independent, so that
/// the bounds may be wider than they must be, never narrower.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Estimate {
    pub(crate) at: f64,
    low: f64,
    high: f64,
}

impl Estimate {
    pub(crate) const ZERO: Self = Self {
        at: 0.0,
        low: 0.0,
        high: 0.0,
    };

    /// A number that is known.
    pub(crate) fn exactly(at: f64) -> Self {
        Self {
            at,
            low: at,
            high: at,
        }
    }

    /// A number within an interval.
    pub(crate) fn new(at: f64, within: Interval) -> Self {
        Self {
            at,
            low: within.low,
            high: within.high,
        }
    }

    /// Persons, or a share: never below zero.
    pub(crate) fn interval(self) -> Interval {
        Interval {
            low: self.low.max(0.0),
            high: self.high.max(0.0),
        }
    }

    /// A share, 0 to 1.
    pub(crate) fn share(self) -> Self {
        Self {
            at: self.at,
            low: self.low.clamp(0.0, 1.0),
            high: self.high.clamp(0.0, 1.0),
        }
    }

    fn of_corners(at: f64, corners: [f64; 4]) -> Self {
        Self {
            at,
            low: corners.into_iter().fold(f64::INFINITY, f64::min),
            high: corners.into_iter().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl Add for Estimate {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            at: self.at + other.at,
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}

impl Sub for Estimate {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            at: self.at - other.at,
            low: self.low - other.high,
            high: self.high - other.low,
        }
    }
}

impl Mul for Estimate {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let corners = [
            self.low * other.low,
            self.low * other.high,
            self.high * other.low,
            self.high * other.high,
        ];
        Self::of_corners(self.at * other.at, corners)
    }
}

/// By a number above zero.
impl Div for Estimate {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let corners = [
            self.low / other.low,
            self.low / other.high,
            self.high / other.low,
            self.high / other.high,
        ];
        Self::of_corners(self.at / other.at, corners)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(at: f64, low: f64, high: f64) -> Estimate {
        Estimate { at, low, high }
    }

    #[test]
    fn what_is_made_of_rounded_numbers_lies_between_its_ends() {
        let (one, other) = (within(10.0, 9.0, 11.0), within(4.0, 3.0, 5.0));
        assert_eq!(one + other, within(14.0, 12.0, 16.0));
        assert_eq!(one - other, within(6.0, 4.0, 8.0));
        assert_eq!(one * other, within(40.0, 27.0, 55.0));
        assert_eq!(one / other, within(2.5, 1.8, 11.0 / 3.0));
        let below = other - one;
        assert_eq!(below * other, within(-24.0, -40.0, -12.0));
        assert_eq!(below.interval(), Interval::exactly(0.0));
        assert_eq!(one.share(), within(10.0, 1.0, 1.0));
    }
}
