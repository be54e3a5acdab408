//! A dataset: bytes to a cube.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::context::{Context, UNDETERMINED};
use super::declared::declared;
use super::dimension::{at, dimension_from};
use super::kept::DATASET;
use super::value::{RawStatus, RawValues, statuses_from_raw, values_from_raw};
use crate::cube::{Cube, Metadata, Role, Shape, infer_roles};
use crate::formats::error::{Failure, FormatError};
use crate::formats::json::{
    Keep, Node, Part, Tree, parse_as, refuse, refuse_twice, refused, too_many,
};
use crate::formats::limits::Limits;

/// A document with its two large members apart.
#[derive(Debug, Default)]
struct RawDataset {
    value: RawValues,
    status: RawStatus,
    rest: Tree,
}

/// Reads a [`RawDataset`].
struct DatasetSeed;

impl<'de> DeserializeSeed<'de> for DatasetSeed {
    type Value = RawDataset;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawDataset, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DatasetSeed {
    type Value = RawDataset;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON-stat 2.0 dataset")
    }
    refuse!(visit_bool: bool, visit_u64: u64, visit_i64: i64, visit_f64: f64, visit_str: &str);
    fn visit_unit<E: Error>(self) -> Result<RawDataset, E> {
        Err(refused(&self, &Tree::Null))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawDataset, A::Error> {
        Err(refused(&self, &Part(&Keep::Scalar).visit_seq(seq)?))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawDataset, A::Error> {
        let mut raw = RawDataset::default();
        let mut rest = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let again = rest.iter().any(|(known, _)| *known == key);
            match key.as_str() {
                "value" if !again => raw.value = map.next_value()?,
                "status" if !again => raw.status = map.next_value()?,
                _ => {
                    Part(&DATASET).read_member(key, &mut map, &mut rest)?;
                    continue;
                }
            }
            // Its key, so that a second one is refused.
            rest.push((key, Tree::Null));
        }
        raw.rest = Tree::Object(rest);
        Ok(raw)
    }
}

/// Reads a JSON-stat 2.0 dataset. Numbers of at most 15 digits are taken exactly; of longer ones the
/// last digit may differ.
///
/// # Errors
/// [`FormatError`], naming the place in the file, what was expected and what was found. Any
/// bytes give a cube or an error, never a panic.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::cube_from_bytes};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = cube_from_bytes(file, &Limits::PAGE)?;
/// assert_eq!(cube.values().get(0), 12.5);
///
/// let error = cube_from_bytes(br#"{"class": "dataset", "version": "1.3"}"#, &Limits::PAGE);
/// assert_eq!(error.unwrap_err().to_string(), "version: expected \"2.0\", found \"1.3\"");
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
pub fn cube_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Cube, FormatError> {
    read(bytes, limits).map_err(FormatError::from)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Cube, Failure> {
    let raw = parse_as(DatasetSeed, bytes, limits)?;
    refuse_twice(&raw.rest)?;
    let root = Node::root(&raw.rest);
    check_form(&root)?;
    let ids = root.get("id").texts()?;
    too_many(&root.get("id"), "dimensions", limits.dimensions, ids.len())?;
    if ids.is_empty() {
        return Err(root.get("id").expected("an array of dimension ids"));
    }
    if root.get("size").count() != ids.len() {
        let expected = format!("{} sizes, one a dimension", ids.len());
        return Err(root.get("size").expected(&expected));
    }
    let sizes = root.get("size").each(Node::integer)?;
    let (mut groupings, mut categories) = (0, 0_usize);
    for (id, &size) in ids.iter().zip(&sizes) {
        let extension = root.get("dimension").get(id).get("extension");
        groupings += extension.get("groupings").count();
        categories = categories.saturating_add(size);
    }
    let place = root.get("dimension");
    too_many(&place, "groupings", limits.groupings, groupings)?;
    let place = root.get("size");
    too_many(&place, "categories", limits.categories, categories)?;
    let cells = Shape::new(sizes.clone(), limits.cells)
        .map_err(at(&root.get("size")))?
        .cells();
    let lang = root.get("extension").get("lang").optional_text()?;
    let lang = lang.unwrap_or(UNDETERMINED);
    let context = Context { limits, lang };
    let (mut dimensions, mut roles, mut groups) = (Vec::new(), Vec::new(), 0);
    for (id, size) in ids.into_iter().zip(sizes) {
        let node = root.get("dimension").get(id);
        let role = role_of(&root, id)?;
        roles.push(role);
        let role = role.unwrap_or(Role::Classification);
        let dimension = dimension_from(&node, id, (role, size), &context)?;
        let dimension = declared(&root, &node, id, dimension)?;
        for grouping in dimension.groupings() {
            groups += grouping.groups().len();
        }
        dimensions.push(dimension);
    }
    let place = root.get("dimension");
    too_many(&place, "groups", limits.categories, groups)?;
    let roles = infer_roles(&dimensions, &roles);
    let dimensions = dimensions.into_iter().zip(roles);
    let dimensions = dimensions
        .map(|(dimension, role)| dimension.with_role(role))
        .collect();
    let (values, absent) = values_from_raw(raw.value, cells)?;
    let statuses = statuses_from_raw(raw.status, cells)?;
    let gaps = (absent, statuses);
    let cube = Cube::new(dimensions, values, gaps, Metadata::default()).map_err(at(&root))?;
    let metadata = super::extension::metadata_from(&root, &cube, &context)?;
    cube.with_metadata(metadata).map_err(at(&root))
}

fn check_form(root: &Node<'_>) -> Result<(), Failure> {
    let class = root.get("class");
    let named = class.optional_text()?;
    let bundle = root.get("dataset");
    if bundle.present().is_some() {
        return Err(not_read(&bundle, "a bundle of before JSON-stat 2.0"));
    }
    let ids = root.get("dimension").get("id");
    if ids.present().is_some_and(|node| node.texts().is_ok()) {
        return Err(not_read(&ids, "a form of before JSON-stat 2.0"));
    }
    match named {
        Some("dataset") => {}
        Some("collection") => return Err(not_read(&class, "a collection")),
        Some("dimension") => return Err(not_read(&class, "a dimension alone")),
        _ => return Err(class.expected("\"dataset\"")),
    }
    let version = root.get("version");
    match version.optional_text()? {
        Some(number) if number.starts_with("2.") => Ok(()),
        _ => Err(version.expected("\"2.0\"")),
    }
}

#[cold]
#[inline(never)]
fn not_read(node: &Node<'_>, form: &str) -> Failure {
    Failure::from(FormatError::NotRead {
        at: node.path(),
        form: form.to_owned(),
        expected: "a JSON-stat 2.0 dataset",
    })
}

/// The role that the file gives a dimension.
fn role_of(root: &Node<'_>, id: &str) -> Result<Option<Role>, Failure> {
    for (name, role) in [
        ("time", Role::Time),
        ("geo", Role::Geo),
        ("metric", Role::Metric),
    ] {
        if root.get("role").get(name).texts()?.contains(&id) {
            return Ok(Some(role));
        }
    }
    Ok(None)
}
