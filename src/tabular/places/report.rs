//! What there is to say about places and features.

use crate::formats::geojson::MapSource;
use crate::tabular::map_report::{MapReport, Words, spot};
use crate::tabular::{Gravity, Spot};

use super::by_name::names_differ;
use super::choice::proposal;
use super::matches::{By, How, Match, Matches};
use super::names::{Name, is_a_slip};

/// How many examples a message names.
const EXAMPLES: usize = 5;

/// Which layer was taken, where there are several.
pub(super) fn layers(layers: &[MapSource], taken: usize, report: &mut MapReport<'_>) {
    if layers.len() < 2 {
        return;
    }
    let name = |map: &MapSource| quoted(map.name.as_deref().unwrap_or_default());
    let others = layers.iter().enumerate().filter(|(at, _)| *at != taken);
    let others: Vec<String> = others.map(|(_, map)| name(map)).collect();
    let words = Words {
        found: format!(
            "the places of the table in the object {}; {} set aside",
            name(&layers[taken]),
            others.join(", ")
        ),
        ..Words::default()
    };
    let at = Spot::Member("objects".to_owned());
    report.add((Gravity::Note, "map-object"), at, words);
}

/// Why nothing was matched, and what could be.
pub(super) fn nothing(
    places: &[(&str, &str)],
    layers: &[MapSource],
    key: Option<&str>,
    report: &mut MapReport<'_>,
) {
    let fields = || layers.iter().flat_map(MapSource::fields);
    let names: Vec<String> = fields().map(|field| quoted(field)).collect();
    let remedy = match proposal(places, layers) {
        Some((field, found)) if key.is_some() => {
            format!("--key {field} ({found} of {} match)", places.len())
        }
        _ => "give the field of the codes with --key FIELD, or a map of these places".to_owned(),
    };
    let expected = format!(
        "a field whose values are the table's codes or names, as {}; the map has the fields {}",
        examples(places.iter().map(|(code, _)| *code)),
        names.join(", "),
    );
    let (kind, found) = match key {
        Some(key) if !fields().any(|field| field == key) => {
            ("unknown-key", format!("no field {}", quoted(key)))
        }
        Some(key) => (
            "key-without-match",
            format!("0 of {} codes match {}", places.len(), quoted(key)),
        ),
        None => (
            "no-place-on-map",
            format!("none of {} codes or names", places.len()),
        ),
    };
    let words = Words {
        found,
        expected,
        remedy,
    };
    report.add((Gravity::Error, kind), Spot::File, words);
}

/// How places and features came together, and what is left over on both sides.
pub(super) fn matches(
    places: &[(&str, &str)],
    map: &MapSource,
    matches: &Matches,
    report: &mut MapReport<'_>,
) {
    let what = match matches.by {
        By::Code => "codes",
        By::Name => "names",
    };
    let found = format!(
        "the {what} of {} of {} places in the field {}",
        matches.rows.len(),
        places.len(),
        quoted(&matches.key)
    );
    let words = Words {
        found,
        ..Words::default()
    };
    report.add((Gravity::Note, "map-key"), Spot::File, words);
    for row in &matches.rows {
        how(places, map, (matches, row), report);
        if row.features.len() > 1 {
            pieces(places, map, (matches, row), report);
        }
    }
    for &place in &matches.without_feature {
        without_feature(places, map, (matches, place), report);
    }
    for &at in &matches.without_place {
        let feature = &map.features[at];
        let words = Words {
            found: format!("a shape without figures, {}", called(map, matches, at)),
            expected: format!("a place of the table for feature {}", feature.nth),
            remedy: "it is left out of the map; mend its code where it is a place of the table"
                .to_owned(),
        };
        let spot = spot(feature, matches.name_field);
        report.add((Gravity::Warning, "shape-without-figures"), spot, words);
    }
}

