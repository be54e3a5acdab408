//! The releases of a dataset in the folder of a site: a draft that is replaced, and those that stay.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::cube::{Cube, EverydayName, Label, Metadata};
use crate::fact_list::FactList;
use crate::formats::json_stat::{Entry, Listed, NamedView, bytes_from_cube, bytes_from_fact_list};
use crate::formats::{Limits, Opened, open};
use crate::publish::error::SiteError;
use crate::publish::guard::Kept;
use crate::publish::site_files::beside_index;
use crate::publish::site_list::SiteList;
use crate::publish::tree::hex_sha256;

/// Digits of a hash that tell two drafts apart.
const HASH_DIGITS: usize = 8;

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drafted {
    /// It stands in the list as the release of this number.
    Release(String),
    /// It says the same as the release of this number, which stays.
    Unchanged(String),
}

/// What is put into a site as a draft.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The figures.
    pub content: Content,
    /// The boundaries of their places; without them, those of the draft or the release before.
    pub boundaries: Option<&'a [u8]>,
    /// What readers call the places, too.
    pub everyday_names: Vec<EverydayName>,
    /// The codes of the languages that it is offered in; none: those of the site.
    pub languages: Vec<String>,
    /// Views of it that the list of datasets leads to.
    pub views: Vec<NamedView>,
}

/// What the file of a dataset holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// A cube.
    Cube(Box<Cube>),
    /// Published figures without a table.
    Facts(Box<FactList>),
}

impl Content {
    /// The title.
    fn label(&self) -> Label {
        match self {
            Self::Cube(cube) => cube.metadata().label.clone(),
            Self::Facts(list) => list.about().title.clone(),
        }
    }

    /// The file of a release.
    fn bytes(&self, id: &str, number: &str) -> Result<Vec<u8>, SiteError> {
        let cube = match self {
            Self::Cube(cube) => cube,
            Self::Facts(list) => {
                let list = FactList::clone(list).released(id, number);
                return Ok(bytes_from_fact_list(&list));
            }
        };
        let metadata = Metadata {
            id: Some(id.into()),
            release: Some(number.into()),
            ..cube.metadata().clone()
        };
        let cube = Cube::clone(cube).with_metadata(metadata);
        let cube = cube.map_err(SiteError::broken(id))?;
        Ok(bytes_from_cube(&cube))
    }
}

/// Puts a cube, or a list of figures, and what stands beside it into a site as the draft of the dataset `id`, in the place of the draft
/// before; one that says what the newest release says takes that draft away. Whoever reads the site meanwhile, and after this was killed, finds the one or the other, whole:
/// every file has a name of its own until the list, written last, names it.
///
/// # Errors
/// When the list is broken, a file cannot be written, or what would be written could not be read back.
pub fn write_draft(
    site: &Path,
    id: &str,
    Draft {
        content,
        boundaries,
        everyday_names,
        languages,
        views,
    }: Draft<'_>,
) -> Result<Drafted, SiteError> {
    let mut list = SiteList::read(site)?;
    let is_draft = |entry: &Entry| entry.id == id && entry.is_draft;
    let released = list.newest_release(id).cloned();
    let number = list.next_number(id);
    let label = content.label();
    let bytes = content.bytes(id, &number.to_string())?;
    let stem = format!("{id}/{id}-{number}-draft");
    read_back(&site.join(beside_index(&stem)), &bytes, boundaries)?;
    let boundaries = if let Some(bytes) = boundaries {
        let stem = format!("{id}/regions");
        Some(write_named(site, &stem, "topo.json", bytes)?)
    } else {
        let draft = list.entries.iter().find(|entry| is_draft(entry));
        let before = draft.or(released.as_ref());
        before.and_then(|entry| entry.boundaries.clone())
    };
    if let Some(before) = &released
        && before.boundaries == boundaries
        && before.everyday_names == everyday_names
        && before.languages == languages
        && before.views == views
        && is_same(site, before, &content)?
    {
        if list.entries.iter().any(is_draft) {
            list.entries.retain(|entry| !is_draft(entry));
            list.write(site)?;
        }
        list.remove_unlisted(site, id)?;
        return Ok(Drafted::Unchanged(before.release.clone()));
    }
    let file = write_named(site, &stem, "json", &bytes)?;
    let entry = Entry {
        label,
        is_fact_list: matches!(content, Content::Facts(_)),
        is_draft: true,
        boundaries,
        everyday_names,
        languages,
        views,
        ..new_entry(id, number, file)
    };
    match list.entries.iter().position(is_draft) {
        Some(at) => list.entries[at] = entry,
        None => list.entries.push(entry),
    }
    list.write(site)?;
    list.remove_unlisted(site, id)?;
    Ok(Drafted::Release(number.to_string()))
}

