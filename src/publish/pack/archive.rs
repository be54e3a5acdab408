//! The packed files, as a folder and as a `.tar.gz` whose bytes depend on them alone.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use crate::publish::error::SiteError;
use crate::publish::locate::PAGE_FOLDER;
use crate::publish::page_manifest::MANIFEST;

/// When every file of an archive was changed: 1 January 2020, in seconds since 1970.
const CHANGED_SECONDS: u64 = 1_577_836_800;

/// Files by their path in the folder.
#[derive(Debug, Default)]
pub(super) struct Packing {
    files: BTreeMap<String, Packed>,
}

#[derive(Debug)]
struct Packed {
    bytes: Vec<u8>,
    mode: u32,
}

impl Packing {
    pub(super) fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, Packed { bytes, mode: 0o644 });
    }

    pub(super) fn add_executable(&mut self, path: String, bytes: Vec<u8>) {
        self.files.insert(path, Packed { bytes, mode: 0o755 });
    }
}

/// Writes the files into `folder`. Of an earlier packing its page goes, because a page is taken only
/// without any other file; what else lies in the folder stays.
pub(super) fn write_folder(folder: &Path, packing: &Packing) -> Result<(), SiteError> {
    let page = folder.join(PAGE_FOLDER);
    if page.join(MANIFEST).is_file() {
        fs::remove_dir_all(&page).map_err(SiteError::write(&page))?;
    }
    for (path, Packed { bytes, mode }) in &packing.files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(SiteError::write(parent))?;
        }
        // A program that is running cannot be written over, but replaced.
        if path.is_file() {
            fs::remove_file(&path).map_err(SiteError::write(&path))?;
        }
        fs::write(&path, bytes).map_err(SiteError::write(&path))?;
        set_mode(&path, *mode).map_err(SiteError::write(&path))?;
    }
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "as on systems with modes")]
fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// The files below the folder `name`, in the order of their paths.
pub(super) fn archive_of(name: &str, packing: &Packing) -> io::Result<Vec<u8>> {
    let gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    let mut archive = Builder::new(gzip);
    for (path, Packed { bytes, mode }) in &packing.files {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_mode(*mode);
        header.set_mtime(CHANGED_SECONDS);
        archive.append_data(&mut header, format!("{name}/{path}"), &bytes[..])?;
    }
    let mut gzip = archive.into_inner()?;
    gzip.flush()?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn packing() -> Packing {
        let mut packing = Packing::default();
        packing.add_executable("tool".into(), b"run".to_vec());
        packing.add("page/manifest.json".into(), b"{}".to_vec());
        packing.add("page/assets/a.js".into(), b"a".to_vec());
        packing
    }

    #[test]
    fn the_archive_has_every_file_in_order_and_the_same_bytes_each_time() {
        let bytes = archive_of("t-1", &packing()).unwrap();
        assert_eq!(bytes, archive_of("t-1", &packing()).unwrap());
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&bytes[..]));
        let entries = archive.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let path = entry.path().unwrap().display().to_string();
            (path, entry.header().mode().unwrap(), text)
        });
        let expected = [
            ("t-1/page/assets/a.js", 0o644, "a"),
            ("t-1/page/manifest.json", 0o644, "{}"),
            ("t-1/tool", 0o755, "run"),
        ];
        let expected = expected.map(|(path, mode, text)| (path.into(), mode, text.into()));
        assert_eq!(entries.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_second_packing_leaves_no_file_of_an_earlier_page_and_every_other_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let there = |path: &str| folder.path().join(path).exists();
        write_folder(folder.path(), &packing()).unwrap();
        fs::write(folder.path().join("page/assets/old.js"), "old").unwrap();
        fs::write(folder.path().join("site.toml"), "mine").unwrap();
        write_folder(folder.path(), &packing()).unwrap();
        assert!(there("tool") && there("page/assets/a.js") && there("site.toml"));
        assert!(!there("page/assets/old.js"));
    }
}
