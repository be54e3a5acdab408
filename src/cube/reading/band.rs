//! Bands of numbers: ages, sizes, years of building.

use super::words::{Words, is_letter, normal};
use crate::cube::order_by;

/// The whole numbers from `low` to `high`, both inside; open bands end at the largest number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) low: i64,
    pub(super) high: i64,
}

/// Ends of bands without an end.
const OPEN: i64 = i64::MAX / 2;

impl Band {
    /// The band that a label or code names: `15-24`, `Y15-24`, `65+`, `under 15`, `7`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = normal(text)
            .replace(['–', '—', '‑', '−'], "-")
            .replace("&lt;", "<");
        let numbers = numbers(&text);
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let over = has(&[
            "+", "y_ge", "ge", "over", "more", "older", "eldre", "äldre", "ældre", "ke atas",
            "plus", "mer", "≥", "-w",
        ]) || text.ends_with('-');
        let under = has(&[
            "<", "y_lt", "lt", "under", "less", "younger", "below", "moins", "kurang", "unter",
            "alle 1", "fewer", "≤",
        ]) || text.starts_with('-');
        match *numbers {
            [one] if over && !under => Some(Self {
                low: one + i64::from(has(&[">"]) && !has(&[">=", "and over"])),
                high: OPEN,
            }),
            [one] if under && !over => {
                let high = if has(&["≤", "<="]) { one } else { one - 1 };
                Some(Self { low: 0, high })
            }
            [one] if !over && !under && one < 1000 && is_amount(&text) => Some(Self {
                low: one,
                high: one,
            }),
            [low, high] if low <= high && !under && joins(&text) => Some(Self { low, high }),
            _ => None,
        }
    }

    /// Whether bands cover a span without a gap and without overlap.
    pub(super) fn tile(bands: &[Self]) -> bool {
        let order = order_by(bands.len(), &|a, b| bands[a].low.cmp(&bands[b].low));
        let follows = |pair: &[usize]| bands[pair[1]].low == bands[pair[0]].high + 1;
        order.windows(2).all(follows)
    }

    /// Whether another lies in it and is smaller.
    pub(super) fn holds(self, other: Self) -> bool {
        self != other && self.low <= other.low && other.high <= self.high
    }
}

/// Whether a number in a text says how much or how many: "7", "7 years", "2 persons"; in "dose 2" it
/// only names.
fn is_amount(text: &str) -> bool {
    let of = Words::of("band_of");
    let mut words = text
        .split(|char: char| char.is_ascii_digit() || !is_letter(char))
        .filter(|word| !word.is_empty());
    words.all(|word| of.are(word))
}

/// The numbers of a text, blanks or signs within one taken away ("1 000").
fn numbers(text: &str) -> Vec<i64> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let chars: Vec<char> = text.chars().chain(Some('x')).collect();
    for (at, &char) in chars.iter().enumerate() {
        let next_three = chars[at + 1..]
            .iter()
            .take_while(|char| char.is_ascii_digit())
            .count()
            == 3;
        if char.is_ascii_digit() {
            digits.push(char);
        } else if !(matches!(char, ' ' | ',' | '.' | '\u{a0}') && !digits.is_empty() && next_three)
        {
            if let Ok(number) = digits.parse::<i64>()
                && number < OPEN
            {
                found.push(number);
            }
            digits.clear();
        }
    }
    found
}

/// Whether something stands between two numbers that makes a band of them.
fn joins(text: &str) -> bool {
    let between: String = text
        .trim_start_matches(|char: char| !char.is_ascii_digit())
        .trim_end_matches(|char: char| !char.is_ascii_digit())
        .chars()
        .filter(|char| !char.is_ascii_digit() && *char != ' ')
        .collect();
    matches!(
        &*between,
        "-" | "to"
            | "till"
            | "til"
            | "bis"
            | "à"
            | "a"
            | "sampai"
            | "s.d."
            | "years-"
            | "yearsto"
            | "_"
            | "år-"
    ) || between.chars().all(|char| char == '-' || char == ',') && between.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_a_band() {
        let band = |low, high| Some(Band { low, high });
        for (text, expected) in [
            ("15-24", band(15, 24)),
            ("Y15-24", band(15, 24)),
            ("15 to 24 years", band(15, 24)),
            ("From 15 to 24 years", band(15, 24)),
            ("15–24 år", band(15, 24)),
            ("65+", band(65, OPEN)),
            ("Y_GE65", band(65, OPEN)),
            ("65 years and over", band(65, OPEN)),
            ("100 or more", band(100, OPEN)),
            ("Under 15", band(0, 14)),
            ("Y_LT15", band(0, 14)),
            ("Less than 5 years", band(0, 4)),
            ("7", band(7, 7)),
            ("0 år", band(0, 0)),
            ("Y7", band(7, 7)),
            ("2 persons", band(2, 2)),
            ("Dose 2", None),
            ("2 Unemployed", None),
            ("1,000-4,999", band(1000, 4999)),
            ("Total", None),
            ("", None),
            ("Class 3 of 7", None),
        ] {
            assert_eq!(Band::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn bands_tile_where_each_begins_after_the_one_before() {
        let bands = |texts: &[&str]| -> Vec<Band> {
            texts
                .iter()
                .map(|text| Band::parse(text).unwrap())
                .collect()
        };
        assert!(Band::tile(&bands(&["15-24", "0-14", "25+"])));
        assert!(!Band::tile(&bands(&["0-14", "16-24"])));
        assert!(!Band::tile(&bands(&["0-14", "10-24"])));
        assert!(bands(&["15+"])[0].holds(bands(&["20-24"])[0]));
    }
}
