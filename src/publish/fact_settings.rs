//! What a publisher says of a list of published figures, under `[facts]` in the settings of its dataset.

use serde::Deserialize;

use crate::publish::settings_text::{NounText, Text};

/// The part of the settings that a list of published figures has and a table has not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactSettings {
    /// Whose programme the figures are about.
    pub agency: Option<Text>,
    /// What the figures say, in a sentence.
    pub sentence: Option<Text>,
    /// Whom to ask for a correction; an address becomes a link.
    pub corrections: Option<String>,
    /// What a place of the map is called, one and many.
    pub places: Option<NounText>,
    /// What figures speak of that is no place of the map.
    pub elsewhere: Vec<String>,
    /// Which figures stand on the map; without it, those of the topic, category, period, unit and publisher that have
    /// most places.
    pub map: Option<FactSelector>,
    /// What is said of every place without a figure; without it, that none is published.
    pub rest: Option<Text>,
    /// What stands beside the figures, in words.
    pub related: Vec<RelatedSettings>,
    /// Figures that stand side by side because they do not say the same.
    pub beside: Vec<BesideSettings>,
}

/// Figures by what they say: those of which all that is written here is true.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactSelector {
    /// What they are about.
    pub topic: Option<String>,
    /// What exactly is counted.
    pub category: Option<String>,
    /// The place, by the name that the list has for it.
    pub place: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// The figure, as the list writes it.
    pub value: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Who published them.
    pub publisher: Option<String>,
}

/// Words that stand beside the figures, with where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelatedSettings {
    /// The words.
    pub text: Text,
    /// Who published them.
    pub publisher: String,
    /// The title of the page.
    #[serde(default)]
    pub title: String,
    /// When, as the publisher writes it.
    #[serde(default)]
    pub date: String,
    /// The address of the page.
    pub link: String,
}

/// Figures that do not say the same.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesideSettings {
    /// What is to be seen of them.
    #[serde(default)]
    pub text: Option<Text>,
    /// The figures.
    pub figures: Vec<FactSelector>,
}
