//! What a publisher says of a dataset, in the file `ID.toml` of its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::cube::Aggregation;
use crate::publish::day::is_day;
use crate::publish::error::SiteError;
use crate::publish::fact_settings::FactSettings;
use crate::publish::settings_faults::settings_from;
use crate::publish::settings_text::{NounText, Text};
use crate::tabular::{
    AcrossIs, Answers, BlankIs, BracketsAre, ColumnIs, DateOrder, DecimalSign, Era,
};

/// The settings of a dataset; all of them may be left out, and so may the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatasetSettings {
    /// Title.
    pub title: Option<Text>,
    /// The language of its texts: `en`.
    pub lang: Option<String>,
    /// The languages of the site that its pages are offered in; where nothing is said, all.
    pub languages: Vec<String>,
    /// What is counted.
    pub noun: Option<NounText>,
    /// What all places together are called: `Cambodia`.
    pub place: Option<Text>,
    /// Whether figures may be added, along every dimension.
    pub aggregation: Option<Adding>,
    /// Who stands behind the figures.
    pub source: Option<Text>,
    /// The publisher's page, which begins with `https://`.
    pub href: Option<String>,
    /// The licence of the figures.
    pub licence: Option<Text>,
    /// The day of this release: `2026-11-29`.
    pub updated: Option<String>,
    /// When the next one is due.
    pub next_update: Option<String>,
    /// Whom to ask, a paragraph each.
    pub contact: Vec<Text>,
    /// What is told wherever a figure or the map is shown, a paragraph each.
    pub caveats: Vec<Text>,
    /// Definitions and other notes, a paragraph each.
    pub notes: Vec<Text>,
    /// How the figures were made, a paragraph each.
    pub method: Vec<Text>,
    /// What this release corrects in the one before; it is shown among the notes.
    pub correction: Option<Text>,
    /// Counts of people from 1 to this are not published; 4 where nothing is said.
    pub small: Option<u32>,
    /// Why small counts of people may be published all the same.
    pub safe: Option<Safe>,
    /// Where the same figures are public already.
    pub already_public: Option<String>,
    /// Questions that are answered with what is proposed, by their kinds.
    pub accept: Vec<String>,
    /// The shares that the headline names.
    pub headline: Vec<HeadlineShare>,
    /// Views that the list of datasets leads to.
    pub views: Vec<ViewSettings>,
    /// The map of its places.
    pub map: Option<MapSettings>,
    /// The table of people whom its figures are divided by.
    pub population: Option<PopulationSettings>,
    /// What is said of a list of published figures.
    pub facts: FactSettings,
    /// How the file is written.
    pub table: TableSettings,
    /// What its columns are, by heading.
    pub columns: BTreeMap<String, ColumnIs>,
    /// What a blank means, by column.
    pub blanks: BTreeMap<String, BlankIs>,
    /// By column, texts and what is read in their place.
    pub replace: BTreeMap<String, BTreeMap<String, String>>,
    /// By column, how many digits its codes have, which lost the zeros before them.
    pub digits: BTreeMap<String, usize>,
    /// How dimensions are meant, by their ids.
    pub dimensions: BTreeMap<String, DimensionSettings>,
    /// How measures are meant, by their codes.
    pub measures: BTreeMap<String, MeasureSettings>,
    /// Symbols that hide a figure, and the least and the greatest that it can be; none of either where it
    /// can be anything.
    pub hidden: BTreeMap<String, Vec<u32>>,
}

/// A view that the list of datasets leads to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewSettings {
    /// What it shows.
    pub label: Text,
    /// The query of its link, without a question mark: `sex=F&as=share`.
    pub query: String,
}

/// A map that was published with a table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapSettings {
    /// Its file, among the sources.
    pub file: String,
    /// The field that has the codes of the places; found where none is named.
    #[serde(default)]
    pub key: Option<String>,
    /// Whose the boundaries are, and their licence: it stands under each map.
    #[serde(default)]
    pub credit: Option<String>,
    /// The most that the boundaries may weigh, in kilobytes of brotli.
    #[serde(default)]
    pub weight: Option<usize>,
}

/// A table of people that was published with another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PopulationSettings {
    /// Its file, in the folder `population` of the sources.
    pub file: String,
    /// The period to take; without one, those of the table, else the latest.
    #[serde(default)]
    pub year: Option<String>,
    /// What the people are called; without it, as their table calls them.
    #[serde(default)]
    pub label: Option<Text>,
    /// Whom it counts ("people aged 10 and over"); without it inhabitants.
    #[serde(default)]
    pub noun: Option<Text>,
    /// Rates are per so many; 1000 where nothing is said.
    #[serde(default)]
    pub per: Option<u32>,
    /// Who counted them.
    #[serde(default)]
    pub source: Option<String>,
    /// Where they stand, a link.
    #[serde(default)]
    pub href: Option<String>,
}

