//! Bytes of `GeoJSON` to features, one at a time: a large map is never a tree as a whole.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::formats::error::{Failure, unexpected};
use crate::formats::json::Keep::{self, All, Each, Members, Scalar};
use crate::formats::json::{Part, Tree, parse_as};
use crate::formats::limits::Limits;

use super::features::member;
use super::{Areas, Features, MapSource};

/// What is kept of a feature.
static FEATURE: Keep = Members(&[
    ("type", Scalar),
    ("id", Scalar),
    ("properties", Each(&Scalar)),
    ("geometry", All),
]);

/// What is kept of a file besides its features: of one that is itself a feature or a geometry, that.
static OTHERS: Keep = Members(&[
    ("type", Scalar),
    ("id", Scalar),
    ("properties", Each(&Scalar)),
    ("geometry", All),
    ("geometries", All),
    ("coordinates", All),
    (
        "crs",
        Members(&[("type", Scalar), ("properties", Each(&Scalar))]),
    ),
]);

/// How longitude and latitude on WGS 84 are named (the `crs` of `GeoJSON` 2008 and what tools write).
const WGS84: [&str; 7] = [
    "urn:ogc:def:crs:ogc:1.3:crs84",
    "urn:ogc:def:crs:ogc::crs84",
    "ogc:crs84",
    "crs84",
    "urn:ogc:def:crs:epsg::4326",
    "epsg:4326",
    "wgs84",
];

/// The features of a file.
pub(super) fn layer(bytes: &[u8], limits: &Limits) -> Result<MapSource, Failure> {
    let mut reading = Reading {
        features: Features::new(limits),
        others: Vec::new(),
        failure: None,
    };
    let end = parse_as(Document(&mut reading), bytes, limits);
    if let Some(failure) = reading.failure {
        return Err(failure);
    }
    end?;
    let document = Tree::Object(reading.others);
    match member(&document, "type") {
        Some(Tree::Text(kind)) if kind == "FeatureCollection" => {}
        Some(Tree::Text(kind)) if kind == "Feature" => {
            let areas = Areas::of_geometry(member(&document, "geometry"));
            reading.features.add(&document, areas)?;
        }
        _ => {
            let areas = Areas::of_geometry(Some(&document));
            reading.features.add(&Tree::Null, areas)?;
        }
    }
    let mut layer = reading.features.layer(None);
    layer.crs = member(&document, "crs").and_then(other_crs);
    Ok(layer)
}

/// The name of a coordinate system that is not WGS 84.
fn other_crs(crs: &Tree) -> Option<String> {
    if let Tree::Null = crs {
        return None;
    }
    let properties = member(crs, "properties").unwrap_or(&Tree::Null);
    let named = ["name", "code", "href"].iter().find_map(|&name| {
        let Tree::Text(text) = member(properties, name)? else {
            return None;
        };
        Some(text.clone())
    });
    let name = named.unwrap_or_else(|| crs.kind());
    let plain = name.to_lowercase().replace(' ', "");
    (!WGS84.contains(&&*plain)).then_some(name)
}

struct Reading<'a> {
    features: Features<'a>,
    others: Vec<(String, Tree)>,
    /// Why reading stopped, where it is not the text that is no JSON.
    failure: Option<Failure>,
}

/// Reads the outermost object.
struct Document<'r, 'a>(&'r mut Reading<'a>);

impl<'de> DeserializeSeed<'de> for Document<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" {
                map.next_value_seed(List(self.0))?;
            } else {
                Part(&OTHERS).read_member(key, &mut map, &mut self.0.others)?;
            }
        }
        Ok(())
    }
}

