//! What is known between two bounds, as text.

use crate::cube::Interval;
use crate::view_state::Quantity;
use crate::words::{Messages, interpolate};

/// Up to here a count is told by its bounds, however far they are apart.
const FEW: f64 = 20.0;

/// The middle stands for both bounds where each is no further from it than this part of it.
const NARROW: f64 = 0.005;

/// Bounds further from the middle than this part of it say no more than the lower one.
const WIDE: f64 = 0.25;

/// Shares (0 to 1) no further apart than this are told as one.
const POINT: f64 = 0.01;

/// Shares (0 to 1) further apart than this are not told.
const MOST_POINTS: f64 = 0.2;

/// A share, where its bounds are near enough to each other to say something.
pub(super) fn telling_share(share: Option<Interval>) -> Option<Interval> {
    share.filter(|share| share.high - share.low <= MOST_POINTS)
}

/// A number of a quantity, written by `text`: itself, about its middle, from bound to bound, or at least its
/// lower bound; that it is hidden, where that is nothing.
pub(super) fn interval_text(
    quantity: Quantity,
    interval: Interval,
    text: &dyn Fn(f64) -> String,
    words: &Messages,
) -> String {
    let Interval { low, high } = interval;
    if interval.is_exact() || text(low) == text(high) {
        return text(low);
    }
    if quantity == Quantity::Share {
        return share_text(interval, words);
    }
    let (middle, half) = (interval.middle(), interval.half_width());
    if quantity == Quantity::Count && high < FEW && low > -FEW {
        return between(&text(low), &text(high), words);
    }
    if !interval.is_bounded() || half > WIDE * middle.abs() {
        return if low > 0.0 {
            interpolate(words.at_least, &[("n", &text(low))])
        } else {
            words.suppressed.to_owned()
        };
    }
    let step = power_of_ten(half);
    if half <= NARROW * middle.abs() {
        // The first power of ten that holds both bounds.
        let step = if 2.0 * half > step { step * 10.0 } else { step };
        return about(&text((middle / step).round() * step), words);
    }
    let [low, high] = [(low / step).floor(), (high / step).ceil()];
    between(&text(low * step), &text(high * step), words)
}

/// A share between bounds: about its middle within a point, else in whole percent.
fn share_text(Interval { low, high }: Interval, words: &Messages) -> String {
    if high - low <= POINT {
        return about(&words.numbers.percent(f64::midpoint(low, high)), words);
    }
    let percent = |share: f64| words.numbers.decimals(share, 0);
    let [low, high] = [(low * 100.0).floor(), (high * 100.0).ceil().min(100.0)];
    let high = words.numbers.with_unit_sign(&percent(high), "%");
    between(&percent(low), &high, words)
}

/// A share as a sentence says it: in whole percent where it is known.
pub(super) fn round_share_text(share: Interval, words: &Messages) -> String {
    let [low, high] = [share.low, share.high].map(|end| words.numbers.round_percent(end));
    if low == high {
        low
    } else {
        share_text(share, words)
    }
}

fn about(text: &str, words: &Messages) -> String {
    interpolate(words.about_number, &[("n", text)])
}

pub(super) fn between(low: &str, high: &str, words: &Messages) -> String {
    interpolate(words.bounds, &[("low", low), ("high", high)])
}

/// The greatest power of ten that is no greater than a number above zero.
fn power_of_ten(number: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= number && power < 1e300 {
        power *= 10.0;
    }
    while power > number && power > 1e-300 {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::super::measures::finer_number_text;
    use super::*;
    use crate::words::messages;

    fn text(quantity: Quantity, interval: Interval) -> String {
        let words = messages("en");
        interval_text(
            quantity,
            interval,
            &|number| finer_number_text(quantity, (number, 0), words),
            words,
        )
    }

    #[track_caller]
    fn check(quantity: Quantity, low: f64, high: f64, expected: &str) {
        assert_eq!(text(quantity, Interval { low, high }), expected);
    }

    #[test]
    fn bounds_are_told_as_far_as_they_say_something() {
        let count = Quantity::Count;
        check(count, 12.0, 12.0, "12");
        check(count, 0.0, 4.0, "0–4");
        check(count, 1.0, 19.0, "1–19");
        // About: within half a percent, rounded so that both ends are the same.
        check(count, 12_301.0, 12_304.0, "≈ 12,300");
        check(count, 1_000_001.0, 1_000_090.0, "≈ 1,000,000");
        // A range, rounded outwards.
        check(count, 1234.0, 1490.0, "1,200–1,500");
        check(count, 21.0, 24.0, "21–24");
        // Too wide: the lower bound; nothing, where that is nothing.
        check(count, 100.0, 400.0, "at least 100");
        check(count, 0.0, 400.0, "suppressed");
        check(count, 10.0, f64::INFINITY, "at least 10");
    }

    #[test]
    fn shares_and_rates_are_told_in_their_own_units() {
        let share = Quantity::Share;
        check(share, 0.34, 0.344, "34%");
        check(share, 0.34, 0.349, "≈ 34%");
        check(share, 0.341, 0.4202, "34–43%");
        check(share, 0.9, 1.0, "90–100%");
        check(Quantity::Rate, 12.31, 12.34, "12.3");
        check(Quantity::Rate, 12.0, 13.0, "12.0–13.0");
        check(Quantity::Rate, 1.0, 13.0, "at least 1.0");
        assert_eq!(telling_share(Interval::new(0.1, 0.31)), None);
    }

    #[test]
    fn what_is_about_as_large_holds_both_ends_when_rounded() {
        for low in [250.0, 999.0, 1234.0, 9999.0, 123_456.0] {
            for width in [1.0, 2.0, 3.0, 7.0, 11.0] {
                let high = low + width;
                let text = text(Quantity::Count, Interval { low, high });
                let Some(number) = text.strip_prefix("≈ ") else {
                    continue;
                };
                let number: f64 = number.replace(',', "").parse().unwrap();
                let apart = (number - low).abs().max((number - high).abs());
                assert!(apart <= 10.0 * width, "{low} {high}: {text}");
            }
        }
    }
}
