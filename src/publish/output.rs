//! The folder that is written: only what changed, and never over or beside
//! files that are not ours.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use crate::publish::compress::Compressor;
use crate::publish::error::SiteError;
use crate::publish::forms::{are_there, every_form, remove_if_there, write_forms};
use crate::publish::tree::{Files, hex_sha256};
use crate::publish::written::{Written, read_list, write_list};

/// How much of a folder had to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Files of the site, without their compressed forms.
    pub files: usize,
    /// Those that were new or had changed.
    pub written: usize,
    /// Those of an earlier build that were taken away.
    pub removed: usize,
}

/// Makes `folder` hold exactly `files` and their compressed forms.
///
/// # Errors
/// When the folder holds files of someone else, or cannot be written.
pub fn write_site(
    folder: &Path,
    files: &Files,
    compressor: &Compressor,
) -> Result<Tally, SiteError> {
    let before = read_list(folder)?;
    fs::create_dir_all(folder).map_err(SiteError::write(folder))?;
    // Named before they are written, so that a build that is cut short can be
    // followed by another.
    let mut named = before.clone();
    for path in files.keys() {
        let unfinished = Written {
            hash: String::new(),
            quality: 0,
            lengths: every_form(path),
        };
        named.entry(path.clone()).or_insert(unfinished);
    }
    write_list(folder, &named)?;

    let entries: Vec<_> = files.iter().collect();
    let share = entries.len().div_ceil(workers()).max(1);
    let mut after = BTreeMap::new();
    thread::scope(|scope| {
        let tasks: Vec<_> = entries
            .chunks(share)
            .map(|part| scope.spawn(|| write_part(folder, part, &before, compressor)))
            .collect();
        for task in tasks {
            after.extend(
                task.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))?,
            );
        }
        Ok(())
    })?;
    let removed = remove_left_over(folder, &before, &after)?;
    write_list(folder, &after)?;
    let written = after
        .iter()
        .filter(|(path, now)| before.get(*path) != Some(*now))
        .count();
    Ok(Tally {
        files: files.len(),
        written,
        removed,
    })
}

fn workers() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn write_part(
    folder: &Path,
    part: &[(&String, &Vec<u8>)],
    before: &BTreeMap<String, Written>,
    compressor: &Compressor,
) -> Result<Vec<(String, Written)>, SiteError> {
    let mut done = Vec::with_capacity(part.len());
    for &(path, bytes) in part {
        let hash = hex_sha256(bytes);
        let quality = compressor.quality().level();
        let kept = before
            .get(path)
            .filter(|was| was.hash == hash && was.quality == quality && are_there(folder, was));
        let written = if let Some(was) = kept {
            was.clone()
        } else {
            let lengths = write_forms(folder, path, (bytes, &hash), compressor)?;
            Written {
                hash,
                quality,
                lengths,
            }
        };
        done.push((path.clone(), written));
    }
    Ok(done)
}

fn remove_left_over(
    folder: &Path,
    before: &BTreeMap<String, Written>,
    after: &BTreeMap<String, Written>,
) -> Result<usize, SiteError> {
    let mut removed = 0;
    for (path, was) in before.iter().filter(|(path, _)| !after.contains_key(*path)) {
        for (form, _) in &was.lengths {
            remove_if_there(&folder.join(form))?;
        }
        removed += 1;
        // Folders go when their last file has gone; others refuse by themselves.
        let mut parent = Path::new(path).parent();
        while let Some(name) = parent.filter(|name| !name.as_os_str().is_empty()) {
            if fs::remove_dir(folder.join(name)).is_err() {
                break;
            }
            parent = name.parent();
        }
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::compress::Quality;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter()
            .map(|(path, text)| ((*path).into(), text.repeat(100).into_bytes()))
            .collect()
    }

    fn write(folder: &Path, list: &[(&str, &str)]) -> Result<Tally, SiteError> {
        let cache = tempfile::tempdir().unwrap();
        let compressor = Compressor::new(cache.path(), Quality::QUICKEST);
        write_site(&folder.join("out"), &files(list), &compressor)
    }

    #[test]
    fn only_what_changed_is_written_again_and_what_is_gone_goes() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let tally = write(folder.path(), &[("a/b.txt", "one "), ("c.txt", "two ")]).unwrap();
        assert_eq!(
            tally,
            Tally {
                files: 2,
                written: 2,
                removed: 0
            }
        );
        assert!(out.join("a/b.txt.br").is_file());
        let tally = write(folder.path(), &[("a/b.txt", "one "), ("c.txt", "three ")]).unwrap();
        assert_eq!(
            tally,
            Tally {
                files: 2,
                written: 1,
                removed: 0
            }
        );
        let tally = write(folder.path(), &[("c.txt", "three ")]).unwrap();
        assert_eq!(
            tally,
            Tally {
                files: 1,
                written: 0,
                removed: 1
            }
        );
        assert!(!out.join("a").exists());
    }

    #[test]
    fn a_file_that_was_taken_away_by_hand_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("c.txt", "two ")]).unwrap();
        fs::remove_file(folder.path().join("out/c.txt.gz")).unwrap();
        write(folder.path(), &[("c.txt", "two ")]).unwrap();
        assert!(folder.path().join("out/c.txt.gz").is_file());
    }

    #[test]
    fn a_folder_of_someone_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        fs::write(folder.path().join("out/thesis.txt"), "mine").unwrap();
        let error = write(folder.path(), &[("c.txt", "two ")]).unwrap_err();
        assert!(matches!(error, SiteError::ForeignFolder { .. }));
    }
}
