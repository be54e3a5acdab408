//! What is wrong with a map, file by file and feature by feature.

use crate::formats::geojson::{MapSource, NoAreas, SourceFeature};
use crate::formats::{FormatError, number_text};
use crate::tabular::map_report::{MapReport, Words, spot};
use crate::tabular::places::Matches;
use crate::tabular::{Gravity, Spot};

/// What coordinates should be.
const DEGREES: &str = "longitude and latitude (WGS 84)";

/// Why a file is not read at all.
pub(super) fn add_unread(error: FormatError, file: &str, report: &mut MapReport<'_>) {
    let (kind, at, words) = if let FormatError::OtherFormat {
        form,
        expected,
        remedy,
    } = error
    {
        let words = Words {
            found: form.to_owned(),
            expected: expected.to_owned(),
            remedy: remedy.replace("FILE", file),
        };
        ("other-map-format", Spot::File, words)
    } else if let FormatError::NotUtf8 { at, near } = error {
        let words = Words {
            found: format!("bytes that are not UTF-8 in \"{near}\""),
            expected: "UTF-8".to_owned(),
            remedy: "save it as UTF-8".to_owned(),
        };
        ("not-utf8", Spot::Member(at), words)
    } else {
        let words = Words {
            found: error.to_string(),
            expected: String::new(),
            remedy: "export the map again".to_owned(),
        };
        ("broken-map", Spot::File, words)
    };
    report.add((Gravity::Error, kind), at, words);
}

/// What is wrong with coordinates and features; `matches` tell what features are called.
pub(super) fn add(map: &MapSource, matches: Option<&Matches>, report: &mut MapReport<'_>) {
    if let Some(crs) = &map.crs {
        let words = Words {
            found: format!("the coordinate system {crs}"),
            expected: DEGREES.to_owned(),
            remedy: conversion("", report),
        };
        let at = Spot::Member("crs".to_owned());
        return report.add((Gravity::Error, "projected-coordinates"), at, words);
    }
    let has_areas = map.features.iter().any(|it| it.polygons.is_ok());
    for feature in &map.features {
        let name_field = matches.and_then(|it| it.name_field.or(Some(it.field)));
        let at = spot(feature, name_field);
        if feature.closed_rings > 0 {
            let words = Words {
                found: "a ring that is left open, closed here".to_owned(),
                expected: "its last position to be its first".to_owned(),
                remedy: String::new(),
            };
            report.add((Gravity::Note, "open-ring"), at.clone(), words);
        }
        if let Err(fault) = &feature.polygons {
            let (kind, words) = words(fault, (feature, has_areas), report);
            report.add(kind, at, words);
        }
    }
}

