//! How far two numbers of a quantity are apart, as text.

use super::text::noted;
use crate::cube::{Axis, CatIx, Cube, Interval, Role};
use crate::view_state::Quantity;
use crate::words::{Messages, interpolate};

/// A smaller part than this of the numbers that are apart says no more than the usual decimals.
const NEXT_TO_NOTHING: f64 = 0.01;

/// From one number to another, with its sign: "+1,234 (+12%)", "−3.2 points"; where one of them is
/// known between bounds only, from the least to the greatest change.
pub(super) fn change_text(
    quantity: Quantity,
    (from, to): (Interval, Interval),
    words: &Messages,
) -> String {
    let (Some(from), Some(to)) = (from.exact(), to.exact()) else {
        return change_interval_text(quantity, to.minus(from), words);
    };
    let apart = to - from;
    let size = from.abs().max(to.abs());
    let text = signed(apart, &by(quantity, (apart.abs(), size), words), words);
    match part_of_base(quantity, (from, to), words) {
        Some(part) => noted(&text, &signed(apart, &part, words), words),
        None => text,
    }
}

/// From the least to the greatest change, each with its sign.
fn change_interval_text(quantity: Quantity, apart: Interval, words: &Messages) -> String {
    let size = apart.low.abs().max(apart.high.abs());
    let end = |end: f64| signed(end, &by(quantity, (end.abs(), size), words), words);
    let values = [("first", &*end(apart.low)), ("last", &end(apart.high))];
    interpolate(words.range, &values)
}

/// One number against a base, in words: "1,234 (12%) more than North"; more or less only where that
/// is certain of all that both may be.
pub(super) fn against_text(
    quantity: Quantity,
    (base, number): (Interval, Interval),
    name: &str,
    words: &Messages,
) -> String {
    let (Some(base), Some(number)) = (base.exact(), number.exact()) else {
        return against_interval_text(quantity, number.minus(base), name, words);
    };
    let apart = number - base;
    let size = base.abs().max(number.abs());
    let mut amount = by(quantity, (apart.abs(), size), words);
    if !is_told(&amount) {
        return interpolate(words.as_much, &[("base", name)]);
    }
    if let Some(part) = part_of_base(quantity, (base, number), words) {
        amount = noted(&amount, &part, words);
    }
    let message = if apart > 0.0 { words.more } else { words.less };
    interpolate(message, &[("by", &amount), ("base", name)])
}

fn against_interval_text(
    quantity: Quantity,
    apart: Interval,
    name: &str,
    words: &Messages,
) -> String {
    let (nearest, furthest, message) = if apart.low > 0.0 {
        (apart.low, apart.high, words.more)
    } else if apart.high < 0.0 {
        (-apart.high, -apart.low, words.less)
    } else {
        return interpolate(words.more_or_less, &[("base", name)]);
    };
    let [nearest, furthest] = [nearest, furthest].map(|end| by(quantity, (end, furthest), words));
    let amount = interpolate(words.range, &[("first", &nearest), ("last", &furthest)]);
    interpolate(message, &[("by", &amount), ("base", name)])
}

/// "2020 → 2022".
pub(super) fn change_name(cube: &Cube, (from, to): (CatIx, CatIx), words: &Messages) -> String {
    let time = cube.with_role(Role::Time).map(Axis::of_dimension);
    let name = |at: CatIx| {
        let label = time.map(|time| cube.members(time).get(at).label());
        label.map_or("", |label| label.in_lang(words.code))
    };
    interpolate(words.change, &[("from", name(from)), ("to", name(to))])
}

/// A change as one number that compares places: in percent, of shares and indices in points. None
/// where there was nothing before.
pub(super) fn change_number(
    quantity: Quantity,
    (from, to): (Interval, Interval),
) -> Option<Interval> {
    match quantity {
        Quantity::Count | Quantity::Rate => {
            if let (Some(from), Some(to)) = (from.exact(), to.exact()) {
                return relative(quantity, from, to).map(Interval::exactly);
            }
            let times = to.over(from)?.times(100.0);
            Some(times.minus(Interval::exactly(100.0)))
        }
        Quantity::Share => Some(to.minus(from).times(100.0)),
        Quantity::Index => Some(to.minus(from)),
    }
}

/// The text of [`change_number`].
pub(super) fn change_number_text(quantity: Quantity, number: Interval, words: &Messages) -> String {
    let end = |number: f64| {
        let size = match quantity {
            Quantity::Count | Quantity::Rate => {
                let usual = usize::from(number.abs() < 9.95);
                let text = words.numbers.telling(number.abs(), usual, 0);
                words.numbers.with_unit_sign(&text, "%")
            }
            Quantity::Share => {
                let apart = (number / 100.0).abs();
                by(quantity, (apart, apart), words)
            }
            Quantity::Index => by(quantity, (number.abs(), number.abs()), words),
        };
        signed(number, &size, words)
    };
    let (low, high) = (end(number.low), end(number.high));
    if low == high {
        return low;
    }
    interpolate(words.range, &[("first", &low), ("last", &high)])
}

/// The size of a difference in the unit of a quantity, with more decimals where it is small and yet a part
/// of `size`, that of the numbers that are apart.
fn by(quantity: Quantity, (apart, size): (f64, f64), words: &Messages) -> String {
    let numbers = words.numbers;
    let text = |number: f64, usual: usize| {
        if apart < size * NEXT_TO_NOTHING {
            numbers.decimals(number, usual)
        } else {
            numbers.telling(number, usual, 0)
        }
    };
    match quantity {
        Quantity::Count => numbers.figure(apart),
        Quantity::Share => words.amount(words.points, &text(apart * 100.0, 1), &[]),
        Quantity::Rate => text(apart, 1),
        Quantity::Index => text(apart, 0),
    }
}

