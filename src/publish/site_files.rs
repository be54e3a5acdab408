//! The files that a site publishes: those that its list of datasets names, each checked against the
//! list, and those that its settings declare. Whatever else lies in the folder stays there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::cube::{Cube, Fact};
use crate::fact_list::FactList;
use crate::formats::json_stat::{Collection, Entry, Listed};
use crate::formats::{Limits, Opened, open};
use crate::geo::Topology;
use crate::publish::error::SiteError;
use crate::publish::shell::INDEX;
use crate::publish::site_settings::{SETTINGS, SiteSettings};
use crate::publish::tree::{Files, hex_sha256};

/// What a site publishes, in memory.
#[derive(Debug, Clone)]
pub struct SiteFiles {
    folder: PathBuf,
    /// What the site says of itself.
    pub settings: SiteSettings,
    /// The list of datasets.
    pub list: Collection,
    /// Every file by its path relative to the base of the site.
    pub files: Files,
}

impl SiteFiles {
    /// Reads the files of a folder.
    ///
    /// # Errors
    /// When the list or the settings are missing or broken, a file that they name is missing, or one
    /// is not the listed one, because the page refuses any other.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join(INDEX);
        let list = fs::read(&path).map_err(SiteError::read(&path))?;
        let mut site = Self {
            folder: folder.to_owned(),
            settings: SiteSettings::read(folder)?,
            list: open(&list, &Limits::PAGE)
                .and_then(Opened::into_collection)
                .map_err(SiteError::broken(&path))?,
            files: Files::from([(INDEX.to_owned(), list)]),
        };
        for entry in site.list.entries().to_vec() {
            if let Some(table) = &entry.regions_csv {
                site.take(&beside_index(table), INDEX)?;
            }
            site.take_listed(&entry.href, (&entry.sha256, entry.bytes))?;
            for file in entry.boundaries.iter().chain(&entry.facts) {
                site.take_listed(&file.href, (&file.sha256, file.bytes))?;
            }
        }
        for path in site.settings.files.clone() {
            site.take(&path, SETTINGS)?;
        }
        Ok(site)
    }

    /// The newest release or draft of each dataset, in the order of the settings; others follow.
    #[must_use]
    pub fn newest(&self) -> Vec<&Entry> {
        let mut newest: Vec<&Entry> = self.list.latest().collect();
        let order = &self.settings.datasets;
        let place = |entry: &&Entry| order.iter().position(|id| *id == entry.id);
        newest.sort_by_key(|entry| place(entry).unwrap_or(order.len()));
        newest
    }

    /// The boundaries of an entry, where it has some.
    ///
    /// # Errors
    /// When the file is broken.
    pub fn topology(&self, entry: &Entry) -> Result<Option<Topology>, SiteError> {
        let read = |listed: &Listed| {
            let (path, bytes) = self.file(&listed.href);
            let topology = open(bytes, &Limits::PAGE).and_then(Opened::into_topology);
            topology.map_err(SiteError::broken(path))
        };
        entry.boundaries.as_ref().map(read).transpose()
    }

    /// The dataset of an entry, once whatever stands beside it is known to be readable, too.
    ///
    /// # Errors
    /// When a file is broken.
    pub fn cube(&self, entry: &Entry) -> Result<Cube, SiteError> {
        let limits = &Limits::PAGE;
        let (path, bytes) = self.file(&entry.href);
        let cube = open(bytes, limits).and_then(Opened::into_dataset);
        let cube = cube.map_err(SiteError::broken(path))?;
        self.topology(entry)?;
        self.facts(entry, &cube)?;
        Ok(cube)
    }

    /// The list of published figures of an entry.
    ///
    /// # Errors
    /// When the file is broken, or its boundaries are.
    pub fn fact_list(&self, entry: &Entry) -> Result<FactList, SiteError> {
        let (path, bytes) = self.file(&entry.href);
        let list = open(bytes, &Limits::PAGE).and_then(Opened::into_fact_list);
        let list = list.map_err(SiteError::broken(path))?;
        self.topology(entry)?;
        Ok(list)
    }

    /// The published facts about a dataset; none where the list names none.
    ///
    /// # Errors
    /// When the file is broken.
    pub fn facts(&self, entry: &Entry, cube: &Cube) -> Result<Vec<Fact>, SiteError> {
        let Some(listed) = &entry.facts else {
            return Ok(Vec::new());
        };
        let (path, bytes) = self.file(&listed.href);
        let facts = open(bytes, &Limits::PAGE).and_then(Opened::into_facts);
        let facts = facts.and_then(|facts| facts.facts(cube));
        facts.map_err(SiteError::broken(path))
    }

    /// A file that the list names: where it was read from, and its bytes.
    fn file(&self, href: &str) -> (PathBuf, &[u8]) {
        let path = beside_index(href);
        let bytes = self.files.get(&path).map_or(&[][..], Vec::as_slice);
        (self.path(&path), bytes)
    }

    /// Where the file at `path` was read from.
    #[must_use]
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Reads the file at `path`, which `named_by` names.
    fn take(&mut self, path: &str, named_by: &'static str) -> Result<&[u8], SiteError> {
        let from = self.folder.join(path);
        let bytes = fs::read(&from).map_err(|error| {
            if error.kind() == ErrorKind::NotFound {
                SiteError::Missing {
                    path: from,
                    named_by,
                }
            } else {
                SiteError::read(&from)(error)
            }
        })?;
        Ok(self
            .files
            .entry(path.to_owned())
            .insert_entry(bytes)
            .into_mut())
    }

    /// Reads the file at a path beside the list, which is to have this hash and size.
    fn take_listed(&mut self, href: &str, (sha256, size): (&str, usize)) -> Result<(), SiteError> {
        let path = beside_index(href);
        let bytes = self.take(&path, INDEX)?;
        let (length, found) = (bytes.len(), hex_sha256(bytes));
        if length == size && found == sha256 {
            return Ok(());
        }
        Err(SiteError::NotListed {
            path: self.folder.join(path),
            expected: sha256.to_owned(),
            found,
        })
    }
}

