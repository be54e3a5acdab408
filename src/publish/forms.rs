//! A file of the site as it stands in the folder: plain, and compressed beside.

use std::fs;
use std::path::Path;

use crate::publish::compress::{Coding, Compressor};
use crate::publish::error::SiteError;
use crate::publish::request::{UNKNOWN_TYPE, media_type};
use crate::publish::written::Written;

/// The names that the forms of a file may have, with no lengths yet.
pub(super) fn every_form(path: &str) -> Vec<(String, u64)> {
    let codings = Coding::ALL.map(|coding| (format!("{path}{}", coding.ending()), 0));
    [(path.to_owned(), 0)].into_iter().chain(codings).collect()
}

/// Whether every form is there, as long as it was written.
pub(super) fn are_there(folder: &Path, written: &Written) -> bool {
    written.lengths.iter().all(|(path, length)| {
        fs::metadata(folder.join(path)).is_ok_and(|about| about.len() == *length)
    })
}

/// Writes every form that is worth it, and gives the length of each in bytes.
pub(super) fn write_forms(
    folder: &Path,
    path: &str,
    (bytes, hash): (&[u8], &str),
    compressor: &Compressor,
) -> Result<Vec<(String, u64)>, SiteError> {
    let target = folder.join(path);
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).map_err(SiteError::write(parent))?;
    }
    fs::write(&target, bytes).map_err(SiteError::write(&target))?;
    let mut lengths = vec![(path.to_owned(), bytes.len() as u64)];
    // What no browser asks for, such as a host's settings, stays as it is, and so does what is compressed.
    let is_packed = !matches!(media_type(path), UNKNOWN_TYPE | "image/png");
    for coding in Coding::ALL.into_iter().filter(|_| is_packed) {
        let name = format!("{path}{}", coding.ending());
        let beside = folder.join(&name);
        match compressor.compress(bytes, hash, coding)? {
            Some(packed) => {
                fs::write(&beside, &packed).map_err(SiteError::write(&beside))?;
                lengths.push((name, packed.len() as u64));
            }
            None => remove_if_there(&beside)?,
        }
    }
    Ok(lengths)
}

pub(super) fn remove_if_there(path: &Path) -> Result<(), SiteError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(SiteError::write(path)(error))
        }
        _ => Ok(()),
    }
}
