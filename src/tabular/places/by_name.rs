//! Features and places that have the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::geojson::MapSource;

use super::matches::{How, Match};
use super::names::Name;

/// The places whose names stand in a field: first the very same text, then the same letters, then the
/// same name without a word for its kind; each only where one place and one feature are left for it.
pub(super) fn by_name(places: &[(&str, &str)], map: &MapSource, field: usize) -> Vec<Match> {
    let places: Vec<(&str, Name)> = places
        .iter()
        .map(|(code, label)| named(code, label))
        .collect();
    let features = map.features.iter().map(|it| it.value(field));
    let features: Vec<Option<(&str, Name)>> = features
        .map(|value| value.map(|text| (text, Name::new(text))))
        .collect();
    let mut open = Open {
        places: (0..places.len()).collect(),
        features: (0..features.len())
            .filter(|&at| features[at].is_some())
            .collect(),
        rows: Vec::new(),
    };
    for how in [How::Same, How::Spelling, How::Kind] {
        let mut with_form: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for &at in &open.features {
            for form in features[at].iter().flat_map(|it| forms(how, it)) {
                with_form.entry(form).or_default().insert(at);
            }
        }
        let candidates: BTreeMap<usize, BTreeSet<usize>> = open
            .places
            .iter()
            .map(|&place| {
                let forms = forms(how, &places[place]);
                let found = forms
                    .iter()
                    .filter_map(|form| with_form.get(form))
                    .flatten();
                let agree = found.filter(|&&at| {
                    let feature = features[at].as_ref();
                    feature
                        .is_some_and(|(_, name)| how != How::Kind || places[place].1.may_be(name))
                });
                (place, agree.copied().collect())
            })
            .collect();
        open.close(how, &candidates, |at, other| {
            map.features[at].value(field) == map.features[other].value(field)
                && !names_differ(map, &[at, other])
        });
    }
    open.rows.sort_by_key(|row| row.place);
    open.rows
}

fn named<'a>(code: &'a str, label: &'a str) -> (&'a str, Name) {
    let text = if label.trim().is_empty() { code } else { label }.trim();
    (text, Name::new(text))
}

/// In which forms a name is looked for.
fn forms(how: How, (text, name): &(&str, Name)) -> Vec<String> {
    match how {
        How::Same | How::Number => vec![(*text).to_owned()],
        How::Spelling => vec![name.plain.clone()],
        How::Kind => name.forms().map(|(form, _)| form.to_owned()).collect(),
    }
}

/// Places and features that have not found each other yet.
struct Open {
    places: BTreeSet<usize>,
    features: BTreeSet<usize>,
    rows: Vec<Match>,
}

impl Open {
    /// Takes out the pairs that have nobody else; features that are pieces of one place count as one.
    fn close(
        &mut self,
        how: How,
        candidates: &BTreeMap<usize, BTreeSet<usize>>,
        are_pieces: impl Fn(usize, usize) -> bool,
    ) {
        let mut wanted: BTreeMap<usize, usize> = BTreeMap::new();
        for feature in candidates.values().flatten() {
            *wanted.entry(*feature).or_default() += 1;
        }
        for (&place, features) in candidates {
            let mut all = features.iter().copied();
            let Some(first) = all.next() else {
                continue;
            };
            if all.all(|other| are_pieces(first, other)) && wanted[&first] == 1 {
                self.places.remove(&place);
                for at in features {
                    self.features.remove(at);
                }
                self.rows.push(Match {
                    place,
                    features: features.iter().copied().collect(),
                    how,
                });
            }
        }
    }
}

/// Whether features call themselves differently: in a field of words, without digits.
pub(super) fn names_differ(map: &MapSource, features: &[usize]) -> bool {
    let is_word = |text: &str| {
        text.chars().any(char::is_alphabetic) && !text.bytes().any(|byte| byte.is_ascii_digit())
    };
    (0..map.fields().len()).any(|field| {
        let values = features
            .iter()
            .filter_map(|&at| map.features[at].value(field));
        let names: BTreeSet<String> = values
            .filter(|text| is_word(text))
            .map(|text| Name::new(text).plain)
            .collect();
        names.len() > 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Limits, geojson::layers_from_map};
    use proptest::prelude::*;

    fn map(names: &[String]) -> MapSource {
        let feature = |name: &String| format!(r#"{{"properties": {{"name": "{name}"}}}}"#);
        let features: Vec<String> = names.iter().map(feature).collect();
        let file = format!(
            r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
            features.join(",")
        );
        let mut layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        layers.remove(0)
    }

    /// The name of the map for each place that has one.
    #[track_caller]
    fn check(places: &[&str], names: &[&str], expected: &[(&str, &str, How)]) {
        let map = map(&names.iter().map(|&it| it.to_owned()).collect::<Vec<_>>());
        let pairs: Vec<(&str, &str)> = places.iter().map(|&it| (it, it)).collect();
        let rows = by_name(&pairs, &map, 0);
        let found: Vec<(&str, &str, How)> = rows
            .iter()
            .map(|row| (places[row.place], names[row.features[0]], row.how))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_very_same_name_goes_before_one_that_differs_in_its_kind() {
        check(
            &["Muro District", "Muro City", "VALE"],
            &["Muro", "Muro City", "Vale"],
            &[
                ("Muro District", "Muro", How::Kind),
                ("Muro City", "Muro City", How::Same),
                ("VALE", "Vale", How::Spelling),
            ],
        );
    }

    #[test]
    fn nothing_is_matched_where_two_could_be_meant() {
        check(&["Muro District", "Muro City"], &["Muro"], &[]);
        check(&["Muro"], &["Muro District", "City of Muro"], &[]);
        check(&["Muro District"], &["City of Muro"], &[]);
    }

    #[test]
    fn pieces_of_one_name_are_one_place_unless_they_say_otherwise() {
        let names: Vec<String> = ["Muro", "Muro"].map(str::to_owned).to_vec();
        let rows = by_name(&[("1", "Muro")], &map(&names), 0);
        assert_eq!(rows[0].features, [0, 1]);
        let file = r#"{"type": "FeatureCollection", "features": [
            {"properties": {"name": "Muro", "in": "North", "id": "a1"}},
            {"properties": {"name": "Muro", "in": "South", "id": "a2"}}
        ]}"#;
        let layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        assert_eq!(by_name(&[("1", "Muro")], &layers[0], 0), []);
    }

    proptest! {
        #[test]
        fn matching_is_one_to_one(
            places in prop::collection::vec("(City of |District |)[ab]{1,2}( City|)", 0..9),
            names in prop::collection::vec("(city of |District |)[abA]{1,2}( CITY|)", 0..9),
        ) {
            let map = map(&names);
            let mut distinct = places.clone();
            distinct.sort();
            distinct.dedup();
            let pairs: Vec<(&str, &str)> = distinct.iter().map(|it| (&**it, &**it)).collect();
            let rows = by_name(&pairs, &map, 0);
            let mut places: Vec<usize> = rows.iter().map(|row| row.place).collect();
            let mut features: Vec<usize> = rows.iter().flat_map(|row| row.features.clone()).collect();
            let before = (places.len(), features.len());
            places.dedup();
            features.sort_unstable();
            features.dedup();
            prop_assert_eq!((places.len(), features.len()), before);
            // Whatever has the very same name on both sides, once each, is matched.
            for (at, (code, _)) in pairs.iter().enumerate() {
                if names.iter().filter(|name| name == code).count() == 1 {
                    prop_assert!(places.contains(&at), "{code} of {names:?}");
                }
            }
        }
    }
}
