//! The files of a dataset as they came, kept in its folder, and what is published beside its table.

use std::fs;
use std::path::Path;

use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::error::SiteError;
use crate::publish::population_file::PopulationFile;
use crate::publish::publish_file::{MapOrder, Order};
use crate::publish::releases::write_whole;
use crate::publish::site_settings::SETTINGS;
use crate::publish::table_source::TableSource;

/// The folder of a dataset in which its files are kept as they came.
pub(super) const SOURCES: &str = "sources";
/// The folder in it for the people whom figures are divided by: it is no part of the table.
const POPULATION: &str = "population";

/// What is published beside a table.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) map: Option<MapOrder>,
    pub(super) population: Option<PopulationFile>,
}

impl Beside {
    /// What the order names, else what was kept of the dataset.
    pub(super) fn of(order: &Order, id: &str, settings: &DatasetSettings) -> Self {
        let sources = order.site.join("data").join(id).join(SOURCES);
        let map = settings.map.as_ref().map(|said| MapOrder {
            file: sources.join(&said.file),
            key: said.key.clone(),
            weight_bytes: said.weight.map(|kilobytes| kilobytes * 1000),
        });
        let population = settings.population.as_ref().map(|said| PopulationFile {
            file: sources.join(POPULATION).join(&said.file),
            year: said.year.clone(),
        });
        Self {
            map: order.map.clone().or(map),
            population: order.population.clone().or(population),
        }
    }

    /// The files, each with the folder of the sources that it is kept in.
    fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        let map = self.map.iter().map(|map| ("", &*map.file));
        let population = self.population.iter();
        map.chain(population.map(|people| (POPULATION, &*people.file)))
    }
}

/// Keeps a file as it came, unless it is the kept one.
fn keep(kept: &Path, came: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    let is_own = fs::canonicalize(kept)
        .ok()
        .is_some_and(|kept| fs::canonicalize(came).ok() == Some(kept));
    if is_own {
        return Ok(());
    }
    write_whole(kept, bytes)
}

/// Keeps the files of a dataset as they came, and writes its settings and those of the site where there are none.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn keep_sources(
    site: &Path,
    id: &str,
    (source, beside): (&TableSource, &Beside),
    (first_settings, first_of_site): (&str, &str),
) -> Result<(), SiteError> {
    let folder = site.join("data").join(id).join(SOURCES);
    for file in source.all_files() {
        keep(&folder.join(&file.name), &file.path, &file.bytes)?;
    }
    for (inner, file) in beside.files() {
        let bytes = fs::read(file).map_err(SiteError::read(file))?;
        let name = file.file_name().unwrap_or_default();
        keep(&folder.join(inner).join(name), file, &bytes)?;
    }
    for (path, first) in [
        (settings_path(id), first_settings),
        (SETTINGS.to_owned(), first_of_site),
    ] {
        let path = site.join(path);
        if !path.exists() {
            write_whole(&path, first.as_bytes())?;
        }
    }
    Ok(())
}
