//! Which sign is the decimal one, and which stands between groups of digits.

use serde::Deserialize;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecimalSign {
    /// `1,234.5`.
    #[default]
    Point,
    /// `1.234,5`.
    Comma,
}

impl DecimalSign {
    pub(super) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What the figures of a table say of their decimal sign, together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Evidence {
    /// Figures that can only be read with a decimal point.
    pub(super) point: usize,
    /// Figures that can only be read with a decimal comma.
    pub(super) comma: usize,
    /// Figures like `12.345`.
    pub(super) ambiguous_point: usize,
    /// Figures like `12,345`.
    pub(super) ambiguous_comma: usize,
    /// Whole figures of one to three digits.
    pub(super) small: usize,
    /// Whole figures of more digits, without a sign between them.
    pub(super) large: usize,
    /// Whether a heading speaks of an average, a rate or a share, which have decimals.
    pub(super) is_rate: bool,
    /// Whether the table says that it counts people, one by one.
    pub(super) counts_people: bool,
}

impl Evidence {
    /// Adds what a figure says that stands in so many cells.
    pub(super) fn add(&mut self, digits: &str, times: usize) {
        match told(digits) {
            Told::Sign(DecimalSign::Point) => self.point += times,
            Told::Sign(DecimalSign::Comma) => self.comma += times,
            Told::Either(DecimalSign::Point) => self.ambiguous_point += times,
            Told::Either(DecimalSign::Comma) => self.ambiguous_comma += times,
            Told::Whole if digits.len() <= 3 => self.small += times,
            Told::Whole => self.large += times,
        }
    }

    /// The decimal sign; `None` where nothing tells. Figures like `12.345` are thousands where smaller
    /// ones have no sign, and no larger one is without; so are figures like `12,345` where commas part
    /// the fields, too.
    pub(super) fn sign(&self, delimiter: char) -> Option<DecimalSign> {
        if self.point + self.comma > 0 {
            return Some(if self.point >= self.comma {
                DecimalSign::Point
            } else {
                DecimalSign::Comma
            });
        }
        let sign = match (self.ambiguous_point, self.ambiguous_comma) {
            (0, 0) => return Some(DecimalSign::Point),
            (0, _) => DecimalSign::Comma,
            (_, 0) => DecimalSign::Point,
            _ => return None,
        };
        let are_thousands =
            (self.small > 0 || self.counts_people) && self.large == 0 && !self.is_rate;
        if are_thousands || sign == DecimalSign::Comma && delimiter == ',' {
            return Some(sign.other());
        }
        // Decimals are seldom three in every figure that has any.
        None
    }
}

/// What one figure says.
enum Told {
    /// It can only be read with this decimal sign.
    Sign(DecimalSign),
    /// This sign stands in it, as either.
    Either(DecimalSign),
    /// It has neither.
    Whole,
}

fn told(digits: &str) -> Told {
    let count = |sign: DecimalSign| digits.matches(sign.sign()).count();
    let (point, comma) = (DecimalSign::Point, DecimalSign::Comma);
    let one = match (count(point), count(comma)) {
        (0, 0) => return Told::Whole,
        (0, _) => comma,
        (_, 0) => point,
        _ if digits.rfind('.') > digits.rfind(',') => return Told::Sign(point),
        _ => return Told::Sign(comma),
    };
    if count(one) > 1 {
        return Told::Sign(one.other());
    }
    let (before, after) = digits.split_once(one.sign()).unwrap_or_default();
    let is_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if is_group {
        Told::Either(one)
    } else {
        Told::Sign(one)
    }
}

/// A figure and how many decimals it was written with; `None` where it cannot be read with this decimal
/// sign.
pub(super) fn number(digits: &str, decimal: DecimalSign) -> Option<(f64, usize)> {
    let group = decimal.other().sign();
    let (whole, fraction) = match digits.split_once(decimal.sign()) {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    if fraction.contains(|letter: char| !letter.is_ascii_digit()) {
        return None;
    }
    let mut groups = whole.split([group, '\'']);
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    // Groups of three; of two before the last, as in India.
    let is_last = |nth: usize| nth + 1 == groups.len();
    let fits = |(nth, group): (usize, &&str)| group.len() == 3 || !is_last(nth) && group.len() == 2;
    let may_have_groups = groups.is_empty() || (1..=3).contains(&first.len());
    if !may_have_groups || !groups.iter().enumerate().all(fits) {
        return None;
    }
    let text = [first, &groups.concat(), ".", fraction].concat();
    let number = text.trim_end_matches('.').parse().ok()?;
    Some((number, fraction.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(figures: &[&str], delimiter: char) -> Option<DecimalSign> {
        let mut evidence = Evidence::default();
        for digits in figures {
            evidence.add(digits, 1);
        }
        evidence.sign(delimiter)
    }

    #[test]
    fn one_figure_that_can_be_read_in_one_way_only_tells_for_all() {
        assert_eq!(sign(&["12.345", "6,9"], ';'), Some(DecimalSign::Comma));
        assert_eq!(
            sign(&["12.345", "1.234.567"], ';'),
            Some(DecimalSign::Comma)
        );
        assert_eq!(sign(&["12,345", "0.125"], ','), Some(DecimalSign::Point));
        assert_eq!(sign(&["1.234,56", "845"], ';'), Some(DecimalSign::Comma));
        assert_eq!(sign(&["845", "1234"], ';'), Some(DecimalSign::Point));
    }

    #[test]
    fn where_every_figure_can_be_read_in_both_ways_nothing_is_guessed() {
        assert_eq!(sign(&["12.345", "13.250"], ';'), None);
        assert_eq!(sign(&["12,345", "13,250"], ';'), None);
        assert_eq!(sign(&["12.345", "13,250"], ';'), None);
        // Smaller figures have no sign, larger ones none without.
        assert_eq!(sign(&["12.345", "845"], ';'), Some(DecimalSign::Comma));
        assert_eq!(sign(&["12.345", "8451"], ';'), None);
        // Commas part the fields: nobody who writes decimal commas does that.
        assert_eq!(sign(&["12,345", "13,250"], ','), Some(DecimalSign::Point));
    }

    #[test]
    fn a_number_has_groups_of_three_or_as_in_india() {
        let point = |digits| number(digits, DecimalSign::Point);
        assert_eq!(point("1,234.50"), Some((1234.5, 2)));
        assert_eq!(point("12,34,567"), Some((1_234_567.0, 0)));
        assert_eq!(point("1'234'567"), Some((1_234_567.0, 0)));
        assert_eq!(point("01"), Some((1.0, 0)));
        assert_eq!(point("1,23"), None);
        assert_eq!(point("1234,567"), None);
        assert_eq!(point("1.2.3"), None);
        assert_eq!(number("1.234,5", DecimalSign::Comma), Some((1234.5, 1)));
    }
}
