//! What a site says of itself, in the file `site.toml` of its folder.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use serde::Deserialize;

use crate::formats::json_stat::Entry;
use crate::publish::error::SiteError;
use crate::publish::settings_faults::settings_from;
use crate::publish::settings_text::Text;
use crate::publish::site_url::{BasePath, SiteUrl};
use crate::scale::Rgb;
use crate::words::{COMPLETE_LANGUAGES, LANGUAGE_CODES, Messages, messages};

/// The file of the settings, in the folder of the site.
pub const SETTINGS: &str = "site.toml";

/// The settings of a site; all of them may be left out, and so may the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SiteSettings {
    /// The name of the site; Jangkau where nothing is said.
    pub name: Option<String>,
    /// What it is for, in a few words.
    pub tagline: Option<Text>,
    /// A picture beside its name: a file of the folder, SVG or PNG.
    pub logo: Option<String>,
    /// Its colour, which bars, links and the map take their hue from.
    pub colour: Option<Colour>,
    /// The languages that it speaks, the default first; all that are translated where nothing is said.
    pub languages: Vec<Language>,
    /// The path of its folder on its host.
    pub base: Option<String>,
    /// Its public address.
    pub url: Option<String>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// The page that says who is responsible for it, which begins with `https://`.
    pub imprint: Option<String>,
    /// Its datasets by their ids, in the order in which they are listed; others follow.
    pub datasets: Vec<String>,
    /// Files that are published beside those of the list, by path relative to the folder.
    pub files: Vec<String>,
}

/// A colour, written `#7a1f5c`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(pub Rgb);

impl TryFrom<String> for Colour {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self)
    }
}

/// A language that the page has words for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Language(String);

impl TryFrom<String> for Language {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        if LANGUAGE_CODES.contains(&&*text) {
            return Ok(Self(text));
        }
        let known = LANGUAGE_CODES.join(", ");
        Err(format!("found \"{text}\", expected one of {known}"))
    }
}

/// Bytes of a logo at most: it comes before the figures on a slow line.
const MOST_LOGO_BYTES: u64 = 40_000;

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
        let settings: Self = settings_from(&path, &text)?;
        let declared = settings.files.iter().find(|path| !may_be_published(path));
        if let Some(path) = declared {
            return Err(SiteError::Declared {
                found: path.clone(),
            });
        }
        settings.check(site)?;
        Ok(settings)
    }

    /// Whether what is said can be shown.
    fn check(&self, site: &Path) -> Result<(), SiteError> {
        let unfit = |member: &str, expected: String| SiteError::Unfit {
            path: SETTINGS.to_owned(),
            member: member.to_owned(),
            expected,
        };
        let is_https = |text: &String| text.starts_with("https://");
        if !self.imprint.as_ref().is_none_or(is_https) {
            return Err(unfit(
                "imprint",
                "an address that begins with https://".to_owned(),
            ));
        }
        let Some(logo) = &self.logo else {
            return Ok(());
        };
        let is_plain = Path::new(logo)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let expected = format!(
            "a file of the site's folder, .svg or .png, of at most {} kB",
            MOST_LOGO_BYTES / 1000
        );
        let about = fs::metadata(site.join(logo));
        let fits = about.is_ok_and(|about| about.len() <= MOST_LOGO_BYTES);
        if is_plain && fits && logo_ending(logo).is_some() {
            return Ok(());
        }
        Err(unfit("logo", expected))
    }

    /// Where the site is to stand: the path of its folder on its host, and its public address.
    ///
    /// # Errors
    /// [`SiteError::Base`] and [`SiteError::Url`].
    pub fn place(&self) -> Result<(Option<BasePath>, Option<SiteUrl>), SiteError> {
        let base = self.base.as_deref().map(BasePath::new).transpose()?;
        let address = self.url.as_deref().map(SiteUrl::new).transpose()?;
        Ok((base, address))
    }

    /// The name of the site.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("Jangkau")
    }

    /// The words of each language of the site, the default first.
    #[must_use]
    pub fn languages(&self) -> Vec<&'static Messages> {
        if self.languages.is_empty() {
            return COMPLETE_LANGUAGES.to_vec();
        }
        let languages = self.languages.iter();
        languages.map(|language| messages(&language.0)).collect()
    }

    /// The words of each language that a dataset is offered in.
    #[must_use]
    pub fn languages_of(&self, entry: &Entry) -> Vec<&'static Messages> {
        let all = self.languages();
        let codes: Vec<&str> = all.iter().map(|words| words.code).collect();
        let offered = entry.offered(&codes).into_iter();
        offered.map(messages).collect()
    }

    /// What the site is for, in a language.
    #[must_use]
    pub fn tagline(&self, words: &'static Messages) -> String {
        match &self.tagline {
            Some(tagline) => tagline.label(words.code).in_lang(words.code).to_owned(),
            None => words.tagline.to_owned(),
        }
    }
}

/// How the name of a logo ends.
pub(super) fn logo_ending(logo: &str) -> Option<&str> {
    let ending = Path::new(logo).extension()?.to_str()?;
    matches!(ending, "svg" | "png").then_some(ending)
}

/// The settings as they are first written, for a site whose first dataset is in a language.
#[must_use]
pub fn first_site_settings(lang: &str) -> String {
    let lang = LANGUAGE_CODES.iter().find(|code| **code == lang);
    let lang = lang.unwrap_or(&"en");
    let known = LANGUAGE_CODES.join(", ");
    format!(
        "# What the site says of itself. Written once; what is changed here is obeyed by the next build.\n\
         # A # makes a line a comment.\n\n\
         # name = \"Grants of the ministry\"\n\
         # tagline = \"Who was reached\"          # or by language: {{ en = \"…\", fr = \"…\" }}\n\
         # logo = \"logo.svg\"                    # a file beside this one\n\
         # colour = \"#7a1f5c\"                   # bars, links and the map take their hue from it\n\
         languages = [\"{lang}\"]                 # of {known}; the first is the default\n\
         # base = \"/explorer/\"                  # the folder on its host\n\
         # url = \"https://agency.example/explorer/\"\n\
         # contact = \"statistics@agency.example\"\n\
         # imprint = \"https://agency.example/imprint\"\n\
         # datasets = [\"grants\"]                # the order of the list\n\
         # files = [\"data/grants/LICENSE.md\"]   # published beside the datasets\n"
    )
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
