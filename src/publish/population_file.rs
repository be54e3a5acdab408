//! A table of people beside a dataset, whom its figures are divided by.

use std::path::PathBuf;

use crate::cube::{Cube, Metadata};
use crate::publish::dataset_settings::PopulationSettings;
use crate::publish::error::SiteError;
use crate::publish::settings_text::Text;
use crate::publish::table_source::TableSource;
use crate::tabular::{
    Answers, FileRead, Findings, Gravity, PopulationOrder, UNSAID_LANG, population,
};

/// A table of people, and which of its years is meant.
#[derive(Debug, Clone)]
pub struct PopulationFile {
    /// Its file.
    pub file: PathBuf,
    /// The period to take; without one, those of the dataset, else the latest.
    pub year: Option<String>,
}

/// Rates are per so many people where nothing is said.
const PER: u32 = 1000;

/// The cube with the people of a table before any others that it has, and what was found in that table.
pub(super) fn with_population(
    cube: Cube,
    table: &PopulationFile,
    settings: Option<&PopulationSettings>,
) -> Result<(Cube, Findings), SiteError> {
    let source = TableSource::read(std::slice::from_ref(&table.file), None)?;
    let FileRead {
        cube: people,
        findings: read,
        ..
    } = source.cube(&Answers::default());
    // How it was read is told where it matters: by what came of it.
    let mut findings: Findings = read
        .sorted()
        .into_iter()
        .filter(|finding| finding.gravity != Gravity::Note)
        .cloned()
        .collect();
    let Some(people) = people else {
        return Ok((cube, findings));
    };
    let lang = cube.metadata().lang.as_deref().unwrap_or(UNSAID_LANG);
    let label = |text: &Text| text.label(lang);
    let order = PopulationOrder {
        file: source.name.clone(),
        year: table.year.clone(),
        label: settings.and_then(|it| it.label.as_ref()).map(label),
        noun: settings.and_then(|it| it.noun.as_ref()).map(label),
        per: settings.and_then(|it| it.per).unwrap_or(PER),
        publisher: settings.and_then(|it| it.source.clone()),
        url: settings.and_then(|it| it.href.clone()).unwrap_or_default(),
    };
    let (found, told) = population(&cube, &people, &order);
    findings.append(told);
    let Some(found) = found else {
        return Ok((cube, findings));
    };
    let own = cube.metadata().clone();
    let denominators = std::iter::once(found).chain(own.denominators);
    let metadata = Metadata {
        denominators: denominators.collect(),
        ..cube.metadata().clone()
    };
    let cube = cube.with_metadata(metadata);
    Ok((cube.map_err(SiteError::broken(&source.name))?, findings))
}
