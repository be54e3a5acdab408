//! What stands in a cell: a figure, a sign that there is none, or a text.

use super::numeral::{Numeral, numeral};
use super::separators::{DecimalSign, number};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Entry {
    Blank,
    Figure(Figured),
    /// A sign of a missing or hidden figure (`..`, `<5`), with its flags.
    Symbol {
        symbol: String,
        flags: String,
    },
    Text,
}

/// A figure and how it was written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figured {
    /// Its value; of a percentage the number before the sign.
    pub(super) value: f64,
    /// How many decimals it was written with.
    pub(super) decimals: usize,
    /// Letters and marks after it.
    pub(super) flags: String,
    pub(super) currency: String,
    pub(super) is_percent: bool,
    pub(super) in_brackets: bool,
}

/// Signs that stand where a figure is missing, in lower case.
const SIGNS: [&str; 27] = [
    ".", "..", "...", "…", ":", "-", "–", "—", "--", "n/a", "na", "n.a.", "n.a", "#n/a", "null",
    "nan", "none", "x", "c", "s", "*", "**", "n.p.", "np", "n.d.", "nd", "(x)",
];

/// Reads a cell, once the decimal sign is known.
pub(super) fn entry(text: &str, decimal: DecimalSign) -> Entry {
    let text = text.trim();
    if text.is_empty() {
        return Entry::Blank;
    }
    if let Some((before, letters)) = bracketed(text) {
        return match before {
            "" => Entry::Symbol {
                symbol: letters.to_owned(),
                flags: String::new(),
            },
            _ => entry(&[before, " ", letters].concat(), decimal),
        };
    }
    if let Some((symbol, flags)) = symbol(text) {
        return Entry::Symbol { symbol, flags };
    }
    numeral(text)
        .and_then(|numeral| figure(numeral, decimal))
        .map_or(Entry::Text, Entry::Figure)
}

fn figure(numeral: Numeral, decimal: DecimalSign) -> Option<Figured> {
    let (value, decimals) = number(&numeral.digits, decimal)?;
    let value = if numeral.exponent == 0 {
        value
    } else {
        // Through text: 4.653E+03 is 4653, and no number beside it.
        format!("{value}e{}", numeral.exponent).parse().ok()?
    };
    let shown = usize::try_from(numeral.exponent.max(0)).unwrap_or(0);
    Some(Figured {
        // Brackets are the minus of book-keepers; where they may be another mark, it is asked.
        value: if numeral.is_negative || numeral.in_brackets {
            -value
        } else {
            value
        },
        decimals: decimals.saturating_sub(shown),
        flags: numeral.flags,
        currency: numeral.currency,
        is_percent: numeral.is_percent,
        in_brackets: numeral.in_brackets,
    })
}

/// Letters in square brackets, and what stands before them: `[c]`, `13 [b]`, as the Government Statistical Service of
/// the United Kingdom has its offices write signs and flags.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (before, letters) = text.strip_suffix(']')?.rsplit_once('[')?;
    let are_letters =
        (1..=3).contains(&letters.len()) && letters.bytes().all(|it| it.is_ascii_alphabetic());
    are_letters.then(|| (before.trim_end(), letters))
}

/// A sign that stands where a figure is missing or hidden, and the flags after it: `: u`, `<5`.
fn symbol(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    if SIGNS.contains(&&*lower) {
        return Some((text.to_owned(), String::new()));
    }
    if is_limit(text) {
        let squeezed: String = text.split_whitespace().collect();
        return Some((squeezed, String::new()));
    }
    // A sign and flags beside it.
    let (sign, flags) = text.split_once(' ').or_else(|| {
        let colon = text.strip_prefix(':')?;
        Some((":", colon))
    })?;
    let flags = flags.trim();
    let is_flag = !flags.is_empty() && flags.len() <= 3 && flags.chars().all(char::is_alphabetic);
    (is_flag && matches!(sign, ":" | ".." | ".")).then(|| (sign.to_owned(), flags.to_owned()))
}

/// `<5`, `≤ 4`, `> 95 %`, `1–4` is none.
fn is_limit(text: &str) -> bool {
    let Some(limit) = text.strip_prefix(['<', '≤', '>', '≥']) else {
        return false;
    };
    let limit = limit.strip_prefix('=').unwrap_or(limit).trim();
    let limit = limit.strip_suffix('%').unwrap_or(limit).trim_end();
    !limit.is_empty()
        && limit
            .chars()
            .all(|letter| letter.is_ascii_digit() || ".,".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = match entry(text, DecimalSign::Point) {
            Entry::Blank => "blank".to_owned(),
            Entry::Text => "text".to_owned(),
            Entry::Symbol { symbol, flags } => format!("{symbol}|{flags}"),
            Entry::Figure(it) => format!("{} ({})|{}", it.value, it.decimals, it.flags),
        };
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_cell_is_a_figure_a_sign_or_a_text() {
        check(" ", "blank");
        check("1,234.50", "1234.5 (2)|");
        check("-7", "-7 (0)|");
        check("4.653E+03", "4653 (0)|");
        check("12 p", "12 (0)|p");
        check("..", "..|");
        check("N/A", "N/A|");
        check("< 5", "<5|");
        check("≤4", "≤4|");
        check(": u", ":|u");
        check(":c", ":|c");
        check("[c]", "c|");
        check("[low]", "low|");
        check("13 [b]", "13 (0)|b");
        check("1,300[r]", "1300 (0)|r");
        check("Total [a]", "text");
        check("Female [note 2]", "text");
        check("Female", "text");
        check("12O", "text");
        check("<abc>", "text");
    }
}
