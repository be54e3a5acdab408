//! What a folder of the compiled page says of itself: the version it belongs to and the hash of each
//! file, so that a tool takes only its own page, whole and unchanged.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::publish::error::SiteError;
use crate::publish::tree::{Files, hex_sha256};

/// The name of the manifest in the folder.
pub(super) const MANIFEST: &str = "manifest.json";

/// The form of the manifest and of the folder.
const FORM: u32 = 1;

/// The version of this package.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The manifest of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    form: u32,
    version: String,
    /// SHA-256 of each file by its path in the folder.
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// That of a page of this version.
    pub(super) fn of(files: &Files) -> Self {
        let hash = |(path, bytes): (&String, &Vec<u8>)| (path.clone(), hex_sha256(bytes));
        Self {
            form: FORM,
            version: VERSION.to_owned(),
            files: files.iter().map(hash).collect(),
        }
    }

    /// As the file in the folder.
    pub(super) fn to_text(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        text + "\n"
    }

    /// The hash of the page: of every path and the hash of its file.
    pub(super) fn hash(&self) -> String {
        let each = (self.files.iter()).map(|(path, hash)| format!("{hash} {path}\n"));
        hex_sha256(each.collect::<String>().as_bytes())
    }

    /// The files of `folder`, without the manifest, if they are the page of this version and, where
    /// `build` is known, the one with this hash.
    ///
    /// # Errors
    /// [`SiteError::OtherPage`] for the page of another version or build, or a file that is missing,
    /// changed, or not of the page.
    pub(super) fn checked(
        folder: &Path,
        mut files: Files,
        build: Option<&str>,
    ) -> Result<Files, SiteError> {
        let other = |found: String, expected: String| SiteError::OtherPage {
            folder: folder.to_owned(),
            found,
            expected,
        };
        let Some(text) = files.remove(MANIFEST) else {
            return Err(other(format!("no {MANIFEST}"), "one".into()));
        };
        let path = folder.join(MANIFEST);
        let named: Self = serde_json::from_slice(&text).map_err(SiteError::broken(path))?;
        if (named.form, &*named.version) != (FORM, VERSION) {
            let found = format!("a page of version {} (form {})", named.version, named.form);
            return Err(other(found, format!("version {VERSION} (form {FORM})")));
        }
        let found = Self::of(&files);
        let differs = |path: &&String| found.files.get(*path) != named.files.get(*path);
        if let Some(path) = named.files.keys().chain(found.files.keys()).find(differs) {
            let [found, expected] = [&found.files, &named.files].map(|files| {
                let hash = files.get(path);
                hash.map_or_else(|| "none".to_owned(), |hash| format!("SHA-256 {hash}"))
            });
            return Err(other(format!("{path}: {found}"), expected));
        }
        let hash = found.hash();
        let short = |hash: &str| hash.chars().take(16).collect::<String>();
        match build.filter(|build| *build != hash) {
            Some(build) => Err(other(
                format!("the page of build {}", short(&hash)),
                format!("build {}", short(build)),
            )),
            None => Ok(files),
        }
    }
}
