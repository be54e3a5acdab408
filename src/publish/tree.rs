//! Folders as lists of files, and the names of contents.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use crate::publish::error::SiteError;

/// Files of the site: path relative to the base, with `/`, and content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How long a cache keeps what nobody has made anew.
const KEPT_FOR: Duration = Duration::from_hours(24);

/// The path of every file below `folder`, relative to it, with `/`.
///
/// # Errors
/// When a folder cannot be read.
pub fn names_in_tree(folder: &Path) -> Result<Vec<String>, SiteError> {
    let name = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    Ok(paths_in_tree(folder)?.into_iter().map(name).collect())
}

/// The same as the system writes it.
///
/// # Errors
/// When a folder cannot be read.
pub(super) fn paths_in_tree(folder: &Path) -> Result<Vec<PathBuf>, SiteError> {
    let mut paths = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inner) = open.pop() {
        let at = folder.join(&inner);
        for entry in fs::read_dir(&at).map_err(SiteError::read(&at))? {
            let entry = entry.map_err(SiteError::read(&at))?;
            let path = inner.join(entry.file_name());
            if entry.path().is_dir() {
                open.push(path);
            } else {
                paths.push(path);
            }
        }
    }
    Ok(paths)
}

/// Every file below `folder`, by its path relative to it.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn read_tree(folder: &Path) -> Result<Files, SiteError> {
    let read = |name: String| {
        let path = folder.join(&name);
        let bytes = fs::read(&path).map_err(SiteError::read(&path))?;
        Ok((name, bytes))
    };
    names_in_tree(folder)?.into_iter().map(read).collect()
}

/// Takes away what was made in `folder`, a cache, more than a day ago.
pub(super) fn forget_old(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let made = entry.metadata().and_then(|about| about.modified()).ok();
        let age = made.and_then(|made| SystemTime::now().duration_since(made).ok());
        if age.is_some_and(|age| age > KEPT_FOR) {
            let path = entry.path();
            // What cannot be removed from a cache does no harm.
            let _ = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
        }
    }
}

/// SHA-256 (FIPS 180-4) of `bytes` in lower-case hexadecimal digits.
#[must_use]
pub fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_standard_s_example() {
        // FIPS 180-4, the one-block message "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex_sha256(b"abc"), expected);
    }
}
