//! Codes that stand beside one name in the table and beside another in the map.

use crate::formats::geojson::MapSource;
use crate::tabular::Gravity;
use crate::tabular::map_report::{MapReport, Words, spot};

use super::by_code::by_code;
use super::choice::best_names;
use super::matches::{By, How, Match, Matches};
use super::report::{place_text, quoted};

/// Tells where codes and names say two things of the same places: which was taken, and of which places.
pub(super) fn conflicts(
    places: &[(&str, &str)],
    map: &MapSource,
    matches: &Matches,
    report: &mut MapReport<'_>,
) {
    let Some(names) = best_names(places, map, None) else {
        return;
    };
    let coded = match matches.by {
        By::Code => Some((matches.field, matches.rows.clone())),
        By::Name => codes_of(places, map),
    };
    let Some((field, rows)) = coded.filter(|(field, _)| *field != names.field) else {
        return;
    };
    let other = |row: &Match| {
        let at = names.rows.binary_search_by_key(&row.place, |it| it.place);
        let own = &names.rows[at.ok()?].features;
        let is_other = !own.iter().any(|it| row.features.contains(it));
        is_other.then_some((row.place, *row.features.first()?))
    };
    let others: Vec<(usize, usize)> = rows.iter().filter_map(other).collect();
    let Some(&(place, at)) = others.first() else {
        return;
    };
    let feature = &map.features[at];
    let name = feature.value(names.field).unwrap_or_default();
    let (key, called) = (
        quoted(&map.fields()[field]),
        quoted(&map.fields()[names.field]),
    );
    let (taken, remedy) = match matches.by {
        By::Code => (
            "codes",
            format!("--key {} takes the names", map.fields()[names.field]),
        ),
        By::Name => (
            "names",
            format!("--key {} takes the codes", map.fields()[field]),
        ),
    };
    let words = Words {
        found: format!(
            "in {key} the code of {} beside the name {} in {called}; {} of {} places so, and the {taken} were taken",
            place_text(places[place]),
            quoted(name),
            others.len(),
            places.len(),
        ),
        expected: "one name for each code in table and map".to_owned(),
        remedy: format!("mend the codes or names, or leave it so; {remedy}"),
    };
    let at = spot(feature, Some(names.field));
    report.add((Gravity::Warning, "code-of-another-name"), at, words);
}

/// The field that has most of the codes, as they are written; `None` where it has not most of them.
fn codes_of(places: &[(&str, &str)], map: &MapSource) -> Option<(usize, Vec<Match>)> {
    let has_codes = places.iter().any(|(code, label)| code != label);
    let fields = (0..map.fields().len()).map(|field| {
        let mut rows = by_code(places, map, field);
        rows.retain(|row| row.how == How::Same);
        (field, rows)
    });
    let best = fields.rev().max_by_key(|(_, rows)| rows.len())?;
    (has_codes && best.1.len() * 2 > places.len()).then_some(best)
}

#[cfg(test)]
mod tests {
    use crate::formats::{Limits, geojson::layers_from_map};
    use crate::tabular::match_places;

    #[track_caller]
    fn check(features: [[&str; 2]; 3], expected: &[&str]) {
        let feature = |[code, name]: &[&str; 2]| {
            format!(r#"{{"properties": {{"code": "{code}", "name": "{name}"}}}}"#)
        };
        let file = format!(
            r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
            features.each_ref().map(feature).join(",")
        );
        let layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        let places = [("01", "Aran"), ("02", "Beira"), ("03", "Caro")];
        let (_, findings) = match_places(&places, &layers, None, "m");
        let found = findings.sorted().into_iter();
        let found = found.filter(|it| it.kind == "code-of-another-name");
        let texts: Vec<String> = found.map(|it| it.found.clone()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_code_that_stands_beside_another_name_in_the_map_is_told() {
        check([["01", "Aran"], ["02", "Beira"], ["03", "Caro"]], &[]);
        check([["x", "Aran"], ["y", "Beira"], ["z", "Caro"]], &[]);
        check(
            [["02", "Aran"], ["01", "Beira"], ["03", "Caro"]],
            &[
                "in \"code\" the code of \"Aran\" (01) beside the name \"Beira\" in \"name\"; 2 of 3 places so, \
                 and the names were taken",
            ],
        );
    }
}
