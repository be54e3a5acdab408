//! The datasets among the published files, each checked against the list.

use crate::cube::Cube;
use crate::formats::Limits;
use crate::formats::json_stat::{Collection, Entry, collection_from_bytes, cube_from_bytes};
use crate::publish::error::SiteError;
use crate::publish::shell::INDEX;
use crate::publish::tree::{Files, hex_sha256};

/// Reads the list of datasets; every file that it names must be there and be
/// the named one, because the page refuses any other.
///
/// # Errors
/// When the list is missing or broken, or a file is not the listed one.
pub fn listed(published: &Files) -> Result<Collection, SiteError> {
    let list = published_file(published, INDEX)?;
    let list =
        collection_from_bytes(list, &Limits::PAGE).map_err(|source| broken(INDEX, source))?;
    for entry in list.entries() {
        checked(published, entry)?;
    }
    Ok(list)
}

/// Reads the dataset of an entry.
///
/// # Errors
/// When its file is missing, not the listed one, or broken.
pub fn cube_of(published: &Files, entry: &Entry) -> Result<Cube, SiteError> {
    let bytes = checked(published, entry)?;
    cube_from_bytes(bytes, &Limits::PAGE)
        .map_err(|source| broken(&beside_index(&entry.href), source))
}

fn published_file<'a>(published: &'a Files, path: &str) -> Result<&'a [u8], SiteError> {
    let missing = || SiteError::NotPublished {
        path: path.to_owned(),
    };
    published.get(path).map(Vec::as_slice).ok_or_else(missing)
}

fn broken(path: &str, source: impl std::error::Error + Send + Sync + 'static) -> SiteError {
    SiteError::Dataset {
        path: path.to_owned(),
        source: Box::new(source),
    }
}

fn checked<'a>(published: &'a Files, entry: &Entry) -> Result<&'a [u8], SiteError> {
    let path = beside_index(&entry.href);
    let bytes = published_file(published, &path)?;
    let found = hex_sha256(bytes);
    if bytes.len() != entry.bytes || found != entry.sha256 {
        return Err(SiteError::NotListed {
            path,
            expected: entry.sha256.clone(),
            found,
        });
    }
    if let Some(table) = &entry.regions_csv {
        published_file(published, &beside_index(table))?;
    }
    Ok(bytes)
}

/// The path below `public/` of a file that the list names.
#[must_use]
pub fn beside_index(href: &str) -> String {
    let folder = INDEX.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{href}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_the_listed_one_stops_the_build() {
        let list = br#"{"version":"2.0","class":"collection","link":{"item":[{"class":"dataset",
            "href":"x/x.json","label":"X","extension":{"id":"x","release":"1","bytes":2,
            "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}]}}"#;
        let mut files = Files::from([(INDEX.to_owned(), list.to_vec())]);
        let error = listed(&files).unwrap_err();
        assert!(matches!(error, SiteError::NotPublished { path } if path == "data/x/x.json"));
        files.insert("data/x/x.json".into(), b"{}".to_vec());
        let error = listed(&files).unwrap_err();
        assert!(matches!(error, SiteError::NotListed { path, .. } if path == "data/x/x.json"));
    }
}
