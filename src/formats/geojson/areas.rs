//! Coordinates as areas, and what is odd about them.

use crate::formats::json::Tree;
use crate::geo::LonLat;

use super::features::member;
use super::{NoAreas, Polygons};

/// Degrees either way that a longitude may have: a map across the antimeridian runs on past 180.
const LONGITUDE: f64 = 360.0;
const LATITUDE: f64 = 90.0;

/// The areas of a feature, and how much there was to read.
#[derive(Debug)]
pub(in crate::formats) struct Areas {
    pub(in crate::formats) polygons: Result<Polygons, NoAreas>,
    pub(in crate::formats) closed_rings: usize,
    pub(in crate::formats) rings: usize,
    pub(in crate::formats) positions: usize,
}

impl Areas {
    /// The polygons, with every ring closed; rings that enclose nothing are left out.
    pub(in crate::formats) fn new(polygons: Result<Polygons, NoAreas>) -> Self {
        let (mut closed_rings, mut rings, mut positions) = (0, 0, 0);
        let polygons = polygons.and_then(|mut polygons| {
            for ring in polygons.iter_mut().flatten() {
                rings += 1;
                positions += ring.len();
                if ring.len() > 2 && ring.first() != ring.last() {
                    ring.extend(ring.first().copied());
                    closed_rings += 1;
                }
            }
            polygons.retain_mut(|rings| {
                let outer = rings.first().is_some_and(|ring| is_ring(ring));
                rings.retain(|ring| is_ring(ring));
                outer
            });
            let is_empty = polygons.is_empty();
            if is_empty {
                Err(NoAreas::Nothing)
            } else {
                Ok(polygons)
            }
        });
        Self {
            polygons,
            closed_rings,
            rings,
            positions,
        }
    }
    /// The areas of a `GeoJSON` geometry.
    pub(super) fn of_geometry(geometry: Option<&Tree>) -> Self {
        Self::new(polygons(geometry.unwrap_or(&Tree::Null)))
    }
}

fn is_ring(ring: &[LonLat]) -> bool {
    ring.len() > 3
}

/// The polygons of a geometry; of a collection, those of its parts that are areas.
fn polygons(geometry: &Tree) -> Result<Polygons, NoAreas> {
    let Tree::Text(form) = member(geometry, "type").unwrap_or(&Tree::Null) else {
        if let Tree::Null = geometry {
            return Err(NoAreas::Nothing);
        }
        return Err(broken("geometry", "a geometry with its type", geometry));
    };
    let coordinates = member(geometry, "coordinates").unwrap_or(&Tree::Null);
    match &**form {
        "Polygon" => {
            if let Tree::Null = coordinates {
                return Err(NoAreas::Nothing);
            }
            Ok(vec![polygon(coordinates)?])
        }
        "MultiPolygon" => items(coordinates)?.iter().map(polygon).collect(),
        "GeometryCollection" => {
            let parts = member(geometry, "geometries").unwrap_or(&Tree::Null);
            let (mut all, mut other) = (Vec::new(), None);
            for part in items(parts)? {
                match polygons(part) {
                    Ok(polygons) => all.extend(polygons),
                    Err(NoAreas::OtherForm(form)) => other = other.or(Some(form)),
                    Err(NoAreas::Nothing) => {}
                    Err(fault) => return Err(fault),
                }
            }
            match other {
                Some(form) if all.is_empty() => Err(NoAreas::OtherForm(form)),
                _ => Ok(all),
            }
        }
        _ => Err(NoAreas::OtherForm(form.clone())),
    }
}

fn polygon(rings: &Tree) -> Result<Vec<Vec<LonLat>>, NoAreas> {
    let ring = |ring: &Tree| items(ring)?.iter().map(position).collect();
    items(rings)?.iter().map(ring).collect()
}

/// The first two numbers of a position; a height is set aside.
fn position(tree: &Tree) -> Result<LonLat, NoAreas> {
    match items(tree)? {
        [Tree::Number(lon), Tree::Number(lat), ..] => checked_position(*lon, *lat),
        _ => Err(broken("geometry.coordinates", "two numbers", tree)),
    }
}

/// Degrees on the globe, or what else the two numbers are.
pub(in crate::formats) fn checked_position(lon: f64, lat: f64) -> Result<LonLat, NoAreas> {
    if lon.abs() <= LONGITUDE && lat.abs() <= LATITUDE {
        return Ok(LonLat { lon, lat });
    }
    if lon.abs() <= LATITUDE && lat.abs() <= LONGITUDE {
        return Err(NoAreas::LatitudeFirst([lon, lat]));
    }
    Err(NoAreas::Projected([lon, lat]))
}

