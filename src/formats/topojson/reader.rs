//! Bytes to a topology.

use crate::formats::error::{Failure, FormatError};
use crate::formats::json::Keep::{self, All, Each, Members};
use crate::formats::json::{Node, Tree, parse, too_many};
use crate::formats::limits::Limits;
use crate::geo::{
    ArcIx, ArcRef, Backdrop, Feature, Grid, LonLat, Polygon, Ring, Tile, TopoArc, Topology,
};

/// The members that are looked at: all others are passed over while the file is read.
static TOPOLOGY: Keep = Members(&[
    ("type", All),
    ("transform", Members(&[("scale", All), ("translate", All)])),
    ("arcs", All),
    ("credit", All),
    (
        "objects",
        Each(&Members(&[
            ("type", All),
            ("id", All),
            ("arcs", All),
            ("geometries", GEOMETRIES),
        ])),
    ),
]);

const GEOMETRIES: Keep = Members(&[
    ("type", All),
    ("id", All),
    ("arcs", All),
    ("properties", Members(&[("tile", All)])),
]);

/// Reads a `TopoJSON` topology of regions.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found. Any bytes
/// give a topology or an error, never a panic.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, topojson::topology_from_bytes};
/// let file = br#"{
///     "type": "Topology", "arcs": [[[0, 0], [2, 0], [2, 2], [0, 0]]],
///     "objects": {"regions": {"type": "GeometryCollection", "geometries": [
///         {"type": "Polygon", "id": "n1", "arcs": [[0]]}
///     ]}}
/// }"#;
/// let topology = topology_from_bytes(file, &Limits::PAGE)?;
/// assert_eq!(topology.features()[0].id(), "n1");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn topology_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Topology, FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Topology, Failure> {
    let tree = parse(bytes, limits, &TOPOLOGY)?;
    let root = Node::root(&tree);
    if root.get("type").text()? != "Topology" {
        return Err(root.get("type").expected("\"Topology\""));
    }
    let arcs = arcs(&root, limits)?;
    let objects = root.get("objects");
    let mut rings = Rings { found: 0, limits };
    let mut features = Vec::new();
    for node in regions(&objects)?.items()? {
        features.push(feature(&node, &mut rings)?);
        too_many(&objects, "regions", limits.regions, features.len())?;
    }
    let backdrop = Backdrop {
        water: around(&objects.get("water"), &mut rings)?,
        land: around(&objects.get("land"), &mut rings)?,
    };
    let credit = root.get("credit");
    let text = credit.optional_text()?;
    let chars = text.map_or(0, |text| text.chars().count());
    too_many(&credit, "characters", limits.label_chars, chars)?;
    let topology = Topology::new(arcs, features, backdrop, text);
    topology.map_err(|error| Failure::from(FormatError::from(error)))
}

pub(super) fn arcs(root: &Node<'_>, limits: &Limits) -> Result<Vec<TopoArc>, Failure> {
    let transform = root.get("transform").present();
    let grid = transform.map(|node| {
        Ok::<_, Failure>(Grid {
            scale: pair(&node.get("scale"))?,
            translate: pair(&node.get("translate"))?,
        })
    });
    let grid = grid.transpose()?;
    let node = root.get("arcs");
    too_many(&node, "arcs", limits.arcs, node.count())?;
    let mut positions = 0;
    node.each(|arc| {
        positions += arc.count();
        too_many(&node, "positions", limits.positions, positions)?;
        let mut last = [0.0, 0.0];
        let line = arc.each(|position| {
            let [x, y] = pair(position)?;
            let Some(grid) = &grid else {
                return Ok(LonLat { lon: x, lat: y });
            };
            last = [last[0] + x, last[1] + y];
            Ok(grid.lonlat_from_steps(last))
        });
        line.map(TopoArc::new)
    })
}

/// The first two of the numbers of a position.
fn pair(node: &Node<'_>) -> Result<[f64; 2], Failure> {
    if let Tree::Array(items) = node.tree()
        && let [Tree::Number(x), Tree::Number(y), ..] = items[..]
    {
        return Ok([x, y]);
    }
    Err(node.expected("two numbers"))
}

