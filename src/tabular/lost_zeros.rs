//! Codes that lost the zeros before them, as where a spreadsheet took them for numbers: `1` for `01`.

use std::collections::BTreeSet;

use super::places::{By, match_places};
use crate::formats::Limits;
use crate::formats::geojson::layers_from_map;

/// Codes without their zeros, beside a list that has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostZeros {
    /// How many digits each code has in the list.
    pub digits: usize,
    /// The first code that lost some, as it stands and as the list has it.
    pub example: [String; 2],
    /// How many codes lost some.
    pub count: usize,
    /// Whether every code that is a number is one of the list, once it has its zeros.
    pub are_all_known: bool,
}

fn is_number(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The zeros that codes lost, by a list of codes; `None` where they lost none, or nothing tells how many digits
/// they have.
///
/// ```
/// use jangkau::tabular::lost_zeros;
/// let found = lost_zeros(&["1", "2", "10", "T"], &["01", "02", "10"]).unwrap();
/// assert_eq!((found.digits, found.count, found.are_all_known), (2, 2, true));
/// assert_eq!(lost_zeros(&["1", "10"], &["1", "10"]), None);
/// ```
#[must_use]
pub fn lost_zeros(codes: &[&str], known: &[&str]) -> Option<LostZeros> {
    let known: BTreeSet<&str> = known.iter().copied().collect();
    let numbers: BTreeSet<&str> = codes
        .iter()
        .copied()
        .filter(|code| is_number(code))
        .collect();
    let has_lost = |code: &&str| {
        let own = code.trim_start_matches('0');
        own.len() < code.len() && is_number(code) && numbers.contains(own) && !known.contains(own)
    };
    let lengths: BTreeSet<usize> = (known.iter().filter(|code| has_lost(code)))
        .map(|code| code.len())
        .collect();
    let mut lengths = lengths.into_iter();
    let (digits, None) = (lengths.next()?, lengths.next()) else {
        return None;
    };
    let padded = |code: &str| format!("{code:0>digits$}");
    let short: Vec<&str> = codes
        .iter()
        .copied()
        .filter(|code| is_number(code) && code.len() < digits)
        .collect();
    let all: BTreeSet<String> = numbers.iter().map(|code| padded(code)).collect();
    let is_code = |code: &&str| known.contains(&*padded(code));
    let are_told = all.len() == numbers.len()
        && numbers.iter().all(|code| code.len() <= digits)
        && !short.iter().any(|code| known.contains(code))
        && short.iter().filter(|code| is_code(code)).count() * 2 > short.len();
    let first = short.iter().find(|code| is_code(code))?;
    are_told.then(|| LostZeros {
        digits,
        example: [(*first).to_owned(), padded(first)],
        count: short.len(),
        are_all_known: numbers.iter().all(is_code),
    })
}

/// The zeros that the codes of places lost, by the field of a map that they are matched with. `places`: each a
/// code and a label; `key`: the field, where it is named.
#[must_use]
pub fn lost_zeros_by_map(
    bytes: &[u8],
    places: &[(&str, &str)],
    key: Option<&str>,
) -> Option<LostZeros> {
    let codes: Vec<&str> = places.iter().map(|(code, _)| *code).collect();
    if !codes
        .iter()
        .any(|code| is_number(code) && !code.starts_with('0'))
    {
        return None;
    }
    // A map that cannot be read is told where its boundaries are made.
    let layers = layers_from_map(bytes, &Limits::SOURCE_MAP).ok()?;
    let (found, _) = match_places(places, &layers, key, "");
    let (layer, matches) = found.filter(|(_, matches)| matches.by == By::Code)?;
    let features = layers[layer].features.iter();
    let known: Vec<&str> = features.filter_map(|it| it.value(matches.field)).collect();
    lost_zeros(&codes, &known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(codes: &[&str], known: &[&str], expected: Option<(usize, usize, bool)>) {
        let found = lost_zeros(codes, known);
        let found = found.map(|it| (it.digits, it.count, it.are_all_known));
        assert_eq!(found, expected, "{codes:?}");
    }

    #[test]
    fn zeros_are_those_of_a_list_with_one_length() {
        let known = ["01", "02", "10", "11"];
        check(&["1", "2", "10"], &known, Some((2, 2, true)));
        check(&["1", "2", "Total"], &known, Some((2, 2, true)));
        check(&["1", "2", "9"], &known, Some((2, 3, false)));
        check(&["01", "02", "10"], &known, None);
        check(&["10", "11"], &known, None);
    }

    #[test]
    fn nothing_is_told_where_codes_are_of_several_lengths_or_stand_twice() {
        check(&["1", "101"], &["01", "0101"], None);
        check(&["1", "100"], &["01", "02"], None);
        check(&["1", "01"], &["01", "02"], None);
        check(&["1", "2"], &["01", "1", "02"], None);
        check(&["7", "8", "1"], &["01", "02"], None);
    }
}