/// The path, relative to the base of the site, of a file that the list names.
#[must_use]
pub fn beside_index(href: &str) -> String {
    let folder = INDEX.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{href}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site whose list names one dataset, which is no dataset, and its boundaries, which are none.
    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let hash = hex_sha256(b"{}");
        let list = format!(
            r#"{{"version":"2.0","class":"collection","link":{{"item":[{{"class":"dataset",
            "href":"x/x.json","extension":{{"id":"x","release":"1","bytes":2,"sha256":"{hash}",
            "boundaries":{{"href":"x.topo.json","bytes":2,"sha256":"{hash}"}}}}}}]}}}}"#
        );
        write(&folder, INDEX, &list);
        write(&folder, "data/x/x.json", "{}");
        write(&folder, "data/x.topo.json", "{}");
        folder
    }

    fn write(folder: &tempfile::TempDir, path: &str, text: &str) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn paths(folder: &tempfile::TempDir) -> Vec<String> {
        let site = SiteFiles::read(folder.path()).unwrap();
        site.files.into_keys().collect()
    }

    #[test]
    fn only_what_is_listed_or_declared_is_published() {
        let folder = site();
        write(&folder, "data/x/stray.csv", "secret");
        write(&folder, "data/x/sources/records.csv", "secret");
        write(&folder, "data/x/report.csv", "row");
        let listed = [INDEX, "data/x.topo.json", "data/x/x.json"];
        assert_eq!(paths(&folder), listed);
        write(&folder, SETTINGS, "files = [\"data/x/report.csv\"]\n");
        assert_eq!(
            paths(&folder),
            [
                INDEX,
                "data/x.topo.json",
                "data/x/report.csv",
                "data/x/x.json"
            ]
        );
    }

    #[test]
    fn a_file_that_is_missing_is_named_with_what_names_it() {
        let folder = site();
        write(&folder, SETTINGS, "files = [\"data/x/report.csv\"]\n");
        let error = SiteFiles::read(folder.path()).unwrap_err().to_string();
        assert!(
            error.ends_with("report.csv is missing: site.toml names it"),
            "{error}"
        );
        fs::remove_file(folder.path().join("data/x.topo.json")).unwrap();
        let error = SiteFiles::read(folder.path()).unwrap_err().to_string();
        assert!(
            error.ends_with("x.topo.json is missing: data/index.json names it"),
            "{error}"
        );
    }

    #[test]
    fn a_file_that_is_not_the_listed_one_is_refused() {
        for path in ["data/x/x.json", "data/x.topo.json"] {
            let folder = site();
            write(&folder, path, "[]");
            let error = SiteFiles::read(folder.path()).unwrap_err();
            assert!(
                matches!(&error, SiteError::NotListed { path: at, .. } if at.ends_with(path)),
                "{error}"
            );
        }
    }
}