/// The cubes among the releases of a dataset that readers have, the oldest first.
///
/// # Errors
/// When the list or a release cannot be read.
pub(super) fn kept_releases(site: &Path, id: &str) -> Result<Vec<Kept>, SiteError> {
    let list = SiteList::read(site)?;
    let released = list
        .entries
        .iter()
        .filter(|entry| entry.id == id && !entry.is_draft && !entry.is_fact_list);
    let kept = |entry: &Entry| {
        let path = site.join(beside_index(&entry.href));
        let bytes = fs::read(&path).map_err(SiteError::read(&path))?;
        let cube = open(&bytes, &Limits::PAGE).and_then(Opened::into_dataset);
        Ok(Kept {
            release: entry.release.clone(),
            cube: cube.map_err(SiteError::broken(&path))?,
        })
    };
    released.map(kept).collect()
}

/// Makes the draft of a dataset its release, once all of it is known to be what the list names and to be
/// readable; its number.
///
/// # Errors
/// [`SiteError::NoDraft`], [`SiteError::NotListed`], [`SiteError::Broken`]; when a file cannot be read or
/// written.
pub fn release(site: &Path, id: &str) -> Result<String, SiteError> {
    let mut list = SiteList::read(site)?;
    let no_draft = || SiteError::NoDraft { id: id.to_owned() };
    let draft = list
        .entries
        .iter_mut()
        .find(|entry| entry.id == id && entry.is_draft)
        .ok_or_else(no_draft)?;
    let from = site.join(beside_index(&draft.href));
    let bytes = listed_bytes(&from, &draft.sha256)?;
    let beside = draft.boundaries.as_ref();
    let beside = beside.map(|it| listed_bytes(&site.join(beside_index(&it.href)), &it.sha256));
    read_back(&from, &bytes, beside.transpose()?.as_deref())?;
    let href = format!("{id}/{id}-{}.json", draft.release);
    write_whole(&site.join(beside_index(&href)), &bytes)?;
    draft.href = href;
    draft.is_draft = false;
    let number = draft.release.clone();
    list.write(site)?;
    list.remove_unlisted(site, id)?;
    Ok(number)
}

/// Drops the draft of a dataset.
///
/// # Errors
/// [`SiteError::NoDraft`]; when a file cannot be read or written.
pub fn undo(site: &Path, id: &str) -> Result<(), SiteError> {
    let mut list = SiteList::read(site)?;
    let before = list.entries.len();
    list.entries
        .retain(|entry| entry.id != id || !entry.is_draft);
    if list.entries.len() == before {
        return Err(SiteError::NoDraft { id: id.to_owned() });
    }
    list.write(site)?;
    list.remove_unlisted(site, id)
}

fn new_entry(id: &str, number: u32, file: Listed) -> Entry {
    Entry {
        id: id.to_owned(),
        release: number.to_string(),
        label: Label::new(id),
        href: file.href,
        sha256: file.sha256,
        bytes: file.bytes,
        regions_csv: None,
        boundaries: None,
        facts: None,
        readings: None,
        is_fact_list: false,
        is_draft: false,
        everyday_names: Vec::new(),
        languages: Vec::new(),
        views: Vec::new(),
    }
}

/// Whether a reader takes what is to be published: whatever keeps it from that is told before, not after.
fn read_back(path: &Path, bytes: &[u8], boundaries: Option<&[u8]>) -> Result<(), SiteError> {
    let content = open(bytes, &Limits::PAGE).and_then(|opened| match opened {
        Opened::FactList(_) => Ok(()),
        Opened::Dataset(_)
        | Opened::Several(_)
        | Opened::Collection(_)
        | Opened::Facts(_)
        | Opened::Topology(_) => opened.into_dataset().map(|_| ()),
    });
    content.map_err(SiteError::broken(path))?;
    let topology = |bytes| open(bytes, &Limits::PAGE).and_then(Opened::into_topology);
    let topology = boundaries.map(topology).transpose();
    topology.map_err(SiteError::broken(path)).map(|_| ())
}

/// The bytes of a file, where they are those that the list names.
fn listed_bytes(path: &Path, sha256: &str) -> Result<Vec<u8>, SiteError> {
    let bytes = fs::read(path).map_err(SiteError::read(path))?;
    let found = hex_sha256(&bytes);
    if found == sha256 {
        return Ok(bytes);
    }
    Err(SiteError::NotListed {
        path: path.to_owned(),
        expected: sha256.to_owned(),
        found,
    })
}

/// Whether figures say what a release says.
fn is_same(site: &Path, release: &Entry, content: &Content) -> Result<bool, SiteError> {
    Ok(
        hex_sha256(&content.bytes(&release.id, &release.release)?) == release.sha256
            && site.join(beside_index(&release.href)).is_file(),
    )
}

