//! The site's list of datasets, with this one put in its place.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::boundaries;
use jangkau::cube::{EverydayName, Label};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{Entry, Listed, collection_from_bytes};
use jangkau::publish::tree::hex_sha256;

use super::{ModelError, texts};

/// The file of the list.
pub(super) const LIST: &str = "index.json";

/// The boundaries, where they stand beside the dataset.
pub(super) fn listed_boundaries(out_public_data: &Path) -> Result<Option<Listed>, ModelError> {
    let href = format!("{}/{}", texts::ID, boundaries::FILE);
    let path = out_public_data.join(&href);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(file(href, &bytes))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ModelError::Read { path, error }),
    }
}

/// What the list says of a file.
pub(super) fn file(href: String, bytes: &[u8]) -> Listed {
    Listed {
        href,
        sha256: hex_sha256(bytes),
        bytes: bytes.len(),
    }
}

/// What the list names so far; nothing where there is no list.
pub(super) fn listed(path: &Path) -> Result<Vec<Entry>, ModelError> {
    match fs::read(path) {
        Ok(bytes) => Ok(collection_from_bytes(&bytes, &Limits::PAGE)?
            .entries()
            .to_vec()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(ModelError::Read {
            path: path.to_owned(),
            error,
        }),
    }
}

/// The list with one release put in its place, or after the others.
pub(super) fn list(known: &[Entry], entry: Entry) -> Vec<u8> {
    let mut entries = known.to_vec();
    let same = |it: &Entry| it.id == entry.id && it.release == entry.release;
    match entries.iter().position(same) {
        Some(at) => entries[at] = entry,
        None => entries.push(entry),
    }
    let items: Vec<Value> = entries.iter().map(item).collect();
    let list = json!({
        "version": "2.0",
        "class": "collection",
        "label": "Jangkau",
        "link": { "item": items },
    });
    let mut text = format!("{list:#}");
    text.push('\n');
    text.into_bytes()
}

/// Lists of names by axis and code.
fn by_place(names: &[EverydayName]) -> Value {
    let mut by_axis = json!({});
    for EverydayName { axis, code, name } in names {
        let of_place = &mut by_axis[axis.as_str()][code.as_str()];
        match of_place.as_array_mut() {
            Some(list) => list.push((**name).into()),
            None => *of_place = json!([name]),
        }
    }
    by_axis
}

fn item(entry: &Entry) -> Value {
    let mut extension = Map::new();
    extension.insert("id".into(), (*entry.id).into());
    extension.insert("release".into(), (*entry.release).into());
    extension.insert("sha256".into(), (*entry.sha256).into());
    extension.insert("bytes".into(), entry.bytes.into());
    if let Some(path) = &entry.regions_csv {
        extension.insert("regions_csv".into(), (**path).into());
    }
    for (name, file) in [("boundaries", &entry.boundaries), ("facts", &entry.facts)] {
        if let Some(file) = file {
            let listed = json!({ "href": file.href, "sha256": file.sha256, "bytes": file.bytes });
            extension.insert(name.into(), listed);
        }
    }
    let others: Map<String, Value> = Label::others(&entry.label)
        .map(|(lang, text)| (lang.to_owned(), text.into()))
        .collect();
    if !others.is_empty() {
        extension.insert("labels".into(), others.into());
    }
    if !entry.everyday_names.is_empty() {
        extension.insert("everyday_names".into(), by_place(&entry.everyday_names));
    }
    json!({
        "class": "dataset",
        "href": entry.href,
        "label": entry.label.own(),
        "extension": extension,
    })
}
