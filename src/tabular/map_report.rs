//! The findings of one map file.

use super::finding::{Finding, Findings, Gravity, Spot};
use crate::formats::geojson::SourceFeature;

/// What stands there, what should, and how to mend it.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) found: String,
    pub(super) expected: String,
    pub(super) remedy: String,
}

/// Gathers the findings of a file.
#[derive(Debug)]
pub(super) struct MapReport<'a> {
    file: &'a str,
    findings: Findings,
}

impl<'a> MapReport<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            findings: Findings::default(),
        }
    }
    /// Adds a finding of a gravity and kind at a place.
    pub(super) fn add(
        &mut self,
        (gravity, kind): (Gravity, &'static str),
        spot: Spot,
        words: Words,
    ) {
        let texts = [words.found, words.expected, words.remedy];
        self.findings
            .add(Finding::new(gravity, kind, (self.file, spot), texts));
    }
    pub(super) fn file(&self) -> &str {
        self.file
    }
    /// Whether nothing stands against publishing so far.
    pub(super) fn stands(&self) -> bool {
        self.findings.can_be_published()
    }
    pub(super) fn findings(self) -> Findings {
        self.findings
    }
}

/// Where a feature stands, with its name where it has one.
pub(super) fn spot(feature: &SourceFeature, name_field: Option<usize>) -> Spot {
    let name = name_field.and_then(|field| feature.value(field));
    Spot::Feature {
        nth: feature.nth,
        name: name.map(str::to_owned),
    }
}
