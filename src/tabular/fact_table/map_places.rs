//! The places of a map, by their codes and names.

use crate::cube::{Code, Label};
use crate::fact_list::ListedPlace;
use crate::formats::Limits;
use crate::formats::geojson::{MapSource, layers_from_map};
use crate::tabular::finding::{Finding, Findings, Gravity, Spot};

/// The places of a map, and what was found in it.
#[derive(Debug, Clone, Default)]
pub struct MapPlaces {
    /// The places in the order of the map.
    pub places: Vec<ListedPlace>,
    /// The field that has their codes.
    pub key: Option<String>,
    /// What was found.
    pub findings: Findings,
}

/// What a field with codes, and one with names, can be called.
const CODES: [&str; 5] = ["code", "id", "iso", "iso_3166_2", "pcode"];
const NAME: &str = "name";

/// The places of a map: each feature with a code in the field `key`, else in one that is called so, and its names in
/// `name` and `name_LANG`. `lang`: the language of the list.
#[must_use]
pub fn places_from_map((file, bytes): (&str, &[u8]), key: Option<&str>, lang: &str) -> MapPlaces {
    let fault = |texts: [String; 3]| {
        let finding = Finding::new(Gravity::Error, "no-places", (file, Spot::File), texts);
        MapPlaces {
            findings: std::iter::once(finding).collect(),
            ..MapPlaces::default()
        }
    };
    let layers = match layers_from_map(bytes, &Limits::SOURCE_MAP) {
        Ok(layers) => layers,
        Err(error) => {
            let expected = "a map as GeoJSON or TopoJSON".to_owned();
            return fault([error.to_string(), expected, String::new()]);
        }
    };
    let found = layers.iter().find_map(|map| Some((map, key_of(map, key)?)));
    let Some((map, at)) = found else {
        let named = key.map_or_else(|| CODES.join(", "), |key| format!("{key:?}"));
        return fault([
            "no field with a code of its own for every place".to_owned(),
            format!("a field with the codes: {named}"),
            "name it with --key, or as key under [map] in the settings".to_owned(),
        ]);
    };
    let fields = map.fields();
    let own = format!("{NAME}_{lang}");
    let called = |name: &str| {
        fields
            .iter()
            .position(|field| field.eq_ignore_ascii_case(name))
    };
    let own_name = called(&own).or(called(NAME));
    let others: Vec<(usize, &str)> = (fields.iter().enumerate())
        .filter_map(|(at, field)| {
            let lang_of = field.strip_prefix("name_")?;
            let is_lang = (2..=3).contains(&lang_of.len()) && lang_of != lang;
            is_lang.then_some((at, lang_of))
        })
        .collect();
    let places = map.features.iter().filter_map(|feature| {
        let code = feature.value(at)?;
        let name = own_name.and_then(|at| feature.value(at)).unwrap_or(code);
        let name = others.iter().fold(Label::new(name), |label, (at, lang)| {
            match feature.value(*at) {
                Some(text) => label.with(lang, text),
                None => label,
            }
        });
        Some(ListedPlace {
            code: Code::new(code),
            name,
        })
    });
    MapPlaces {
        places: places.collect(),
        key: Some(fields[at].clone()),
        findings: Findings::default(),
    }
}

/// The field with a code of its own for every feature.
fn key_of(map: &MapSource, key: Option<&str>) -> Option<usize> {
    let is_key = |at: &usize| {
        let mut seen: Vec<&str> = Vec::new();
        !map.features.is_empty()
            && map.features.iter().all(|feature| {
                let code = feature.value(*at).filter(|code| !seen.contains(code));
                seen.extend(code);
                code.is_some()
            })
    };
    let named = |name: &str| {
        let mut fields = map.fields().iter();
        fields.position(|field| field.eq_ignore_ascii_case(name))
    };
    match key {
        Some(key) => named(key).filter(is_key),
        None => CODES.into_iter().filter_map(named).find(is_key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": "01", "name_en": "North", "name_km": "ជើង"}, "geometry": null},
        {"type": "Feature", "properties": {"code": "02", "name_en": "South"}, "geometry": null}]}"#;

    #[test]
    fn places_have_their_names_in_every_language_of_the_map() {
        let found = places_from_map(("map.geojson", MAP.as_bytes()), None, "en");
        let names: Vec<(&str, &str, &str)> = (found.places.iter())
            .map(|it| (it.code.as_str(), it.name.own(), it.name.in_lang("km")))
            .collect();
        assert_eq!(names, [("01", "North", "ជើង"), ("02", "South", "South")]);
    }

    #[test]
    fn a_map_without_a_code_for_every_place_is_told() {
        let map = MAP.replace("\"02\"", "\"01\"");
        let found = places_from_map(("map.geojson", map.as_bytes()), None, "en");
        assert_eq!(found.findings.sorted()[0].kind, "no-places");
    }
}