/// The difference in percent of the base. Shares and indices are apart by points: a part of a part
/// misleads.
fn relative(quantity: Quantity, base: f64, number: f64) -> Option<f64> {
    let of_base = matches!(quantity, Quantity::Count | Quantity::Rate) && base > 0.0;
    of_base.then(|| (number - base) / base * 100.0)
}

/// The size of a difference as a part of the base, where that tells more: not next to nothing, nor
/// many times the base.
fn part_of_base(
    quantity: Quantity,
    (base, number): (f64, f64),
    words: &Messages,
) -> Option<String> {
    let percent = relative(quantity, base, number).filter(|percent| percent.abs() < 1000.0)?;
    Some(percent_text(percent, words)).filter(|text| is_told(text))
}

fn percent_text(percent: f64, words: &Messages) -> String {
    let decimals = usize::from(percent.abs() < 9.95);
    let text = words.numbers.decimals(percent.abs(), decimals);
    words.numbers.with_unit_sign(&text, "%")
}

/// Puts a sign before the text of a size; none where it says nothing but zero.
pub(super) fn signed(number: f64, size: &str, words: &Messages) -> String {
    if !is_told(size) {
        return size.to_owned();
    }
    let sign = if number > 0.0 { "+" } else { "−" };
    words.numbers.signed(sign, size)
}

/// Whether a text has a digit other than zero.
fn is_told(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit() && letter != '0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::messages;

    #[track_caller]
    fn check(quantity: Quantity, (from, to): (f64, f64), expected: [&str; 2]) {
        let [indonesian, english] = ["id", "en"].map(messages);
        let numbers = (Interval::exactly(from), Interval::exactly(to));
        assert_eq!(change_text(quantity, numbers, indonesian), expected[0]);
        assert_eq!(
            against_text(quantity, numbers, "North", english),
            expected[1]
        );
    }

    #[test]
    fn a_difference_has_a_sign_a_size_and_its_part_of_the_base() {
        check(
            Quantity::Count,
            (1000.0, 2234.0),
            ["+1.234 (+123%)", "1,234 (123%) more than North"],
        );
        check(
            Quantity::Count,
            (1000.0, 995.0),
            ["−5 (−0,5%)", "5 (0.5%) less than North"],
        );
        // Next to nothing, and many times the base: the part would say nothing, or mislead.
        check(
            Quantity::Count,
            (104_727.0, 104_728.0),
            ["+1", "1 more than North"],
        );
        check(
            Quantity::Count,
            (29.0, 14_423.0),
            ["+14.394", "14,394 more than North"],
        );
        check(
            Quantity::Share,
            (0.52, 0.488),
            ["−3,2 poin", "3.2 points less than North"],
        );
        check(
            Quantity::Rate,
            (12.0, 15.0),
            ["+3,0 (+25%)", "3.0 (25%) more than North"],
        );
        check(
            Quantity::Index,
            (100.0, 88.0),
            ["−12", "12 less than North"],
        );
    }

    #[test]
    fn more_or_less_is_said_only_where_it_is_certain() {
        let [english, french, arabic] = ["en", "fr", "ar"].map(messages);
        let (base, above) = (from(10.0, 14.0), from(20.0, 23.0));
        let count = Quantity::Count;
        let change = |from, to| change_text(count, (from, to), english);
        let against = |base, number| against_text(count, (base, number), "North", english);
        assert_eq!(change(base, above), "+6 – +13");
        assert_eq!(change(base, base), "−4 – +4");
        assert_eq!(against(base, above), "6 – 13 more than North");
        assert_eq!(against(above, base), "6 – 13 less than North");
        assert_eq!(
            against(base, from(13.0, 15.0)),
            "not known to be more or less than North"
        );
        let percent = change_number(count, (base, above)).unwrap();
        assert_eq!(change_number_text(count, percent, english), "+43% – +130%");
        assert_eq!(
            change_number_text(count, percent, french),
            "+43\u{a0}% à +130\u{a0}%"
        );
        assert_eq!(
            against_text(count, (base, above), "North", french),
            "6 à 13 de plus (référence\u{a0}: North)"
        );
        // Beside each sign a mark that keeps it before its number.
        assert_eq!(
            change_number_text(count, percent, arabic),
            "من ~+43~%~ إلى ~+130~%~".replace('~', "\u{200e}")
        );
        assert_eq!(
            change_text(count, (base, base), arabic),
            "من ~−4 إلى ~+4".replace('~', "\u{200e}")
        );
    }

    fn from(low: f64, high: f64) -> Interval {
        Interval { low, high }
    }

    #[test]
    fn what_is_as_large_has_no_sign_and_no_part_of_nothing_is_told() {
        check(Quantity::Count, (7.0, 7.0), ["0", "as much as North"]);
        check(Quantity::Count, (0.0, 7.0), ["+7", "7 more than North"]);
        check(
            Quantity::Share,
            (0.5, 0.5001),
            ["0,0 poin", "as much as North"],
        );
        // A small difference of small numbers is one.
        check(
            Quantity::Share,
            (0.000_02, 0.000_04),
            ["+0,002 poin", "0.002 points more than North"],
        );
        check(
            Quantity::Rate,
            (0.0002, 0.0006),
            ["+0,0004 (+200%)", "0.0004 (200%) more than North"],
        );
    }
}
