//! What is published beside a table, and all that is kept of a dataset: its files as they came.

use std::fs;
use std::path::{Path, PathBuf};

use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::error::SiteError;
use crate::publish::population_file::PopulationFile;
use crate::publish::publish_file::{MapOrder, Order};
use crate::publish::source_folder::{Kept, POPULATION, SOURCES, replace};
use crate::publish::table_source::TableSource;
use crate::tabular::{Finding, Findings, Gravity, Spot};

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

/// What an order names and settings that were there before do not: published anew by its id, the dataset would go
/// back to what they say.
pub(super) fn unsaid(order: &Order, id: &str, settings: &DatasetSettings) -> Findings {
    let path = settings_path(id);
    if !order.site.join(&path).exists() {
        return Findings::default();
    }
    let name = |file: &Path| {
        let name = file.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let map = order.map.as_ref();
    let said_map = settings.map.as_ref();
    let people = order.population.as_ref();
    let said_people = settings.population.as_ref();
    let all = [
        (
            "map",
            "file",
            map.map(|it| name(&it.file)),
            said_map.map(|it| it.file.clone()),
        ),
        (
            "map",
            "key",
            map.and_then(|it| it.key.clone()),
            said_map.and_then(|it| it.key.clone()),
        ),
        (
            "population",
            "file",
            people.map(|it| name(&it.file)),
            said_people.map(|it| it.file.clone()),
        ),
        (
            "population",
            "year",
            people.and_then(|it| it.year.clone()),
            said_people.and_then(|it| it.year.clone()),
        ),
    ];
    let finding = |(table, key, ordered, said): (&str, &str, Option<String>, Option<String>)| {
        let ordered = ordered.filter(|ordered| said.as_ref() != Some(ordered))?;
        let texts = [
            match said {
                Some(said) => format!("{said:?} in the settings, and {ordered:?} in the command"),
                None => format!("nothing in the settings, and {ordered:?} in the command"),
            },
            format!("the same in both: \"jangkau publish {id}\" goes by the settings alone"),
            format!("write {key} = {ordered:?} under [{table}]"),
        ];
        let place = (&*path, Spot::Member(format!("{table}.{key}")));
        Some(Finding::new(Gravity::Warning, "setting", place, texts))
    };
    all.into_iter().filter_map(finding).collect()
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
