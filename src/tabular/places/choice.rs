//! Which field of the map has the codes or names of the table.

use crate::formats::geojson::MapSource;
use crate::tabular::Findings;
use crate::tabular::map_report::MapReport;

use super::by_code::by_code;
use super::by_name::by_name;
use super::conflicts::conflicts;
use super::matches::{By, How, Match, Matches};
use super::report;

/// Finds the places of a table, each a code and a label, among the layers of a map. The field is `key`;
/// else the one whose values are most of the codes, unless the names beside it say otherwise; else the
/// one whose values are most of the names. The layer is the one with most of the places.
///
/// Gives the position of the layer and what was matched in it, `None` where nothing can be, and what
/// there is to say about it; `file` names the map there.
///
/// ```
/// use jangkau::formats::{Limits, geojson::layers_from_map};
/// use jangkau::tabular::match_places;
/// let file = br#"{"type": "FeatureCollection", "features": [
///     {"properties": {"nr": 1, "code": "N2", "name": "South"}},
///     {"properties": {"nr": 2, "code": "N1", "name": "North"}}
/// ]}"#;
/// let layers = layers_from_map(file, &Limits::SOURCE_MAP)?;
/// let places = [("N1", "North"), ("N2", "South"), ("N3", "East")];
/// let (found, findings) = match_places(&places, &layers, None, "regions.geojson");
/// let (_, matches) = found.unwrap();
/// assert_eq!(matches.key, "code");
/// assert_eq!(matches.rows[0].features, [1]);
/// assert_eq!(matches.without_feature, [2]);
/// assert!(findings.can_be_published());
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn match_places(
    places: &[(&str, &str)],
    layers: &[MapSource],
    key: Option<&str>,
    file: &str,
) -> (Option<(usize, Matches)>, Findings) {
    let mut report = MapReport::new(file);
    let found = layers.iter().enumerate().filter_map(|(at, map)| {
        let matches = matches_in(places, map, key)?;
        Some((at, matches))
    });
    // Of equals, the first.
    let best = found.rev().max_by_key(|(_, matches)| matches.rows.len());
    if let Some((layer, matches)) = &best {
        report::layers(layers, *layer, &mut report);
        report::matches(places, &layers[*layer], matches, &mut report);
        if key.is_none() {
            conflicts(places, &layers[*layer], matches, &mut report);
        }
    } else {
        report::nothing(places, layers, key, &mut report);
    }
    (best, report.findings())
}

/// Of each of some places, the one among others of the same code or name; each a code and a label.
#[must_use]
pub(in crate::tabular) fn same_places(
    places: &[(&str, &str)],
    others: &[(&str, &str)],
) -> Vec<Option<usize>> {
    let mut found = vec![None; places.len()];
    let matches = matches_in(places, &MapSource::of_places(others), None);
    for row in matches.into_iter().flat_map(|it| it.rows) {
        found[row.place] = row.features.first().copied();
    }
    found
}

/// A field, what it was compared with, and what came of it.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) field: usize,
    by: By,
    pub(super) rows: Vec<Match>,
    /// Rows whose names are the same, too, less those whose names are others.
    agree: isize,
}

impl Candidate {
    /// The better one has more places, then more names that agree, then more of the very same text.
    fn rank(&self) -> (usize, isize, usize) {
        let same = self.rows.iter().filter(|row| row.how == How::Same);
        (self.rows.len(), self.agree, same.count())
    }
}

fn matches_in(places: &[(&str, &str)], map: &MapSource, key: Option<&str>) -> Option<Matches> {
    let names = best_names(places, map, None);
    let name_field = names.as_ref().map(|it| it.field);
    let name_rows = names.as_ref().map(|it| it.rows.as_slice());
    let (by_code, by_name) = match key {
        Some(key) => {
            let field = map.fields().iter().position(|field| field == key)?;
            let codes = candidate(places, map, (field, &[]));
            (codes, best_names(places, map, Some(field)))
        }
        None => (
            best_codes(places, map, name_rows.unwrap_or_default()),
            names,
        ),
    };
    let has_codes = places.iter().any(|(code, label)| code != label);
    let chosen = match (by_code, by_name) {
        (Some(coded), Some(called)) => {
            let found = coded.rows.len();
            let is_most = found * 2 >= places.len() || found >= called.rows.len();
            // Codes of which some are written without their zeros are no names.
            let finds_more = found > called.rows.len();
            if has_codes && is_most || finds_more {
                coded
            } else {
                called
            }
        }
        (coded, called) => coded.or(called)?,
    };
    let mut matches = Matches::new((chosen.field, chosen.by), chosen.rows, map, places.len());
    matches.name_field = name_field;
    Some(matches)
}

