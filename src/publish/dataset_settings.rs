//! What a publisher says of a dataset, in the file `ID.toml` of its folder.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::cube::{Aggregation, Label, Metadata, Noun};
use crate::publish::error::SiteError;

/// The settings of a dataset; all of them may be left out, and so may the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatasetSettings {
    /// Title.
    pub title: Option<String>,
    /// The language of its texts: `en`.
    pub lang: Option<String>,
    /// What is counted, one and many: `["grant", "grants"]`.
    pub noun: Option<[String; 2]>,
    /// What all places together are called: `Cambodia`.
    pub place: Option<String>,
    /// Whether figures may be added, along every dimension.
    pub aggregation: Option<Adding>,
    /// Who stands behind the figures.
    pub source: Option<String>,
    /// The publisher's page, which begins with `https://`.
    pub href: Option<String>,
    /// The licence of the figures.
    pub licence: Option<String>,
    /// The day of this release: `2026-11-29`.
    pub updated: Option<String>,
    /// When the next one is due.
    pub next_update: Option<String>,
    /// Whom to ask, a paragraph each.
    pub contact: Vec<String>,
    /// Definitions and other notes, a paragraph each.
    pub notes: Vec<String>,
    /// How the figures were made, a paragraph each.
    pub method: Vec<String>,
    /// What this release corrects in the one before; it is shown among the notes.
    pub correction: Option<String>,
    /// Counts of people from 1 to this are not published; 4 where nothing is said.
    pub small: Option<u32>,
    /// Why small counts of people may be published all the same.
    pub safe: Option<Safe>,
    /// Where the same figures are public already.
    pub already_public: Option<String>,
    /// Questions that are answered with what is proposed, by their kinds.
    pub accept: Vec<String>,
}

/// Whether figures may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Adding {
    /// They may.
    Sum,
    /// They may not.
    None,
}

/// Who has found small counts to be safe, when and why; readers are shown all of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safe {
    /// Why.
    pub reason: String,
    /// Who.
    pub person: String,
    /// When.
    pub date: String,
}

/// Where the settings of a dataset stand, relative to the folder of the site.
#[must_use]
pub fn settings_path(id: &str) -> String {
    format!("data/{id}/{id}.toml")
}

impl DatasetSettings {
    /// Reads the settings in a file; those of a file that is not there say nothing.
    ///
    /// # Errors
    /// [`SiteError::Settings`] when the file is no TOML or has a key that is not known.
    pub fn read(path: &Path) -> Result<Self, SiteError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(SiteError::read(path)(error)),
        };
        toml::from_str(&text).map_err(SiteError::settings(path, &text))
    }

    /// What is said of a cube, over what its own file says.
    #[must_use]
    pub fn applied_to(&self, metadata: &Metadata) -> Metadata {
        let mut said = metadata.clone();
        let label = |text: &Option<String>| text.as_deref().map(Label::new);
        let labels = |texts: &[String]| texts.iter().map(|text| Label::new(text)).collect();
        if let Some(title) = label(&self.title) {
            said.label = title;
        }
        for (place, text) in [
            (&mut said.source, &self.source),
            (&mut said.licence, &self.licence),
        ] {
            if text.is_some() {
                *place = label(text);
            }
        }
        for (place, text) in [
            (&mut said.lang, &self.lang),
            (&mut said.href, &self.href),
            (&mut said.updated, &self.updated),
            (&mut said.next_update, &self.next_update),
        ] {
            if let Some(text) = text {
                *place = Some(text.as_str().into());
            }
        }
        for (place, texts) in [
            (&mut said.contact, &self.contact),
            (&mut said.notes, &self.notes),
            (&mut said.method, &self.method),
        ] {
            if !texts.is_empty() {
                *place = labels(texts);
            }
        }
        if let Some([one, many]) = &self.noun {
            said.noun = Some(Noun {
                one: Label::new(one),
                many: Label::new(many),
            });
        }
        said.aggregation = match self.aggregation {
            Some(Adding::Sum) => Some(Aggregation::Sum),
            Some(Adding::None) => Some(Aggregation::None),
            None => said.aggregation,
        };
        if let Some(correction) = &self.correction {
            let note = Label::new(&format!("Correction: {correction}"));
            // A table that was made of a release has it already.
            if !said.notes.contains(&note) {
                said.notes.push(note);
            }
        }
        if let Some(Safe {
            reason,
            person,
            date,
        }) = &self.safe
        {
            said.method.push(Label::new(&format!(
                "Small counts: {reason} ({person}, {date})"
            )));
        }
        said
    }
}

