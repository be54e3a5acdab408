//! A dataset: bytes to a cube.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::dimension::{at, dimension_from};
use super::limits::{Context, UNDETERMINED};
use super::text::too_many;
use super::tree::{Node, Tree};
use super::value::{RawStatus, RawValues, statuses_from_raw, values_from_raw};
use super::{JsonStatError, Limits};
use crate::cube::{Cube, CubeError, Dimension, Metadata, Role, Shape};

/// A document with its two large members apart.
#[derive(Debug, Default)]
struct RawDataset {
    value: RawValues,
    status: RawStatus,
    rest: Tree,
}

struct DatasetVisitor;

impl<'de> Deserialize<'de> for RawDataset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DatasetVisitor)
    }
}

impl<'de> Visitor<'de> for DatasetVisitor {
    type Value = RawDataset;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON-stat 2.0 dataset")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawDataset, A::Error> {
        let mut raw = RawDataset::default();
        let mut rest = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => raw.value = map.next_value()?,
                "status" => raw.status = map.next_value()?,
                _ => rest.push((key, map.next_value()?)),
            }
        }
        raw.rest = Tree::Object(rest);
        Ok(raw)
    }
}

/// Reads a JSON-stat 2.0 dataset. Numbers of at most 15 digits are taken exactly; of longer ones the
/// last digit may differ.
///
/// # Errors
/// [`JsonStatError`], naming the place in the file, what was expected and what was found. Any
/// bytes give a cube or an error, never a panic.
pub fn cube_from_bytes(bytes: &[u8], limits: &Limits) -> Result<Cube, JsonStatError> {
    let raw: RawDataset = parse(bytes, limits)?;
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
    let sizes = root.get("size").items()?;
    let sizes: Vec<usize> = sizes.iter().map(Node::whole).collect::<Result<_, _>>()?;
    let groupings = ids.iter().map(|id| {
        let dimension = root.get("dimension").get(id);
        dimension.get("extension").get("groupings").count()
    });
    too_many(
        &root.get("dimension"),
        "groupings",
        limits.groupings,
        groupings.sum(),
    )?;
    too_many(
        &root.get("size"),
        "categories",
        limits.categories,
        sizes.iter().fold(0, |a, &b| a.saturating_add(b)),
    )?;
    let cells = Shape::new(sizes.clone(), limits.cells)
        .map_err(at(&root.get("size")))?
        .cells();
    let lang = root
        .get("extension")
        .get("lang")
        .given()
        .map_or(Ok(UNDETERMINED), |node| node.text())?;
    let context = Context { limits, lang };
    let dimensions = ids.iter().zip(sizes).map(|(id, size)| {
        let node = root.get("dimension").get(id);
        dimension_from(&node, id, (role_of(&root, id)?, size), &context)
    });
    let dimensions: Vec<_> = dimensions.collect::<Result<_, JsonStatError>>()?;
    let groups = dimensions
        .iter()
        .flat_map(Dimension::groupings)
        .map(|grouping| grouping.groups().len());
    too_many(
        &root.get("dimension"),
        "groups",
        limits.categories,
        groups.sum(),
    )?;
    let (values, absent) = values_from_raw(raw.value, cells)?;
    let statuses = statuses_from_raw(raw.status, cells)?;
    let wrong = |source: CubeError| JsonStatError::Cube {
        at: "the file".to_owned(),
        source,
    };
    let cube =
        Cube::new(dimensions, values, (absent, statuses), Metadata::default()).map_err(wrong)?;
    let metadata = super::extension::metadata_from(&root, &cube, &context)?;
    cube.with_metadata(metadata).map_err(wrong)
}

/// Bytes to a document, within the limits of size and nesting.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(
    bytes: &[u8],
    limits: &Limits,
) -> Result<T, JsonStatError> {
    if bytes.len() > limits.bytes {
        return Err(JsonStatError::TooLarge {
            limit: limits.bytes,
            found: bytes.len(),
        });
    }
    check_nesting(bytes, limits.nesting)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| JsonStatError::Syntax {
        message: error.to_string(),
    })
}

fn check_nesting(bytes: &[u8], limit: usize) -> Result<(), JsonStatError> {
    let (mut depth, mut text, mut escaped) = (0_usize, false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if text => escaped = true,
            b'"' => text = !text,
            b'[' | b'{' if !text => depth += 1,
            b']' | b'}' if !text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limit {
            return Err(JsonStatError::TooDeep { limit, at });
        }
    }
    Ok(())
}

fn check_form(root: &Node<'_>) -> Result<(), JsonStatError> {
    let refuse = |node: Node<'_>, form: &str| {
        Err(JsonStatError::NotRead {
            at: node.path(),
            form: form.to_owned(),
        })
    };
    let class = root.get("class");
    let named = class.clone().given().map(|node| node.text()).transpose()?;
    if root.get("dataset").given().is_some() {
        return refuse(root.get("dataset"), "a bundle of before JSON-stat 2.0");
    }
    if root
        .get("dimension")
        .get("id")
        .given()
        .is_some_and(|node| node.texts().is_ok())
    {
        return refuse(
            root.get("dimension").get("id"),
            "a form of before JSON-stat 2.0",
        );
    }
    match named {
        Some("dataset") => {}
        Some("collection") => return refuse(class, "a collection"),
        Some("dimension") => return refuse(class, "a dimension alone"),
        _ => return Err(class.expected("\"dataset\"")),
    }
    let version = root.get("version");
    match version
        .clone()
        .given()
        .map(|node| node.text())
        .transpose()?
    {
        Some(number) if number.starts_with("2.") => Ok(()),
        _ => Err(version.expected("\"2.0\"")),
    }
}

fn role_of(root: &Node<'_>, id: &str) -> Result<Role, JsonStatError> {
    for (name, role) in [
        ("time", Role::Time),
        ("geo", Role::Geo),
        ("metric", Role::Metric),
    ] {
        if root.get("role").get(name).texts()?.contains(&id) {
            return Ok(role);
        }
    }
    Ok(Role::Classification)
}
