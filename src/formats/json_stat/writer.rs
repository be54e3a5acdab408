//! A dataset: a cube to bytes.

use serde_json::{Map, Value, json};

use super::context::UNDETERMINED;
use super::dimension_writer::dimension_value;
use super::extension_writer::extension_value;
use crate::cube::{Cube, Dimension, Label, NO_STATUS, Role, Statuses, Values};
use crate::formats::number_value;

/// Writes a cube as a JSON-stat 2.0 dataset that [`super::cube_from_bytes`] reads back as the same
/// cube. The same cube gives the same bytes.
///
/// # Examples
/// ```
/// use jangkau::formats::{Limits, json_stat::bytes_from_cube, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = open(file, &Limits::PAGE)?.into_dataset()?;
/// assert_eq!(open(&bytes_from_cube(&cube), &Limits::PAGE)?.into_dataset()?, cube);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bytes_from_cube(cube: &Cube) -> Vec<u8> {
    let dimensions = cube.dimensions();
    let mut root = Map::new();
    root.insert("version".into(), "2.0".into());
    root.insert("class".into(), "dataset".into());
    let metadata = cube.metadata();
    root.insert("label".into(), metadata.label.own().into());
    put(
        &mut root,
        "updated",
        metadata.updated.as_deref().map(Value::from),
    );
    put(&mut root, "href", metadata.href.as_deref().map(Value::from));
    put(
        &mut root,
        "source",
        metadata.source.as_ref().map(|source| source.own().into()),
    );
    let notes: Vec<&str> = metadata.notes.iter().map(Label::own).collect();
    put(&mut root, "note", (!notes.is_empty()).then(|| json!(notes)));
    root.insert(
        "id".into(),
        dimensions
            .iter()
            .map(|dimension| dimension.id().as_str())
            .collect(),
    );
    root.insert("size".into(), json!(cube.shape().sizes()));
    put(&mut root, "role", role(dimensions));
    let named = dimensions.iter().map(|dimension| {
        (
            dimension.id().as_str().to_owned(),
            dimension_value(dimension, own_lang(cube)),
        )
    });
    root.insert("dimension".into(), Value::Object(named.collect()));
    root.insert("value".into(), values(cube));
    put(&mut root, "status", statuses(cube));
    root.insert("extension".into(), extension_value(cube));
    Value::Object(root).to_string().into_bytes()
}

pub(super) fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(key.into(), value);
    }
}

/// An object; `None` where it would be empty.
pub(super) fn object(members: Map<String, Value>) -> Option<Value> {
    (!members.is_empty()).then_some(Value::Object(members))
}

/// An array; `None` where it would be empty.
pub(super) fn array(items: Vec<Value>) -> Option<Value> {
    (!items.is_empty()).then_some(Value::Array(items))
}

fn role(dimensions: &[Dimension]) -> Option<Value> {
    let mut roles = Map::new();
    for (name, role) in [
        ("time", Role::Time),
        ("geo", Role::Geo),
        ("metric", Role::Metric),
    ] {
        let of_role = dimensions
            .iter()
            .filter(|dimension| dimension.role() == role);
        let ids: Vec<&str> = of_role.map(|dimension| dimension.id().as_str()).collect();
        put(&mut roles, name, (!ids.is_empty()).then(|| json!(ids)));
    }
    object(roles)
}

pub(super) fn others(label: &Label) -> Option<Value> {
    let langs: Map<String, Value> = label
        .others()
        .map(|(lang, text)| (lang.into(), text.into()))
        .collect();
    object(langs)
}

/// A label as a text, or as texts by language where there are several.
pub(super) fn by_lang(label: &Label, own_lang: &str) -> Value {
    let Some(Value::Object(mut others)) = others(label) else {
        return label.own().into();
    };
    let mut texts = Map::new();
    texts.insert(own_lang.into(), label.own().into());
    texts.append(&mut others);
    Value::Object(texts)
}

/// The language of the file's own labels; [`UNDETERMINED`] where it is not said.
pub(super) fn own_lang(cube: &Cube) -> &str {
    cube.metadata().lang.as_deref().unwrap_or(UNDETERMINED)
}

fn values(cube: &Cube) -> Value {
    let mut list: Vec<Value> = match cube.values() {
        Values::Whole(values) => values.iter().map(|&value| value.into()).collect(),
        Values::Real(values) => values.iter().copied().map(number_value).collect(),
    };
    for &cell in cube.absent() {
        list[cell] = Value::Null;
    }
    Value::Array(list)
}

fn statuses(cube: &Cube) -> Option<Value> {
    match cube.statuses() {
        Statuses::None => None,
        Statuses::All(status) => Some(status.as_str().into()),
        Statuses::Each { list, cells } => {
            let present = cells
                .iter()
                .enumerate()
                .filter(|(_, code)| **code != NO_STATUS);
            let entry = |(cell, &code): (usize, &u8)| {
                (cell.to_string(), list[usize::from(code)].as_str().into())
            };
            Some(Value::Object(present.map(entry).collect()))
        }
    }
}