/// The geometries of the object `regions`, else of the first other collection.
fn regions<'t>(objects: &Node<'t>) -> Result<Node<'t>, Failure> {
    let mut chosen = None;
    for (name, object) in objects.members()? {
        if name == "regions" {
            chosen = Some(object);
            break;
        }
        let collection = object.get("geometries").present().is_some();
        if chosen.is_none() && collection && name != "water" && name != "land" {
            chosen = Some(object);
        }
    }
    let Some(object) = chosen else {
        return Err(objects.expected("an object \"regions\""));
    };
    let kind = object.get("type");
    if kind.text()? != "GeometryCollection" {
        return Err(kind.expected("\"GeometryCollection\""));
    }
    Ok(object.get("geometries"))
}

fn feature(node: &Node<'_>, rings: &mut Rings<'_>) -> Result<Feature, Failure> {
    let id = node.get("id");
    let named = match id.tree() {
        Tree::Number(_) => &id.integer()?.to_string(),
        Tree::Null | Tree::Bool(_) | Tree::Text(_) | Tree::Array(_) | Tree::Object(_) => {
            id.text()?
        }
    };
    too_many(&id, "characters", rings.limits.label_chars, named.len())?;
    let tile = node.get("properties").get("tile").present();
    let tile = tile.map(|node| tile_from(&node)).transpose()?;
    Ok(Feature::new(named, rings.polygons(node)?).with_tile(tile))
}

fn tile_from(node: &Node<'_>) -> Result<Tile, Failure> {
    let place = node.each(Node::integer)?;
    if let [column, row] = place[..]
        && let (Ok(column), Ok(row)) = (u16::try_from(column), u16::try_from(row))
    {
        return Ok(Tile { column, row });
    }
    Err(node.expected("a column and a row below 65536"))
}

/// What an object draws around the regions: a geometry or a collection of them.
fn around(object: &Node<'_>, rings: &mut Rings<'_>) -> Result<Vec<Polygon>, Failure> {
    let Some(object) = object.present() else {
        return Ok(Vec::new());
    };
    let Some(geometries) = object.get("geometries").present() else {
        return rings.polygons(&object);
    };
    let mut all = Vec::new();
    for geometry in geometries.items()? {
        all.extend(rings.polygons(&geometry)?);
    }
    Ok(all)
}

/// The rings read so far.
struct Rings<'a> {
    found: usize,
    limits: &'a Limits,
}

impl Rings<'_> {
    fn polygons(&mut self, geometry: &Node<'_>) -> Result<Vec<Polygon>, Failure> {
        let (kind, arcs) = (geometry.get("type"), geometry.get("arcs"));
        match kind.text()? {
            "Polygon" => Ok(vec![self.polygon(&arcs)?]),
            "MultiPolygon" => arcs.each(|node| self.polygon(node)),
            other => Err(Failure::from(FormatError::NotRead {
                at: kind.path(),
                form: other.to_owned(),
                expected: "a Polygon or MultiPolygon",
            })),
        }
    }
    fn polygon(&mut self, node: &Node<'_>) -> Result<Polygon, Failure> {
        self.found += node.count();
        too_many(node, "rings", self.limits.rings, self.found)?;
        let rings = node.each(|ring| ring.each(arc_ref).map(Ring::new));
        rings.map(Polygon::new)
    }
}

/// An arc from its first position, or, as its number's complement, from its last.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked whole and in range"
)]
pub(super) fn arc_ref(node: &Node<'_>) -> Result<ArcRef, Failure> {
    let number = node.number()?;
    if number.fract() != 0.0 || number.abs() > 1e9 {
        return Err(node.expected("the number of an arc"));
    }
    let arc = |at: f64| ArcRef::forward(ArcIx(at as usize));
    Ok(if number < 0.0 {
        arc(-number - 1.0).turned()
    } else {
        arc(number)
    })
}