fn items(tree: &Tree) -> Result<&[Tree], NoAreas> {
    match tree {
        Tree::Array(items) => Ok(items),
        Tree::Null => Ok(&[]),
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
            Err(broken("geometry.coordinates", "an array", tree))
        }
    }
}

fn broken(at: &str, expected: &str, found: &Tree) -> NoAreas {
    NoAreas::Broken {
        at: at.to_owned(),
        expected: expected.to_owned(),
        found: found.kind(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(geometry: &str) -> Areas {
        Areas::of_geometry(Some(&serde_json::from_str(geometry).unwrap()))
    }

    /// Positions of each ring of each polygon.
    #[track_caller]
    fn check(geometry: &str, expected: &[&[usize]]) {
        let polygons = areas(geometry).polygons.unwrap();
        let found = polygons.iter().map(|rings| rings.iter().map(Vec::len));
        let found: Vec<Vec<usize>> = found.map(Iterator::collect).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_refused(geometry: &str, expected: &NoAreas) {
        assert_eq!(areas(geometry).polygons.as_ref(), Err(expected));
    }

    const RING: &str = "[[0, 0, 12.5], [1, 0, 12.5], [1, 1, 12.5], [0, 0, 12.5]]";

    #[test]
    fn areas_are_read_out_of_every_form_that_holds_some() {
        let polygon = format!(r#"{{"type": "Polygon", "coordinates": [{RING}, []]}}"#);
        check(&polygon, &[&[4]]);
        let two =
            format!(r#"{{"coordinates": [[{RING}], [{RING}, {RING}]], "type": "MultiPolygon"}}"#);
        check(&two, &[&[4], &[4, 4]]);
        let point = r#"{"type": "Point", "coordinates": [1, 2]}"#;
        let mixed =
            format!(r#"{{"type": "GeometryCollection", "geometries": [{point}, {polygon}]}}"#);
        check(&mixed, &[&[4]]);
    }

    #[test]
    fn an_open_ring_is_closed_and_counted() {
        let open = areas(r#"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}"#);
        assert_eq!((open.closed_rings, open.rings, open.positions), (1, 1, 3));
        let ring = &open.polygons.unwrap()[0][0];
        assert_eq!((ring.len(), ring[3]), (4, ring[0]));
    }

    #[test]
    fn what_is_no_area_is_told_from_what_is_none_yet() {
        for empty in [
            "null",
            r#"{"type": "Polygon", "coordinates": []}"#,
            r#"{"type": "Polygon"}"#,
            r#"{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 1]]]]}"#,
            r#"{"type": "GeometryCollection", "geometries": []}"#,
        ] {
            check_refused(empty, &NoAreas::Nothing);
        }
        let line = r#"{"type": "LineString", "coordinates": [[0, 0], [1, 1]]}"#;
        check_refused(line, &NoAreas::OtherForm("LineString".to_owned()));
    }

    #[test]
    fn other_coordinates_than_longitude_and_latitude_are_told_apart() {
        let at = |x: f64, y: f64| {
            format!(r#"{{"type": "Polygon", "coordinates": [[[{x}, {y}], [0, 0], [1, 1]]]}}"#)
        };
        check_refused(&at(1.2e6, 6e6), &NoAreas::Projected([1.2e6, 6e6]));
        check_refused(&at(10.5, 102.4), &NoAreas::LatitudeFirst([10.5, 102.4]));
        check_refused(&at(100.0, 102.4), &NoAreas::Projected([100.0, 102.4]));
        check(&at(181.6, -17.0), &[&[4]]);
    }

    #[test]
    fn broken_coordinates_are_named() {
        let text = r#"{"type": "Polygon", "coordinates": [[["0", "1"]]]}"#;
        let fault = |expected: &str, found: &str| NoAreas::Broken {
            at: "geometry.coordinates".to_owned(),
            expected: expected.to_owned(),
            found: found.to_owned(),
        };
        check_refused(text, &fault("two numbers", "an array of 2"));
        let flat = r#"{"type": "Polygon", "coordinates": [[0, 1]]}"#;
        check_refused(flat, &fault("an array", "0"));
    }
}