fn words(
    fault: &NoAreas,
    (feature, has_areas): (&SourceFeature, bool),
    report: &MapReport<'_>,
) -> ((Gravity, &'static str), Words) {
    let nth = feature.nth;
    let position = |[x, y]: &[f64; 2]| format!("{}, {}", number_text(*x), number_text(*y));
    match fault {
        NoAreas::Nothing => (
            (Gravity::Warning, "no-geometry"),
            Words {
                found: "no geometry, or one that encloses nothing".to_owned(),
                expected: format!("an area for feature {nth}"),
                remedy: "it is not drawn; add its shape".to_owned(),
            },
        ),
        NoAreas::OtherForm(form) if has_areas => (
            (Gravity::Warning, "no-area"),
            Words {
                found: form.clone(),
                expected: format!("a Polygon or MultiPolygon for feature {nth}"),
                remedy: "it is not drawn; give its area".to_owned(),
            },
        ),
        NoAreas::OtherForm(form) => (
            (Gravity::Error, "no-areas"),
            Words {
                found: format!("only points or lines, as {form}"),
                expected: "GeoJSON or TopoJSON with areas".to_owned(),
                remedy: "give the map of areas".to_owned(),
            },
        ),
        NoAreas::Projected(at) => (
            (Gravity::Error, "projected-coordinates"),
            Words {
                found: format!("coordinates like {}, as in metres", position(at)),
                expected: DEGREES.to_owned(),
                remedy: conversion("-s_srs EPSG:NUMBER ", report)
                    + ", with the number of the file's own system (web maps: 3857)",
            },
        ),
        NoAreas::LatitudeFirst(at) => (
            (Gravity::Error, "latitude-first"),
            Words {
                found: format!("a latitude beyond 90 degrees in {}", position(at)),
                expected: "longitude first, then latitude from -90 to 90".to_owned(),
                remedy: "exchange the two numbers of each position".to_owned(),
            },
        ),
        NoAreas::UnknownArc { arc, arcs } => (
            (Gravity::Error, "unknown-arc"),
            Words {
                found: format!("arc {arc}"),
                expected: format!("0 to {}", arcs.saturating_sub(1)),
                remedy: "export the map again".to_owned(),
            },
        ),
        NoAreas::Broken {
            at,
            expected,
            found,
        } => (
            (Gravity::Error, "broken-geometry"),
            Words {
                found: format!("{found} in {at}"),
                expected: expected.clone(),
                remedy: "export the map again".to_owned(),
            },
        ),
    }
}

/// The command that brings a map to longitude and latitude.
fn conversion(from: &str, report: &MapReport<'_>) -> String {
    format!(
        "convert it: ogr2ogr -f GeoJSON {from}-t_srs EPSG:4326 regions.geojson {}",
        report.file()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Limits, geojson::layers_from_map};

    #[track_caller]
    fn check(file: &str, expected: &[&str]) {
        let mut report = MapReport::new("m.json");
        match layers_from_map(file.as_bytes(), &Limits::SOURCE_MAP) {
            Ok(layers) => add(&layers[0], None, &mut report),
            Err(error) => add_unread(error, "m.json", &mut report),
        }
        let findings = report.findings();
        let texts: Vec<String> = findings.sorted().iter().map(ToString::to_string).collect();
        assert_eq!(texts, expected);
    }

    fn collection(geometries: &[&str]) -> String {
        let feature = |it: &&str| format!(r#"{{"geometry": {{{it}}}}}"#);
        let features: Vec<String> = geometries.iter().map(feature).collect();
        let features = features.join(",");
        format!(r#"{{"type": "FeatureCollection", "features": [{features}]}}"#)
    }

    #[test]
    fn another_format_comes_with_its_command() {
        check(
            "<kml></kml>",
            &[
                "m.json: found KML, expected GeoJSON or TopoJSON with areas; convert it: ogr2ogr \
                 -f GeoJSON -t_srs EPSG:4326 regions.geojson m.json",
            ],
        );
        check(
            "{\"type\": \"FeatureCollection\"",
            &[
                "m.json: found not JSON: EOF while parsing an object at line 1 column 28; export \
                 the map again",
            ],
        );
    }

    #[test]
    fn metres_are_said_once_and_how_often() {
        let metres = r#""type": "Polygon", "coordinates": [[[115000.5, 6e6]]]"#;
        check(
            &collection(&[metres, metres]),
            &[
                "m.json, feature 1: found coordinates like 115000.5, 6000000, as in metres, \
                 expected longitude and latitude (WGS 84) (2 times); convert it: ogr2ogr -f GeoJSON \
                 -s_srs EPSG:NUMBER -t_srs EPSG:4326 regions.geojson m.json, with the number of the \
                 file's own system (web maps: 3857)",
            ],
        );
        check(
            r#"{"type": "FeatureCollection", "crs": {"properties": {"name": "EPSG:2154"}},
            "features": []}"#,
            &[
                "m.json, crs: found the coordinate system EPSG:2154, expected longitude and latitude \
                 (WGS 84); convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 regions.geojson m.json",
            ],
        );
    }

    #[test]
    fn points_are_an_error_where_there_is_nothing_else() {
        let (point, area) = (
            r#""type": "Point", "coordinates": [1, 2]"#,
            r#""type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]"#,
        );
        check(
            &collection(&[point, point]),
            &[
                "m.json, feature 1: found only points or lines, as Point, expected GeoJSON or \
                 TopoJSON with areas (2 times); give the map of areas",
            ],
        );
        check(
            &collection(&[point, area]),
            &[
                "m.json, feature 1: found Point, expected a Polygon or MultiPolygon for feature 1; \
                 it is not drawn; give its area",
                "m.json, feature 2: found a ring that is left open, closed here, expected its last \
                 position to be its first",
            ],
        );
    }
}