/// Writes a file of `data/` under a name with a part of its hash.
fn write_named(site: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Listed, SiteError> {
    let sha256 = hex_sha256(bytes);
    let href = format!("{stem}-{}.{ending}", &sha256[..HASH_DIGITS]);
    write_whole(&site.join(beside_index(&href)), bytes)?;
    Ok(Listed {
        href,
        sha256,
        bytes: bytes.len(),
    })
}

/// Writes a file at once: under another name, which then becomes its own.
///
/// # Errors
/// When it cannot be written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(SiteError::write(folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = folder.join(format!(".{name}.unfinished"));
    let failed = || SiteError::write(&unfinished);
    let mut file = fs::File::create(&unfinished).map_err(failed())?;
    file.write_all(bytes).map_err(failed())?;
    // What is named must be there, even if the machine stops now.
    file.sync_all().map_err(failed())?;
    fs::rename(&unfinished, path).map_err(SiteError::write(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::json_stat::cube_from_bytes;

    fn cube(figure: u8) -> Cube {
        let file = format!(
            r#"{{"version": "2.0", "class": "dataset", "label": "Wells", "id": ["area"], "size": [1],
            "dimension": {{"area": {{"category": {{"index": ["n1"]}}}}}}, "value": [{figure}]}}"#
        );
        cube_from_bytes(file.as_bytes(), &Limits::PAGE).unwrap()
    }

    const TOPOLOGY: &[u8] = br#"{"type": "Topology", "arcs": [[[0, 0], [1, 0], [1, 1], [0, 0]]],
        "objects": {"regions": {"type": "GeometryCollection", "geometries":
        [{"type": "Polygon", "id": "n1", "arcs": [[0]]}]}}}"#;

    fn names(site: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(site.join("data/wells"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn drafted(site: &Path, figure: u8) -> Drafted {
        write_draft(site, "wells", draft(figure, None)).unwrap()
    }

    fn draft(figure: u8, boundaries: Option<&[u8]>) -> Draft<'_> {
        Draft {
            content: Content::Cube(Box::new(cube(figure))),
            boundaries,
            everyday_names: Vec::new(),
            languages: Vec::new(),
            views: Vec::new(),
        }
    }

    #[test]
    fn a_draft_is_replaced_until_it_is_released() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path();
        assert_eq!(drafted(site, 1), Drafted::Release("1".to_owned()));
        assert_eq!(drafted(site, 2), Drafted::Release("1".to_owned()));
        assert_eq!(names(site).len(), 1);
        assert_eq!(release(site, "wells").unwrap(), "1");
        assert_eq!(names(site), ["wells-1.json"]);
        assert_eq!(drafted(site, 2), Drafted::Unchanged("1".to_owned()));
        assert_eq!(drafted(site, 3), Drafted::Release("2".to_owned()));
        // The figures of the release again: the draft that said something else is no longer meant.
        assert_eq!(drafted(site, 2), Drafted::Unchanged("1".to_owned()));
        assert_eq!(names(site), ["wells-1.json"]);
        assert_eq!(drafted(site, 3), Drafted::Release("2".to_owned()));
        let entries = SiteList::read(site).unwrap().entries;
        let found: Vec<(&str, bool)> = entries
            .iter()
            .map(|it| (&*it.release, it.is_draft))
            .collect();
        assert_eq!(found, [("1", false), ("2", true)]);
        undo(site, "wells").unwrap();
        assert_eq!(names(site), ["wells-1.json"]);
        assert!(matches!(
            undo(site, "wells"),
            Err(SiteError::NoDraft { .. })
        ));
        assert!(matches!(
            release(site, "wells"),
            Err(SiteError::NoDraft { .. })
        ));
    }

    #[test]
    fn a_draft_that_is_not_what_the_list_names_or_cannot_be_read_is_not_released() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path();
        drafted(site, 1);
        let path = site.join("data/wells").join(&names(site)[0]);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        let refused = |error| matches!(error, Err(SiteError::NotListed { .. }));
        assert!(refused(release(site, "wells")));
        assert_eq!(names(site).len(), 1);
        fs::write(&path, &whole).unwrap();
        // The list names bytes that no reader takes.
        let mut list = SiteList::read(site).unwrap();
        list.entries[0].sha256 = hex_sha256(b"{}");
        list.write(site).unwrap();
        fs::write(&path, "{}").unwrap();
        let broken = release(site, "wells");
        assert!(
            matches!(broken, Err(SiteError::Broken { .. })),
            "{broken:?}"
        );
        let refused = write_draft(site, "wells", draft(2, Some(b"{}")));
        assert!(
            matches!(refused, Err(SiteError::Broken { .. })),
            "{refused:?}"
        );
        assert!(SiteList::read(site).unwrap().entries[0].is_draft);
    }

    #[test]
    fn what_the_list_names_is_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path();
        write_draft(site, "wells", draft(1, Some(TOPOLOGY))).unwrap();
        let entry = &SiteList::read(site).unwrap().entries[0];
        for (href, sha256) in [
            (&entry.href, &entry.sha256),
            (
                &entry.boundaries.as_ref().unwrap().href,
                &entry.boundaries.as_ref().unwrap().sha256,
            ),
        ] {
            let bytes = fs::read(site.join(beside_index(href))).unwrap();
            assert_eq!(&hex_sha256(&bytes), sha256);
        }
    }

    #[test]
    fn what_an_interrupted_draft_has_left_is_taken_away_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path();
        drafted(site, 1);
        for left in [".wells.json.unfinished", "wells-1-draft-00000000.json"] {
            fs::write(site.join("data/wells").join(left), "half").unwrap();
        }
        fs::write(site.join("data/wells/notes.json"), "mine").unwrap();
        drafted(site, 2);
        let names = names(site);
        assert!(
            names.len() == 2 && names.contains(&"notes.json".to_owned()),
            "{names:?}"
        );
    }
}
