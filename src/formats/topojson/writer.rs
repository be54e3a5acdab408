//! A topology to bytes.

use serde_json::{Map, Value, json};

use crate::formats::number_value;
use crate::geo::{ArcRef, Feature, Grid, Polygon, TopoArc, Topology};

/// Writes a topology as quantized `TopoJSON` that [`super::topology_from_bytes`] reads back as the
/// same topology, provided that its positions are points of the grid. The same topology gives the
/// same bytes.
///
/// # Examples
/// ```
/// use jangkau::formats::topojson::bytes_from_topology;
/// use jangkau::formats::{Limits, open};
/// use jangkau::geo::Grid;
/// let file = br#"{
///     "type": "Topology", "arcs": [[[0, 0], [2, 0], [2, 2], [0, 0]]],
///     "objects": {"regions": {"type": "GeometryCollection", "geometries": [
///         {"type": "Polygon", "id": "n1", "arcs": [[0]]}
///     ]}}
/// }"#;
/// let topology = open(file, &Limits::PAGE)?.into_topology()?;
/// let grid = Grid { scale: [0.5, 0.5], translate: [0.0, 0.0] };
/// let bytes = bytes_from_topology(&topology, &grid);
/// assert_eq!(open(&bytes, &Limits::PAGE)?.into_topology()?, topology);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bytes_from_topology(topology: &Topology, grid: &Grid) -> Vec<u8> {
    let mut root = Map::new();
    root.insert("type".into(), "Topology".into());
    if let Some(credit) = topology.credit() {
        root.insert("credit".into(), credit.into());
    }
    let transform = json!({ "scale": grid.scale, "translate": grid.translate });
    root.insert("transform".into(), transform);
    let mut objects = Map::new();
    let regions: Vec<Value> = topology.features().iter().map(feature).collect();
    objects.insert("regions".into(), collection(&regions));
    for (name, polygons) in [("water", topology.water()), ("land", topology.land())] {
        if !polygons.is_empty() {
            objects.insert(name.into(), collection(&[geometry(polygons).into()]));
        }
    }
    root.insert("objects".into(), objects.into());
    let arcs: Vec<Value> = topology.arcs().iter().map(|arc| steps(arc, grid)).collect();
    root.insert("arcs".into(), arcs.into());
    let mut text = Value::Object(root).to_string();
    text.push('\n');
    text.into_bytes()
}

fn collection(geometries: &[Value]) -> Value {
    json!({ "type": "GeometryCollection", "geometries": geometries })
}

fn feature(feature: &Feature) -> Value {
    let mut all = geometry(feature.polygons());
    all.insert("id".into(), feature.id().into());
    if let Some(tile) = feature.tile() {
        all.insert(
            "properties".into(),
            json!({ "tile": [tile.column, tile.row] }),
        );
    }
    all.into()
}

fn geometry(polygons: &[Polygon]) -> Map<String, Value> {
    let (kind, arcs) = match polygons {
        [one] => ("Polygon", polygon(one)),
        several => ("MultiPolygon", several.iter().map(polygon).collect()),
    };
    let mut all = Map::new();
    all.insert("type".into(), kind.into());
    all.insert("arcs".into(), arcs);
    all
}

fn polygon(polygon: &Polygon) -> Value {
    let rings = polygon.rings().iter();
    rings
        .map(|ring| ring.arcs().iter().copied().map(number).collect::<Value>())
        .collect()
}

fn number(arc: ArcRef) -> Value {
    let at = i64::try_from(arc.arc().0).unwrap_or(i64::MAX);
    (if arc.is_reversed() { !at } else { at }).into()
}

/// The first point of the grid, then the steps from each to the next.
fn steps(arc: &TopoArc, grid: &Grid) -> Value {
    let mut last = [0.0, 0.0];
    let steps = arc.positions().iter().map(|&position| {
        let [x, y] = grid.steps_from_lonlat(position);
        let step = [x - last[0], y - last[1]].map(number_value);
        last = [x, y];
        json!(step)
    });
    steps.collect()
}
