//! The site's list of datasets, with this one put in its place.

use std::fs;
use std::path::Path;

use crate::boundaries;
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{
    Entry, Listed, Withdrawn, bytes_from_collection, collection_from_bytes,
};
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

/// What the list names so far, and what was withdrawn; nothing where there is no list.
pub(super) fn listed(path: &Path) -> Result<(Vec<Entry>, Vec<Withdrawn>), ModelError> {
    match fs::read(path) {
        Ok(bytes) => {
            let list = collection_from_bytes(&bytes, &Limits::PAGE)?;
            Ok((list.entries().to_vec(), list.withdrawn().to_vec()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Default::default()),
        Err(error) => Err(ModelError::Read {
            path: path.to_owned(),
            error,
        }),
    }
}

/// The list with one release put in its place, or after the others.
pub(super) fn list((known, withdrawn): &(Vec<Entry>, Vec<Withdrawn>), entry: Entry) -> Vec<u8> {
    let mut entries = known.clone();
    let same = |it: &Entry| it.id == entry.id && it.release == entry.release;
    match entries.iter().position(same) {
        Some(at) => entries[at] = entry,
        None => entries.push(entry),
    }
    bytes_from_collection(&entries, withdrawn)
}
