//! Any `TopoJSON` as a map of its publisher: every object a layer, with properties, whatever its
//! geometries are.

use crate::formats::error::{Failure, FormatError};
use crate::formats::geojson::{Areas, Features, MapSource, NoAreas, Polygons, checked_position};
use crate::formats::json::Keep::{self, All, Each, Members, Scalar};
use crate::formats::json::{Node, Tree, parse};
use crate::formats::limits::Limits;
use crate::geo::{ArcRef, LonLat, TopoArc};

use super::reader::{arc_ref, arcs};

static FILE: Keep = Members(&[
    ("type", Scalar),
    ("transform", Members(&[("scale", All), ("translate", All)])),
    ("arcs", All),
    ("objects", Each(&All)),
]);

/// The objects of a file, in order; those without geometries are passed over.
pub(in crate::formats) fn layers_from_bytes(
    bytes: &[u8],
    limits: &Limits,
) -> Result<Vec<MapSource>, Failure> {
    let tree = parse(bytes, limits, &FILE)?;
    let root = Node::root(&tree);
    let arcs = arcs(&root, limits)?;
    let mut features = Features::new(limits);
    let mut layers = Vec::new();
    for (name, object) in root.get("objects").members()? {
        let geometries = match object.get("geometries").present() {
            Some(list) => list.items()?,
            None => vec![object],
        };
        for geometry in geometries {
            let areas = Areas::new(polygons(&geometry, &arcs));
            features.add(geometry.tree(), areas)?;
        }
        layers.push(features.layer(Some(name)));
    }
    if layers.is_empty() {
        return Err(root.get("objects").expected("objects with geometries"));
    }
    Ok(layers)
}

/// The polygons of a geometry; of a collection, those of its parts that are areas.
fn polygons(geometry: &Node<'_>, arcs: &[TopoArc]) -> Result<Polygons, NoAreas> {
    let Tree::Text(form) = geometry.get("type").tree() else {
        return Err(NoAreas::Nothing);
    };
    let of = geometry.get("arcs");
    match &**form {
        "Polygon" => Ok(vec![polygon(&of, arcs)?]),
        "MultiPolygon" => items(&of)?.iter().map(|node| polygon(node, arcs)).collect(),
        "GeometryCollection" => {
            let mut all = Vec::new();
            for part in items(&geometry.get("geometries"))? {
                match polygons(&part, arcs) {
                    Ok(polygons) => all.extend(polygons),
                    Err(NoAreas::OtherForm(_) | NoAreas::Nothing) => {}
                    Err(fault) => return Err(fault),
                }
            }
            Ok(all)
        }
        _ => Err(NoAreas::OtherForm(form.clone())),
    }
}

fn polygon(rings: &Node<'_>, arcs: &[TopoArc]) -> Result<Vec<Vec<LonLat>>, NoAreas> {
    items(rings)?.iter().map(|it| ring(it, arcs)).collect()
}

/// The positions along the arcs of a ring; those where arcs meet stand once.
fn ring(node: &Node<'_>, arcs: &[TopoArc]) -> Result<Vec<LonLat>, NoAreas> {
    let mut line: Vec<LonLat> = Vec::new();
    for item in items(node)? {
        let named = arc_ref(&item).map_err(broken)?;
        let arc = named.arc().0;
        let unknown = NoAreas::UnknownArc {
            arc,
            arcs: arcs.len(),
        };
        let along = positions(named, arcs.get(arc).ok_or(unknown)?);
        let meets = usize::from(line.last().is_some_and(|last| along.first() == Some(last)));
        if line.len() + along.len() > Limits::SOURCE_MAP.positions {
            return Err(NoAreas::Broken {
                at: "a ring".to_owned(),
                expected: "fewer positions".to_owned(),
                found: "arcs named again and again".to_owned(),
            });
        }
        for at in along.into_iter().skip(meets) {
            line.push(checked_position(at.lon, at.lat)?);
        }
    }
    Ok(line)
}

fn positions(named: ArcRef, arc: &TopoArc) -> Vec<LonLat> {
    let mut along = arc.positions().to_vec();
    if named.is_reversed() {
        along.reverse();
    }
    along
}

fn items<'t>(node: &Node<'t>) -> Result<Vec<Node<'t>>, NoAreas> {
    node.items().map_err(broken)
}

/// What a reader of a part says, as the fault of its feature.
fn broken(failure: Failure) -> NoAreas {
    let error = FormatError::from(failure);
    if let FormatError::Unexpected {
        at,
        expected,
        found,
    } = error
    {
        return NoAreas::Broken {
            at,
            expected,
            found,
        };
    }
    NoAreas::Broken {
        at: "the geometry".to_owned(),
        expected: "polygons".to_owned(),
        found: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(file: &str) -> Vec<MapSource> {
        layers_from_bytes(file.as_bytes(), &Limits::SOURCE_MAP).unwrap()
    }

    #[test]
    fn every_object_is_a_layer_and_neighbours_name_the_same_arc() {
        let layers = layers(
            r#"{"type": "Topology", "arcs": [
                [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [1, 1]], [[1, 0], [2, 0], [2, 1], [1, 1]]
            ], "objects": {
                "whole": {"type": "Polygon", "arcs": [[0, 2]], "id": 7},
                "-": {"type": "GeometryCollection", "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"code": "w"}},
                    {"type": "MultiPolygon", "arcs": [[[2, -2]]], "properties": {"code": "e"}},
                    {"type": null, "properties": {"code": "x"}},
                    {"type": "Polygon", "arcs": [[0, 3]]},
                    {"type": "LineString", "arcs": [0]}
                ]}
            }}"#,
        );
        let names: Vec<_> = layers.iter().map(|it| it.name.as_deref()).collect();
        assert_eq!(names, [Some("whole"), Some("-")]);
        assert_eq!(layers[0].features[0].value(0), Some("7"));
        let regions = &layers[1].features;
        let ring = |at: usize| -> Vec<(f64, f64)> {
            let ring = &regions[at].polygons.as_ref().unwrap()[0][0];
            ring.iter().map(|at| (at.lon, at.lat)).collect()
        };
        let west = [(1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0), (1.0, 1.0)];
        assert_eq!(ring(0), west);
        let east = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)];
        assert_eq!(ring(1), east);
        let faults = regions[2..].iter().map(|it| it.polygons.clone());
        let expected = [
            NoAreas::Nothing,
            NoAreas::UnknownArc { arc: 3, arcs: 3 },
            NoAreas::OtherForm("LineString".to_owned()),
        ];
        assert!(faults.eq(expected.map(Err)));
    }

    #[test]
    fn what_has_no_objects_is_refused() {
        let error = layers_from_bytes(br#"{"type": "Topology", "arcs": []}"#, &Limits::SOURCE_MAP);
        let error = FormatError::from(error.unwrap_err()).to_string();
        assert_eq!(
            error,
            "objects: expected objects with geometries, found null"
        );
    }
}
