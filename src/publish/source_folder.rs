//! The folder of a dataset in which its files are kept as they came: replaced as a whole, never merged.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::publish::error::SiteError;
use crate::publish::releases::write_whole;
use crate::publish::table_source::{PACKAGE, is_source};
use crate::publish::tree::paths_in_tree;

/// Its name, in the folder of the dataset.
pub(super) const SOURCES: &str = "sources";
/// The folder in it for the people whom figures are divided by: it is no part of the table.
pub(super) const POPULATION: &str = "population";

/// What replaces it while it is written, once it is whole, and what it was.
const WRITING: &str = ".sources.writing";
const NEXT: &str = ".sources.next";
const BEFORE: &str = ".sources.before";

/// How the names of maps end that are kept beside the table.
const MAPS: [&str; 2] = ["geojson", "topojson"];

/// The files of a dataset, by their paths in the folder.
pub(super) type Kept<'a> = BTreeMap<PathBuf, &'a [u8]>;

/// Makes these files the sources of a dataset, in the place of those that were; of these only maps that are
/// not given anew stay, and people where none are given. Whoever was killed in the middle leaves the old files
/// or the new ones, once [`settle`] has gone over what is left.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn replace(dataset: &Path, files: &Kept<'_>) -> Result<(), SiteError> {
    settle(dataset)?;
    let (sources, writing) = (dataset.join(SOURCES), dataset.join(WRITING));
    let gives_people = files.keys().any(|path| path.starts_with(POPULATION));
    let (mut stay, mut is_other) = (Vec::new(), false);
    for path in files_below(&sources)? {
        if files.contains_key(&path) {
            continue;
        }
        let ending = path.extension().and_then(|it| it.to_str());
        let is_map = path.components().count() == 1 && ending.is_some_and(|it| MAPS.contains(&it));
        if is_map || path.starts_with(POPULATION) && !gives_people {
            stay.push(path);
        } else {
            let is_read = is_source(&sources.join(&path)) || path.ends_with(PACKAGE);
            is_other |= is_read || path.starts_with(POPULATION);
        }
    }
    let is_kept = |(path, bytes): (&PathBuf, &&[u8])| is_same(&sources.join(path), bytes);
    if !is_other && files.iter().all(is_kept) {
        return Ok(());
    }
    for (path, bytes) in files {
        write_whole(&writing.join(path), bytes)?;
    }
    for path in stay {
        let from = sources.join(&path);
        let bytes = fs::read(&from).map_err(SiteError::read(&from))?;
        write_whole(&writing.join(path), &bytes)?;
    }
    let next = dataset.join(NEXT);
    fs::rename(&writing, &next).map_err(SiteError::write(&next))?;
    settle(dataset)
}

/// Ends what was cut off: sources that were written whole take their place, others go.
///
/// # Errors
/// When a folder cannot be moved or removed.
pub(super) fn settle(dataset: &Path) -> Result<(), SiteError> {
    let [sources, writing, next, before] =
        [SOURCES, WRITING, NEXT, BEFORE].map(|name| dataset.join(name));
    remove(&writing)?;
    if next.is_dir() {
        if sources.is_dir() {
            remove(&before)?;
            moved(&sources, &before)?;
        }
        moved(&next, &sources)?;
    }
    if !sources.is_dir() && before.is_dir() {
        return moved(&before, &sources);
    }
    remove(&before)
}

/// Gives a folder another name; one that another process has moved is no fault.
fn moved(from: &Path, to: &Path) -> Result<(), SiteError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(SiteError::write(to)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn remove(folder: &Path) -> Result<(), SiteError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(SiteError::write(folder)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Every file below a folder, by its path from there; none where there is no folder.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, SiteError> {
    if folder.is_dir() {
        paths_in_tree(folder)
    } else {
        Ok(Vec::new())
    }
}

/// Whether a file has these bytes.
fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let length = u64::try_from(bytes.len()).ok();
    let has_length = fs::metadata(path).is_ok_and(|about| Some(about.len()) == length);
    has_length && fs::read(path).is_ok_and(|own| own == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files<'a>(all: &[(&str, &'a str)]) -> Kept<'a> {
        let files = all.iter();
        files
            .map(|(path, text)| (PathBuf::from(path), text.as_bytes()))
            .collect()
    }

    fn kept(dataset: &Path) -> Vec<String> {
        let mut found = files_below(&dataset.join(SOURCES)).unwrap();
        found.sort();
        let text = |path: &PathBuf| {
            let text = fs::read_to_string(dataset.join(SOURCES).join(path)).unwrap();
            format!("{} {text}", path.display())
        };
        found.iter().map(text).collect()
    }

    #[test]
    fn what_comes_replaces_what_was_but_maps_and_people_stay() {
        let folder = tempfile::tempdir().unwrap();
        let first = files(&[
            ("a.csv", "1"),
            ("b.csv", "2"),
            ("map.geojson", "{}"),
            ("population/people.csv", "3"),
        ]);
        replace(folder.path(), &first).unwrap();
        replace(folder.path(), &files(&[("a.csv", "4")])).unwrap();
        let after = ["a.csv 4", "map.geojson {}", "population/people.csv 3"];
        assert_eq!(kept(folder.path()), after);
        let other = files(&[("c/a.csv", "5"), ("population/other.csv", "6")]);
        replace(folder.path(), &other).unwrap();
        let after = ["c/a.csv 5", "map.geojson {}", "population/other.csv 6"];
        assert_eq!(kept(folder.path()), after);
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn whatever_is_cut_off_leaves_the_old_files_or_the_new_ones() {
        let write = |folder: &Path, name: &str, text: &str| {
            write_whole(&folder.join(name).join("a.csv"), text.as_bytes()).unwrap();
        };
        // The folders that are there where the writer is killed, and what is in them afterwards.
        let cut: [(&[&str], &str); 5] = [
            (&[SOURCES, WRITING], "a.csv sources"),
            (&[SOURCES, NEXT], "a.csv .sources.next"),
            (&[BEFORE, NEXT], "a.csv .sources.next"),
            (&[SOURCES, BEFORE], "a.csv sources"),
            (&[SOURCES, BEFORE, NEXT], "a.csv .sources.next"),
        ];
        for (there, expected) in cut {
            let folder = tempfile::tempdir().unwrap();
            for name in there {
                write(folder.path(), name, name);
            }
            settle(folder.path()).unwrap();
            assert_eq!(kept(folder.path()), [expected], "{there:?}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
