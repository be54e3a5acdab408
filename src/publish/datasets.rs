//! The datasets among the published files, each checked against the list.

use crate::cube::Cube;
use crate::formats::json_stat::{Collection, Entry};
use crate::formats::{Limits, Opened, open};
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
    let list = open(list, &Limits::PAGE).and_then(Opened::into_collection);
    let list = list.map_err(|source| broken(INDEX, source))?;
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
    let cube = open(bytes, &Limits::PAGE).and_then(Opened::into_dataset);
    cube.map_err(|source| broken(&beside_index(&entry.href), source))
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

/// The dataset of an entry; every other file that the entry names must be there, too.
fn checked<'a>(published: &'a Files, entry: &Entry) -> Result<&'a [u8], SiteError> {
    if let Some(table) = &entry.regions_csv {
        published_file(published, &beside_index(table))?;
    }
    for file in entry.boundaries.iter().chain(&entry.facts) {
        the_listed(published, &file.href, (&file.sha256, file.bytes))?;
    }
    the_listed(published, &entry.href, (&entry.sha256, entry.bytes))
}

/// The file at a path beside the list, of a hash and a size.
fn the_listed<'a>(
    published: &'a Files,
    href: &str,
    (sha256, size): (&str, usize),
) -> Result<&'a [u8], SiteError> {
    let path = beside_index(href);
    let bytes = published_file(published, &path)?;
    let found = hex_sha256(bytes);
    if bytes.len() != size || found != sha256 {
        return Err(SiteError::NotListed {
            path,
            expected: sha256.to_owned(),
            found,
        });
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

    #[test]
    fn boundaries_that_are_not_the_listed_ones_stop_the_build() {
        let hash = hex_sha256(b"{}");
        let list = format!(
            r#"{{"version":"2.0","class":"collection","link":{{"item":[{{"class":"dataset",
            "href":"x.json","extension":{{"id":"x","release":"1","bytes":2,"sha256":"{hash}",
            "boundaries":{{"href":"x.topo.json","bytes":2,"sha256":"{hash}"}}}}}}]}}}}"#
        );
        let mut files = Files::from([
            (INDEX.to_owned(), list.into_bytes()),
            ("data/x.json".to_owned(), b"{}".to_vec()),
            ("data/x.topo.json".to_owned(), b"[]".to_vec()),
        ]);
        let error = listed(&files).unwrap_err();
        assert!(matches!(error, SiteError::NotListed { path, .. } if path == "data/x.topo.json"));
        files.insert("data/x.topo.json".into(), b"{}".to_vec());
        assert!(listed(&files).is_ok());
    }
}
