//! Features and places that have the same code.

use std::collections::BTreeMap;

use crate::formats::geojson::MapSource;

use super::matches::{How, Match};

/// The places whose codes stand in a field, as text or as a number.
pub(super) fn by_code(places: &[(&str, &str)], map: &MapSource, field: usize) -> Vec<Match> {
    let mut with_value: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, feature) in map.features.iter().enumerate() {
        if let Some(value) = feature.value(field) {
            with_value.entry(value).or_default().push(at);
        }
    }
    let (mut rows, mut left) = (Vec::new(), Vec::new());
    for (place, (code, _)) in places.iter().enumerate() {
        match with_value.remove(code.trim()) {
            Some(features) => rows.push(Match {
                place,
                features,
                how: How::Same,
            }),
            None => left.push(place),
        }
    }
    // Numbers only where neither side writes one of them in two ways.
    let mut of_number: BTreeMap<&str, Vec<Vec<usize>>> = BTreeMap::new();
    for (value, features) in with_value {
        if let Some(number) = number(value) {
            of_number.entry(number).or_default().push(features);
        }
    }
    let mut places_of: BTreeMap<&str, usize> = BTreeMap::new();
    for number in places.iter().filter_map(|(code, _)| number(code)) {
        *places_of.entry(number).or_default() += 1;
    }
    for place in left {
        let Some(number) = number(places[place].0) else {
            continue;
        };
        if let (Some([features]), Some(1)) = (
            of_number.get(number).map(Vec::as_slice),
            places_of.get(number),
        ) {
            rows.push(Match {
                place,
                features: features.clone(),
                how: How::Number,
            });
        }
    }
    rows.sort_by_key(|row| row.place);
    rows
}

/// The digits of a whole number from the first that counts; `None` of other text.
fn number(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = text.trim_start_matches('0');
    is_number.then_some(if digits.is_empty() { "0" } else { digits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Limits, geojson::layers_from_map};

    /// Place and features of each match, of a map with one field, whose values are JSON.
    #[track_caller]
    fn check(codes: &[&str], values: &[&str], expected: &[(usize, &[usize], How)]) {
        let feature = |value: &&str| format!(r#"{{"properties": {{"code": {value}}}}}"#);
        let features: Vec<String> = values.iter().map(feature).collect();
        let file = format!(
            r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
            features.join(",")
        );
        let layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        let places: Vec<(&str, &str)> = codes.iter().map(|code| (*code, "")).collect();
        let found = by_code(&places, &layers[0], 0);
        let found: Vec<(usize, &[usize], How)> = found
            .iter()
            .map(|row| (row.place, &row.features[..], row.how))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_text_is_the_same_place_in_one_piece_or_more() {
        let values = [r#""b""#, "null", r#"" a ""#, r#""b""#, r#""c""#];
        let expected: [(usize, &[usize], How); 2] = [(0, &[2], How::Same), (1, &[0, 3], How::Same)];
        check(&["a", "b", "x"], &values, &expected);
    }

    #[test]
    fn a_number_is_a_code_without_its_zeros_where_nothing_else_could_be_meant() {
        check(
            &["01", "02", "10"],
            &["10", "2", "1"],
            &[
                (0, &[2], How::Number),
                (1, &[1], How::Number),
                (2, &[0], How::Same),
            ],
        );
        // Two codes of the table, then two spellings of the map.
        check(&["01", "001"], &["1"], &[]);
        check(&["001"], &[r#""1""#, r#""01""#], &[]);
        check(&["A1", ""], &["1"], &[]);
    }
}