/// A row that is not the very same text.
fn how(
    places: &[(&str, &str)],
    map: &MapSource,
    (matches, row): (&Matches, &Match),
    report: &mut MapReport<'_>,
) {
    let Some(feature) = row.features.first().map(|&at| &map.features[at]) else {
        return;
    };
    let value = feature.value(matches.field).unwrap_or_default();
    let (code, _) = places[row.place];
    match row.how {
        How::Same => {}
        How::Number => {
            let words = Words {
                found: format!("{}, taken for the code {}", quoted(value), quoted(code)),
                expected: "codes with their zeros".to_owned(),
                ..Words::default()
            };
            let at = spot(feature, matches.name_field);
            report.add((Gravity::Note, "code-without-zeros"), at, words);
        }
        How::Spelling | How::Kind => {
            let words = Words {
                found: quoted(value),
                expected: format!("{}, which it is taken for", place_text(places[row.place])),
                ..Words::default()
            };
            let at = spot(feature, None);
            report.add((Gravity::Note, "matched-by-name"), at, words);
        }
    }
}

/// A place that is more than one feature.
fn pieces(
    places: &[(&str, &str)],
    map: &MapSource,
    (matches, row): (&Matches, &Match),
    report: &mut MapReport<'_>,
) {
    let is_one = match matches.name_field {
        Some(field) => {
            let names = row
                .features
                .iter()
                .filter_map(|&at| map.features[at].value(field));
            let names: Vec<String> = names.map(|name| Name::new(name).plain).collect();
            names.windows(2).all(|pair| pair[0] == pair[1])
        }
        None => !names_differ(map, &row.features),
    };
    let (code, label) = places[row.place];
    let Some(&last) = row.features.last() else {
        return;
    };
    if is_one {
        let words = Words {
            found: format!("{} in {} features", quoted(code), row.features.len()),
            expected: "one feature, or pieces of one place, as which they are taken".to_owned(),
            ..Words::default()
        };
        let at = spot(&map.features[last], matches.name_field);
        return report.add((Gravity::Note, "place-in-pieces"), at, words);
    }
    let name = |&at: &usize| {
        let field = matches.name_field?;
        map.features[at].value(field)
    };
    // The one that is called otherwise than the table calls the place.
    let plain = Name::new(label).plain;
    let is_odd = |at: &&usize| name(at).is_some_and(|name| Name::new(name).plain != plain);
    let odd = *row.features.iter().rfind(is_odd).unwrap_or(&last);
    let meant = name(&odd).and_then(|name| {
        let name = Name::new(name);
        let left = matches.without_feature.iter();
        let mut same = left.filter(|&&place| Name::new(places[place].1).plain == name.plain);
        same.next().map(|&place| places[place].0)
    });
    let names: Vec<String> = row
        .features
        .iter()
        .map(|&at| called(map, matches, at))
        .collect();
    let proposed = meant.map_or(String::new(), |code| {
        format!(", which may be {}", quoted(code))
    });
    let words = Words {
        found: format!("code {} on {}", quoted(code), names.join(" and on ")),
        expected: format!("one place of the code {}", quoted(code)),
        remedy: format!("mend the code of {}{proposed}", called(map, matches, odd)),
    };
    let at = spot(&map.features[odd], matches.name_field);
    report.add((Gravity::Error, "code-on-two-places"), at, words);
}

fn without_feature(
    places: &[(&str, &str)],
    map: &MapSource,
    (matches, place): (&Matches, usize),
    report: &mut MapReport<'_>,
) {
    let text = place_text(places[place]);
    let (code, label) = places[place];
    let name = Name::new(if label.is_empty() { code } else { label });
    let near = matches.without_place.iter().filter_map(|&at| {
        let field = matches.name_field?;
        let other = map.features[at].value(field)?;
        let forms = Name::new(other);
        let is_near = forms
            .forms()
            .any(|(form, _)| name.forms().any(|(own, _)| is_a_slip(own, form)));
        is_near.then_some(other)
    });
    let near: Vec<&str> = near.collect();
    let remedy = match near[..] {
        [one] => format!("write it as the map does, where it is {}", quoted(one)),
        _ => "it is not drawn; mend its code or name where the map has it".to_owned(),
    };
    let words = Words {
        found: "no feature".to_owned(),
        expected: format!("one for {text}"),
        remedy,
    };
    report.add((Gravity::Warning, "place-without-shape"), Spot::File, words);
}

