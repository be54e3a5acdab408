//! Opening the dataset of a link, and reading the link.

use std::path::{Path, PathBuf};

use crate::cube::{Cube, Fact};
use crate::formats::json_stat::facts_from_bytes;
use crate::formats::{self, FormatError, Limits, Remark};
use crate::geo::Topology;
use crate::scene::notice_text;
use crate::view_state::{
    LinkParts, Notice, ResolvedView, Site, ViewState, release_of, resolve, state_from_link,
};
use crate::words::{LANGUAGE_CODES, Messages, messages};

/// What a file on one's own machine may hold: more than the page takes.
const LIMITS: Limits = Limits {
    bytes: 1 << 30,
    cells: 50_000_000,
    ..Limits::PAGE
};

/// What keeps a dataset from being opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A file could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why the system refused.
        source: std::io::Error,
    },
    /// A file is not what it should be.
    #[error("{} cannot be used", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Place, found and expected.
        source: FormatError,
    },
    /// What the link names is no cube, or there is none.
    #[error(
        "\"{id}\" is a list of published figures, which stands as a page of the site, and no table: \
         its figures are in {}", path.display()
    )]
    NoCube {
        /// Its id.
        id: String,
        /// Its file.
        path: PathBuf,
    },
}

/// A dataset by its file, with the id that links name it by.
#[derive(Debug)]
pub struct Opened {
    /// The id in links.
    pub id: String,
    /// The cube.
    pub cube: Cube,
    /// The file of its boundaries, where the list names one.
    pub boundaries: Option<PathBuf>,
    /// The published figures beside it, where the list names a file of them.
    pub facts: Vec<Fact>,
    /// What the link asked for and the list does not have.
    pub notices: Vec<Notice>,
    /// How what is not plain in the file was read.
    pub remarks: Vec<Remark>,
}

/// Opens a dataset of any format that is read; of several in the file, the one of a name or number
/// ([`formats::open_with_remarks`]).
///
/// # Errors
/// [`OpenError`] when the file is not there or is no dataset, or one of several is to be chosen.
pub fn open_file(path: &Path, choice: Option<&str>) -> Result<Opened, OpenError> {
    let open = |bytes: &[u8]| formats::open_with_remarks(bytes, choice, &LIMITS);
    let (cube, remarks) = read(path, open)?;
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let id = cube
        .metadata()
        .id
        .as_deref()
        .map(str::to_owned)
        .or(stem)
        .unwrap_or_default();
    Ok(Opened {
        id,
        cube,
        boundaries: None,
        facts: Vec::new(),
        notices: Vec::new(),
        remarks,
    })
}

/// Opens the dataset and release that a link names in the list of a site's `data` folder.
///
/// # Errors
/// [`OpenError`] when the list or the file is not there or broken.
pub fn open_listed(data: &Path, link: &str) -> Result<Opened, OpenError> {
    let list = read(&data.join("index.json"), |bytes| {
        formats::open(bytes, &LIMITS)?.into_collection()
    })?;
    let address = address_of(link);
    let release = release_of(&address);
    let named = list.entry(&address.dataset, None);
    let nearest = list.nearest(&address.dataset, release.as_deref());
    let nearest = nearest.filter(|_| named.is_none_or(|entry| !entry.is_fact_list));
    let Some(entry) = nearest else {
        let named = named.unwrap_or(&list.entries()[0]);
        return Err(OpenError::NoCube {
            id: named.id.clone(),
            path: data.join(&named.href),
        });
    };
    let other = Some(address.dataset).filter(|id| !id.is_empty() && *id != entry.id);
    let other = other.map(|dataset| Notice::UnknownDataset { dataset });
    let unknown = release.filter(|release| *release != entry.release);
    let unknown = unknown.map(|release| {
        let withdrawn = list.withdrawal(&entry.id, &release);
        Notice::of_release(release, withdrawn.map(|it| (&*it.date, &*it.reason)))
    });
    let opened = open_file(&data.join(&entry.href), None)?;
    let facts = entry.facts.as_ref().map(|listed| {
        read(&data.join(&listed.href), |bytes| {
            facts_from_bytes(bytes, &opened.cube, &LIMITS)
        })
    });
    Ok(Opened {
        id: entry.id.clone(),
        boundaries: (entry.boundaries.as_ref()).map(|listed| data.join(&listed.href)),
        facts: facts.transpose()?.unwrap_or_default(),
        notices: other.into_iter().chain(unknown).collect(),
        ..opened
    })
}