/// Reads the features.
struct List<'r, 'a>(&'r mut Reading<'a>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of features")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(feature) = seq.next_element_seed(Part(&FEATURE))? {
            let added = if let Tree::Object(_) = feature {
                let areas = Areas::of_geometry(member(&feature, "geometry"));
                self.0.features.add(&feature, areas)
            } else {
                let expected = "a feature".to_owned();
                Err(unexpected("features".to_owned(), expected, feature.kind()))
            };
            if let Err(failure) = added {
                self.0.failure = Some(failure);
                return Err(A::Error::custom("enough was read"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::NoAreas;
    use super::*;
    use crate::formats::FormatError;
    use proptest::prelude::*;

    fn read(file: &str) -> MapSource {
        layer(file.as_bytes(), &Limits::SOURCE_MAP).unwrap()
    }

    #[test]
    fn features_keep_their_order_and_what_they_say() {
        let layer = read(
            r#"{"features": [
                {"id": 5, "properties": {"name": "Lake", "size": 1.5, "old": true}},
                {"properties": {"size": null, "more": {"x": 1}, "id": "b"}, "id": "a"},
                {"properties": null, "geometry": {"type": "Point"}}
            ], "type": "FeatureCollection", "crs": null}"#,
        );
        assert_eq!(layer.fields(), ["name", "size", "old", "id", "more"]);
        let values = |at: usize| -> Vec<&str> { layer.features[at].values().collect() };
        assert_eq!(values(0), ["Lake", "1.5", "true", "5"]);
        assert_eq!(values(1), ["b"]);
        assert_eq!(layer.features[1].value(3), Some("b"));
        let form = NoAreas::OtherForm("Point".to_owned());
        assert_eq!(layer.features[2].polygons, Err(form));
        assert_eq!((layer.features[2].nth, layer.crs), (3, None));
    }

    #[test]
    fn one_feature_and_a_bare_geometry_are_maps_of_one() {
        let polygon = r#""type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]"#;
        let alone = read(&format!("{{{polygon}}}"));
        assert!(alone.features[0].polygons.is_ok());
        let feature = format!(r#"{{"type": "Feature", "id": 1, "geometry": {{{polygon}}}}}"#);
        let feature = read(&feature);
        assert!(feature.features[0].polygons.is_ok());
        assert_eq!(feature.features[0].value(0), Some("1"));
    }

    #[test]
    fn another_coordinate_system_is_named() {
        let crs = |crs: &str| {
            let head = r#"{"type": "FeatureCollection", "features": [], "crs":"#;
            read(&format!("{head}{crs}}}")).crs
        };
        let named = |name: &str| crs(&format!(r#"{{"properties": {{"name": "{name}"}}}}"#));
        assert_eq!(named("urn:ogc:def:crs:OGC:1.3:CRS84"), None);
        assert_eq!(named("EPSG:4326"), None);
        let lambert = "urn:ogc:def:crs:EPSG::2154";
        assert_eq!(named(lambert).as_deref(), Some(lambert));
        assert_eq!(crs(r#"{"type": "x"}"#).as_deref(), Some("an object"));
    }

    #[test]
    fn more_than_is_taken_is_refused() {
        let file = br#"{"type": "FeatureCollection", "features": [{}, {}, {}]}"#;
        let limits = Limits {
            regions: 2,
            ..Limits::SOURCE_MAP
        };
        let error = FormatError::from(layer(file, &limits).unwrap_err());
        assert_eq!(
            error.to_string(),
            "the file: 3 regions, at most 2 are taken"
        );
        let error = FormatError::from(layer(br#"{"features": [7]}"#, &limits).unwrap_err());
        assert_eq!(error.to_string(), "features: expected a feature, found 7");
    }

    proptest! {
        #[test]
        fn a_map_with_a_piece_lost_or_changed_gives_features_or_an_error(
            at in 0..200_usize, lost in 0..9_usize, byte in any::<u8>(),
        ) {
            let mut file = br#"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,
                "properties":{"a":[1],"b":"x"},"geometry":{"type":"MultiPolygon","coordinates":
                [[[[0,0],[1,0],[1,1],[0,0]]]]}}]}"#.to_vec();
            let from = at.min(file.len());
            let to = (at + lost).min(file.len());
            file.splice(from..to, [byte]);
            // Either is right, as long as it ends.
            if let Ok(layers) = super::super::layers_from_map(&file, &Limits::SOURCE_MAP) {
                prop_assert!(layers.iter().all(|layer| layer.features.len() < 3));
            }
        }
    }
}
