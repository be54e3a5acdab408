//! The list of a site while it is worked on: what it serves, and what was withdrawn.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::formats::Limits;
use crate::formats::json_stat::{
    Entry, Listed, Withdrawn, bytes_from_collection, collection_from_bytes,
};
use crate::publish::error::SiteError;
use crate::publish::releases::write_whole;
use crate::publish::shell::INDEX;
use crate::publish::site_files::beside_index;

/// The list of a site.
#[derive(Debug, Clone, Default)]
pub(super) struct SiteList {
    /// Every release that is served, in order.
    pub(super) entries: Vec<Entry>,
    /// Every release that was withdrawn, in order.
    pub(super) withdrawn: Vec<Withdrawn>,
}

impl SiteList {
    /// The list of the site in a folder; nothing where there is none yet.
    ///
    /// # Errors
    /// When it cannot be read, or is broken.
    pub(super) fn read(site: &Path) -> Result<Self, SiteError> {
        let path = site.join(INDEX);
        match fs::read(&path) {
            Ok(bytes) => {
                let list = collection_from_bytes(&bytes, &Limits::PAGE)
                    .map_err(SiteError::broken(&path))?;
                Ok(Self {
                    entries: list.entries().to_vec(),
                    withdrawn: list.withdrawn().to_vec(),
                })
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(SiteError::read(&path)(error)),
        }
    }

    /// Writes the list; a list of nothing is none.
    ///
    /// # Errors
    /// When it cannot be written; [`SiteError::OnlyWithdrawn`].
    pub(super) fn write(&self, site: &Path) -> Result<(), SiteError> {
        let path = site.join(INDEX);
        if !self.entries.is_empty() {
            return write_whole(
                &path,
                &bytes_from_collection(&self.entries, &self.withdrawn),
            );
        }
        if self.withdrawn.is_empty() {
            return fs::remove_file(&path).map_err(SiteError::write(&path));
        }
        Err(SiteError::OnlyWithdrawn)
    }

    /// The newest release of a dataset that is no draft.
    pub(super) fn newest_release(&self, id: &str) -> Option<&Entry> {
        let mut newest_first = self.entries.iter().rev();
        newest_first.find(|entry| entry.id == id && !entry.is_draft)
    }

    /// The number of the next release of a dataset: that of a withdrawn one is not given again.
    pub(super) fn next_number(&self, id: &str) -> u32 {
        let released = self.entries.iter().filter(|it| it.id == id && !it.is_draft);
        let withdrawn = self.withdrawn.iter().filter(|it| it.id == id);
        let numbers = released
            .map(|it| &it.release)
            .chain(withdrawn.map(|it| &it.release));
        let numbers = numbers.map(|release| release.parse::<u32>().unwrap_or(0));
        numbers.max().unwrap_or(0) + 1
    }

    /// Whether an entry names a file of `data/`.
    pub(super) fn names(&self, href: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| hrefs(entry).any(|named| named == href))
    }

    /// Removes drafts, boundaries, withdrawn releases and unfinished files of a dataset that nothing names.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub(super) fn remove_unlisted(&self, site: &Path, id: &str) -> Result<(), SiteError> {
        let folder = site.join(beside_index(id));
        let is_withdrawn = |name: &str| {
            let mut gone = self.withdrawn.iter().filter(|it| it.id == id);
            gone.any(|it| name == format!("{id}-{}.json", it.release))
        };
        let Ok(names) = fs::read_dir(&folder) else {
            return Ok(());
        };
        for name in names.flatten().map(|entry| entry.file_name()) {
            let name = name.to_string_lossy();
            let is_ours = name.contains("-draft-") && name.ends_with(".json")
                || name.starts_with("regions-") && name.ends_with(".topo.json")
                || name.starts_with('.') && name.ends_with(".unfinished")
                || is_withdrawn(&name);
            if is_ours && !self.names(&format!("{id}/{name}")) {
                let path = folder.join(&*name);
                fs::remove_file(&path).map_err(SiteError::write(&path))?;
            }
        }
        Ok(())
    }
}

/// The files of a release, as paths beside the list.
pub(super) fn hrefs(entry: &Entry) -> impl Iterator<Item = &str> {
    let own = [Some(&*entry.href), entry.regions_csv.as_deref()];
    let beside = [&entry.boundaries, &entry.facts];
    let beside = beside
        .into_iter()
        .flatten()
        .map(|file: &Listed| &*file.href);
    own.into_iter().flatten().chain(beside)
}