/// What a feature is called: its code, where it has another name beside it, too.
fn called(map: &MapSource, matches: &Matches, at: usize) -> String {
    let feature = &map.features[at];
    let key = feature.value(matches.field);
    let name = matches.name_field.and_then(|field| feature.value(field));
    match (key, name) {
        (Some(key), Some(name)) if key != name => format!("{} ({key})", quoted(name)),
        (_, Some(text)) | (Some(text), None) => quoted(text),
        (None, None) => format!("feature {}", feature.nth),
    }
}

pub(super) fn place_text((code, label): (&str, &str)) -> String {
    if label.is_empty() || label == code {
        quoted(code)
    } else {
        format!("{} ({code})", quoted(label))
    }
}

pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn examples<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let first: Vec<String> = texts.take(EXAMPLES).map(quoted).collect();
    first.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::formats::{Limits, geojson::layers_from_map};
    use crate::tabular::match_places;

    const PLACES: [(&str, &str); 3] = [("01", "North"), ("02", "South"), ("03", "Saltria")];

    #[track_caller]
    fn check(properties: &[&str], key: Option<&str>, expected: &[&str]) {
        let feature = |it: &&str| format!(r#"{{"properties": {{{it}}}}}"#);
        let features: Vec<String> = properties.iter().map(feature).collect();
        let file = format!(
            r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
            features.join(",")
        );
        let layers = layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP).unwrap();
        let (_, findings) = match_places(&PLACES, &layers, key, "m");
        let texts: Vec<String> = findings.sorted().iter().map(ToString::to_string).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_key_that_is_not_there_or_fits_nothing_is_an_error_with_the_one_that_does() {
        let map = [r#""id": "01", "nr": 5"#, r#""id": "02", "nr": 6"#];
        let expected = "expected a field whose values are the table's codes or names, as \"01\", \
            \"02\", \"03\"; the map has the fields \"id\", \"nr\"; --key id (2 of 3 match)";
        check(
            &map,
            Some("ID"),
            &[&format!("m: found no field \"ID\", {expected}")],
        );
        let none = format!("m: found 0 of 3 codes match \"nr\", {expected}");
        check(&map, Some("nr"), &[&none]);
    }

    #[test]
    fn what_is_left_over_on_both_sides_is_listed_and_a_slip_proposed() {
        check(
            &[
                r#""name": "north""#,
                r#""name": "South""#,
                r#""name": "Salteria""#,
                r#""name": null"#,
            ],
            None,
            &[
                "m: found no feature, expected one for \"Saltria\" (03); write it as the map does, \
                 where it is \"Salteria\"",
                "m, feature 3 \"Salteria\": found a shape without figures, \"Salteria\", expected a \
                 place of the table for feature 3; it is left out of the map; mend its code where it \
                 is a place of the table",
                "m, feature 4: found a shape without figures, feature 4, expected a place of the \
                 table for feature 4; it is left out of the map; mend its code where it is a place \
                 of the table",
                "m: found the names of 2 of 3 places in the field \"name\"",
                "m, feature 1: found \"north\", expected \"North\" (01), which it is taken for",
            ],
        );
    }

    #[test]
    fn a_code_on_two_names_is_an_error_and_on_one_name_two_pieces() {
        check(
            &[
                r#""code": "01", "name": "North""#,
                r#""code": "02", "name": "South""#,
                r#""code": "01", "name": "NORTH""#,
                r#""code": "02", "name": "Saltria""#,
            ],
            None,
            &[
                "m, feature 4 \"Saltria\": found code \"02\" on \"South\" (02) and on \"Saltria\" (02), \
                 expected one place of the code \"02\"; mend the code of \"Saltria\" (02), which may \
                 be \"03\"",
                "m: found no feature, expected one for \"Saltria\" (03); it is not drawn; mend its \
                 code or name where the map has it",
                "m: found the codes of 2 of 3 places in the field \"code\"",
                "m, feature 3 \"NORTH\": found \"01\" in 2 features, expected one feature, or pieces \
                 of one place, as which they are taken",
            ],
        );
    }
}