/// The settings as they are first written: what was guessed, and beside it what else can be said.
#[must_use]
pub fn first_settings(file: &str, (title, lang): (&str, &str), noun: Option<&Noun>) -> String {
    // A text of JSON is one of TOML.
    let title = serde_json::Value::from(title);
    let lang = serde_json::Value::from(lang);
    let noun = noun.map_or_else(
        || "# noun = [\"grant\", \"grants\"]".to_owned(),
        |noun| {
            format!(
                "noun = {}",
                serde_json::json!([noun.one.own(), noun.many.own()])
            )
        },
    );
    format!(
        "# What is said of the dataset that was read from {file}. Written once; what is changed here is\n\
         # obeyed the next time it is published. A # makes a line a comment.\n\n\
         title = {title}\n\
         lang = {lang}\n\n\
         {noun}  # what is counted: one, many\n\
         # place = \"Cambodia\"                  # what all places together are called\n\
         # aggregation = \"sum\"                 # \"sum\": figures may be added; \"none\": they may not\n\
         # source = \"Who stands behind the figures\"\n\
         # href = \"https://…\"                   # the publisher's page\n\
         # licence = \"CC BY 4.0\"\n\
         # updated = \"2026-11-29\"               # the day of this release\n\
         # next_update = \"November 2027\"\n\
         # contact = [\"statistics@agency.example\"]\n\
         # notes = [\"What a household is …\"]      # definitions, a paragraph each\n\
         # method = [\"A survey of …\"]            # how the figures were made\n\
         # correction = \"…\"                     # what this release corrects in the one before\n\n\
         # small = 4                            # counts of people from 1 to this are not published\n\
         # safe = {{ reason = \"…\", person = \"…\", date = \"…\" }}\n\
         # already_public = \"https://…\"\n\n\
         # accept = [\"bands-as-dates\"]          # questions of the report that are answered as it proposes\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<DatasetSettings, SiteError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("grants.toml");
        fs::write(&path, text).unwrap();
        DatasetSettings::read(&path)
    }

    #[test]
    fn the_settings_as_they_are_first_written_say_title_and_language() {
        let settings = read(&first_settings(
            "grants.csv",
            ("Grants \"by\" region", "en"),
            None,
        ))
        .unwrap();
        assert_eq!(
            settings,
            DatasetSettings {
                title: Some("Grants \"by\" region".to_owned()),
                lang: Some("en".to_owned()),
                ..DatasetSettings::default()
            }
        );
    }

    #[test]
    fn each_commented_key_is_one_that_is_known() {
        let text = first_settings("grants.csv", ("Grants", "en"), None);
        let keys = text.lines().filter_map(|line| line.strip_prefix("# "));
        let keys: Vec<&str> = keys.filter(|line| line.contains(" = ")).collect();
        let settings = read(&keys.join("\n")).unwrap();
        assert_eq!(settings.noun.unwrap()[1], "grants");
        assert_eq!(
            (settings.small, settings.aggregation),
            (Some(4), Some(Adding::Sum))
        );
        assert!(settings.safe.is_some() && settings.already_public.is_some());
    }

    #[test]
    fn what_is_said_stands_over_what_the_file_says() {
        let file = Metadata {
            label: Label::new("Table 1"),
            source: Some(Label::new("Office")),
            ..Metadata::default()
        };
        let settings = read("title = \"Grants\"\naggregation = \"sum\"\n").unwrap();
        let said = settings.applied_to(&file);
        assert_eq!(
            (said.label.own(), said.aggregation),
            ("Grants", Some(Aggregation::Sum))
        );
        assert_eq!(said.source.unwrap().own(), "Office");
    }

    #[test]
    fn a_key_that_is_not_known_is_refused_with_its_line() {
        let error = read("title = \"Grants\"\nlisence = \"CC0\"\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("line 2") && error.contains("lisence") && error.contains("licence"),
            "{error}"
        );
    }
}
