//! What is published beside a table, and all that is kept of a dataset: its files as they came.

use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::dataset_settings::DatasetSettings;
use crate::publish::error::SiteError;
use crate::publish::population_file::PopulationFile;
use crate::publish::publish_file::{MapOrder, Order};
use crate::publish::source_folder::{Kept, POPULATION, SOURCES, replace};
use crate::publish::table_source::TableSource;

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

/// Keeps the files of a dataset as they came, in the place of those of before.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn keep_sources(
    site: &Path,
    id: &str,
    (source, beside): (&TableSource, &Beside),
) -> Result<(), SiteError> {
    let mut all_beside = Vec::new();
    for (inner, file) in beside.files() {
        let bytes = fs::read(file).map_err(SiteError::read(file))?;
        let name = file.file_name().unwrap_or_default();
        all_beside.push((Path::new(inner).join(name), bytes));
    }
    let mut kept: Kept<'_> = (all_beside.iter())
        .map(|(path, bytes)| (path.clone(), &**bytes))
        .collect();
    let table = source.all_files();
    kept.extend(table.map(|file| (PathBuf::from(&file.name), &*file.bytes)));
    replace(&site.join("data").join(id), &kept)
}