/// How a table is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableSettings {
    /// Of a workbook, the sheet to read.
    pub sheet: Option<String>,
    /// The decimal sign of its figures.
    pub decimal: Option<DecimalSign>,
    /// The names of its columns, where no row names them.
    pub headings: Vec<String>,
    /// The era of its years.
    pub era: Option<Era>,
    /// Which number of a day such as `03/02/2023` comes first.
    pub dates: Option<DateOrder>,
    /// What figures in brackets are.
    pub brackets: Option<BracketsAre>,
    /// What columns of figures are of which one is called a total.
    pub across: Option<AcrossIs>,
}

/// How a dimension is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DimensionSettings {
    /// Its name.
    pub label: Option<Text>,
    /// The code of the category that is all others together.
    pub total: Option<String>,
    /// The code of the category that is shown where nothing is chosen, or `latest`.
    pub default: Option<String>,
    /// Whether its figures may be added.
    pub aggregation: Option<Adding>,
    /// How its categories are meant, a paragraph each.
    pub notes: Vec<Text>,
}

/// How a measure is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MeasureSettings {
    /// Its name.
    pub label: Option<Text>,
    /// Its unit.
    pub unit: Option<String>,
    /// The power of ten that its figures are to be multiplied by: 3 of thousands.
    pub multiplier: Option<i32>,
    /// How many decimals its figures have.
    pub decimals: Option<u8>,
    /// Whether it counts, so that its figures may be added.
    pub counts: Option<bool>,
    /// Whether it is people who are counted; small counts of anything else may be published.
    pub people: Option<bool>,
}

/// A share that the headline names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlineShare {
    /// The id of the dimension or grouping.
    pub dimension: String,
    /// The code of the category.
    pub category: String,
    /// The words after the figure: "were women".
    pub phrase: Text,
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

impl From<Adding> for Aggregation {
    fn from(adding: Adding) -> Self {
        match adding {
            Adding::Sum => Self::Sum,
            Adding::None => Self::None,
        }
    }
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

/// Counts of people up to this are small where nothing else is said.
const SMALL: u32 = 4;

/// Whether a text says anything: dots in a pattern that was left as it was do not.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

/// Whether a text is the address of a page.
pub(super) fn is_address(text: &str) -> bool {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.')
            && host.starts_with(char::is_alphanumeric)
            && !rest.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    })
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
        settings_from(path, &text)
    }

    /// Who has found small counts to be safe, when and why; `None` where one of these is not said.
    #[must_use]
    pub fn found_safe(&self) -> Option<&Safe> {
        let is_said =
            |it: &&Safe| has_words(&it.reason) && has_words(&it.person) && is_day(it.date.trim());
        self.safe.as_ref().filter(is_said)
    }

    /// Where the same figures are public already; `None` of what is no address.
    #[must_use]
    pub fn public_at(&self) -> Option<&str> {
        let said = self.already_public.as_deref();
        said.filter(|text| is_address(text))
    }

    /// Counts of people up to this are small.
    #[must_use]
    pub fn small(&self) -> u32 {
        self.small.filter(|small| *small > 0).unwrap_or(SMALL)
    }

    /// What is said of the table in the file; `path`: where the settings stand.
    #[must_use]
    pub fn answers(&self, path: &str) -> Answers {
        let table = &self.table;
        Answers {
            file: path.to_owned(),
            decimal: table.decimal,
            sheet: table.sheet.clone(),
            headings: table.headings.clone(),
            columns: self.columns.clone(),
            blanks: self.blanks.clone(),
            replace: self.replace.clone(),
            digits: self.digits.clone(),
            orders: BTreeMap::new(),
            era: table.era,
            dates: table.dates,
            brackets: table.brackets,
            across: table.across,
            accept: self.accept.clone(),
        }
    }
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
    fn a_key_that_is_not_known_is_refused_with_its_line() {
        let error = read("title = \"Grants\"\nlisence = \"CC0\"\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("line 2") && error.contains("lisence") && error.contains("licence"),
            "{error}"
        );
    }

    #[test]
    fn what_a_column_cannot_be_is_refused_with_what_it_can() {
        let error = read("[columns]\nArea = \"regions\"\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("line 2") && error.contains("region, time, dimension"),
            "{error}"
        );
    }
}
