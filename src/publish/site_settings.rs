//! What a site says of itself, in the file `site.toml` of its folder.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::publish::error::SiteError;

/// The file of the settings, in the folder of the site.
pub const SETTINGS: &str = "site.toml";

/// The settings of a site; all of them may be left out, and so may the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SiteSettings {
    /// Files that are published beside those of the list, by path relative to the folder.
    pub files: Vec<String>,
}

impl SiteSettings {
    /// Reads the settings of the folder `site`.
    ///
    /// # Errors
    /// [`SiteError::Settings`] when the file is no TOML or has a key that is not known,
    /// [`SiteError::Declared`] when it declares what may not be published.
    pub fn read(site: &Path) -> Result<Self, SiteError> {
        let path = site.join(SETTINGS);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(SiteError::read(&path)(error)),
        };
        let settings: Self = toml::from_str(&text).map_err(SiteError::settings(&path, &text))?;
        match settings.files.iter().find(|path| !may_be_published(path)) {
            Some(path) => Err(SiteError::Declared {
                found: path.clone(),
            }),
            None => Ok(settings),
        }
    }
}

/// Whether it is the path of a file in `data/`, of no source as it came and of no settings.
fn may_be_published(path: &str) -> bool {
    let mut segments = path.split('/');
    let is_plain = |segment: &str| {
        let plain = |letter: char| !letter.is_control() && !"\\:*?\"<>|".contains(letter);
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment.chars().all(plain)
            && !segment.eq_ignore_ascii_case("sources")
    };
    let is_settings = Path::new(path)
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    segments.next() == Some("data") && path.contains('/') && segments.all(is_plain) && !is_settings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<SiteSettings, SiteError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(SETTINGS), text).unwrap();
        SiteSettings::read(folder.path())
    }

    #[test]
    fn a_site_without_settings_declares_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let settings = SiteSettings::read(folder.path()).unwrap();
        assert_eq!(settings, SiteSettings::default());
        assert_eq!(read("# nothing\n").unwrap(), SiteSettings::default());
    }

    #[test]
    fn only_files_of_the_data_that_are_no_sources_and_no_settings_may_be_declared() {
        let settings = read("files = [\"data/x/LICENSE.md\", \"data/report of x.csv\"]").unwrap();
        assert_eq!(settings.files.len(), 2);
        for path in [
            "data",
            "data/",
            "site.toml",
            "report.csv",
            "/etc/passwd",
            "data/../../etc/passwd",
            "data/x/sources/records.csv",
            "data/x/Sources/records.csv",
            "data/x/x.toml",
            "data/x/.key",
            "data/a\\\\b",
        ] {
            let error = read(&format!("files = [\"{path}\"]")).unwrap_err();
            assert!(
                matches!(error, SiteError::Declared { .. }),
                "{path}: {error}"
            );
        }
    }

    #[test]
    fn a_key_that_is_not_known_is_refused() {
        let error = read("files = []\nfils = []").unwrap_err();
        assert!(
            matches!(&error, SiteError::Settings { line: 2, .. }),
            "{error}"
        );
        let error = error.to_string();
        assert!(error.contains("fils") && error.contains("files"), "{error}");
    }

    #[test]
    fn what_is_no_toml_is_refused_with_its_line() {
        let error = read("# a\n\nfiles = [\"data/x").unwrap_err();
        assert!(
            matches!(&error, SiteError::Settings { line: 3, .. }),
            "{error}"
        );
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}