/// A link, read for the dataset that it names.
pub(super) struct ReadLink {
    /// What it says.
    pub(super) state: ViewState,
    /// The same with every default filled in.
    pub(super) view: ResolvedView,
    /// In its language.
    pub(super) words: &'static Messages,
    /// Where it stood on its host, as written.
    pub(super) base: String,
    /// What could not be done, one sentence each.
    pub(super) notices: Vec<String>,
}

impl ReadLink {
    pub(super) fn new(opened: &Opened, link: &str) -> Self {
        let cube = &opened.cube;
        let site = Site {
            langs: &LANGUAGE_CODES,
        };
        let (state, read) = state_from_link(&address_of(link), site, &opened.id, cube);
        // A file is opened under any name; of the list, its opening tells.
        let read = read
            .into_iter()
            .filter(|notice| !matches!(notice, Notice::UnknownDataset { .. }));
        let notices = opened.notices.iter().cloned().chain(read);
        let words = messages(state.lang());
        Self {
            view: resolve(&state, cube),
            notices: notices
                .map(|notice| notice_text(cube, &notice, words))
                .collect(),
            base: link[..base_length(link)].to_owned(),
            state,
            words,
        }
    }
}

/// Opens boundaries as `TopoJSON`.
///
/// # Errors
/// [`OpenError`] when the file is not there or no topology.
pub fn open_boundaries(path: &Path) -> Result<Topology, OpenError> {
    read(path, |bytes| formats::open(bytes, &LIMITS)?.into_topology())
}

/// What a reader makes of a file.
fn read<T>(path: &Path, reader: impl Fn(&[u8]) -> Result<T, FormatError>) -> Result<T, OpenError> {
    let bytes = std::fs::read(path).map_err(|source| OpenError::Read {
        path: path.into(),
        source,
    })?;
    reader(&bytes).map_err(|source| OpenError::Format {
        path: path.into(),
        source,
    })
}

/// The parts of a link, with or without scheme, host and base.
fn address_of(link: &str) -> LinkParts {
    LinkParts::new(&link[base_length(link)..])
}

/// How much of a link stands before the language: scheme, host and base.
fn base_length(link: &str) -> usize {
    let host = link.split_once("://").map_or(0, |(scheme, rest)| {
        let host = rest.find('/').map_or(rest.len(), |slash| slash + 1);
        scheme.len() + "://".len() + host
    });
    let path = &link[host..];
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let starts = std::iter::once(0).chain(path[..end].match_indices('/').map(|(at, _)| at + 1));
    let named = |start: &usize| {
        let first = path[*start..end].split('/').next().unwrap_or_default();
        LANGUAGE_CODES.contains(&first)
    };
    host + starts.into_iter().find(named).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_with_or_without_its_host() {
        for (base, link) in [
            ("", "id/water/n1/?source=piped"),
            ("/", "/id/water/n1/?source=piped"),
            (
                "https://a.example/x/",
                "https://a.example/x/id/water/n1/?source=piped",
            ),
        ] {
            let address = address_of(link);
            assert_eq!(&link[..base_length(link)], base);
            assert_eq!(
                (&*address.lang, &*address.dataset, &*address.query),
                ("id", "water", "source=piped")
            );
            assert_eq!(address.place, ["n1"]);
        }
    }
}