/// The field with most of the names: `only`, or any.
pub(super) fn best_names(
    places: &[(&str, &str)],
    map: &MapSource,
    only: Option<usize>,
) -> Option<Candidate> {
    let fields = (0..map.fields().len()).filter(|field| only.is_none_or(|only| only == *field));
    let candidates = fields.map(|field| Candidate {
        field,
        by: By::Name,
        rows: by_name(places, map, field),
        agree: 0,
    });
    best(candidates.filter(|it| !it.rows.is_empty()))
}

/// The field with most of the codes, of those that do not stand beside other names.
fn best_codes(places: &[(&str, &str)], map: &MapSource, names: &[Match]) -> Option<Candidate> {
    let names = if names.len() * 2 >= places.len() {
        names
    } else {
        &[]
    };
    let fields = 0..map.fields().len();
    let candidates = fields.filter_map(|field| candidate(places, map, (field, names)));
    best(candidates.filter(|it| it.agree >= 0))
}

/// A field compared with the codes; `names` are the rows that names give.
fn candidate(
    places: &[(&str, &str)],
    map: &MapSource,
    (field, names): (usize, &[Match]),
) -> Option<Candidate> {
    let rows = by_code(places, map, field);
    if rows.is_empty() {
        return None;
    }
    let agree =
        rows.iter().map(
            |row| match names.binary_search_by_key(&row.place, |it| it.place) {
                Ok(at)
                    if row
                        .features
                        .iter()
                        .any(|it| names[at].features.contains(it)) =>
                {
                    1
                }
                Ok(_) => -1,
                Err(_) => 0,
            },
        );
    Some(Candidate {
        field,
        by: By::Code,
        agree: agree.sum(),
        rows,
    })
}

/// The best of candidates; of equals, the first.
fn best(candidates: impl Iterator<Item = Candidate>) -> Option<Candidate> {
    candidates.fold(None, |best: Option<Candidate>, next| match best {
        Some(best) if best.rank() >= next.rank() => Some(best),
        _ => Some(next),
    })
}

/// The field that would be taken without a key, and how many places it has.
pub(super) fn proposal(places: &[(&str, &str)], layers: &[MapSource]) -> Option<(String, usize)> {
    let all = layers
        .iter()
        .filter_map(|map| matches_in(places, map, None));
    let best = all.max_by_key(|matches| matches.rows.len())?;
    Some((best.key, best.rows.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Limits, geojson::layers_from_map};

    const PLACES: [(&str, &str); 4] = [
        ("01", "North"),
        ("02", "South"),
        ("10", "East"),
        ("11", "West"),
    ];

    /// Of a map whose features have three fields, the key, what by, and the features of each place.
    #[track_caller]
    fn check(features: &[[&str; 3]], key: Option<&str>, expected: Option<(&str, By, &[usize])>) {
        let feature = |[nr, code, name]: &[&str; 3]| {
            format!(r#"{{"properties": {{"nr": {nr}, "code": "{code}", "name": "{name}"}}}}"#)
        };
        let features: Vec<String> = features.iter().map(feature).collect();
        let file = format!(
            r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
            features.join(",")
        );
        let layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        let (found, _) = match_places(&PLACES, &layers, key, "x");
        let found = found.map(|(_, it)| {
            let features = it.rows.iter().flat_map(|row| row.features.clone());
            (it.key.clone(), it.by, features.collect::<Vec<usize>>())
        });
        let expected = expected.map(|(key, by, rows)| (key.to_owned(), by, rows.to_vec()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_field_with_the_codes_goes_before_numbers_in_another_order() {
        let features = [
            ["1", "11", "West"],
            ["2", "10", "East"],
            ["10", "02", "South"],
            ["11", "01", "North"],
        ];
        check(&features, None, Some(("code", By::Code, &[3, 2, 1, 0])));
        check(&features, Some("nr"), Some(("nr", By::Code, &[0, 1, 2, 3])));
        check(
            &features,
            Some("name"),
            Some(("name", By::Name, &[3, 2, 1, 0])),
        );
        check(&features, Some("Code"), None);
    }

    #[test]
    fn numbers_beside_other_names_are_no_codes() {
        let features = [
            ["1", "a", "WEST"],
            ["2", "b", "EAST"],
            ["10", "c", "SOUTH"],
            ["11", "d", "NORTH"],
        ];
        check(&features, None, Some(("name", By::Name, &[3, 2, 1, 0])));
        let unnamed = [["1", "a", "x"], ["2", "b", "y"], ["10", "c", "z"]];
        check(&unnamed, None, Some(("nr", By::Code, &[0, 1, 2])));
        check(&[["7", "a", "x"]], None, None);
    }
}
