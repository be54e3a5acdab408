//! What an editor would ask of a whole site before it is built.

use std::path::Path;

use crate::formats::json_stat::Entry;
use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::editor::editor;
use crate::publish::error::SiteError;
use crate::publish::guard::guard_entry;
use crate::publish::publish_facts::unsaid_of_facts;
use crate::publish::said_settings::said_settings;
use crate::publish::settings_faults::nearest_to;
use crate::publish::site_files::SiteFiles;
use crate::publish::site_settings::{Colour, SETTINGS};
use crate::publish::solvable::whole_counts;
use crate::scale::{LowContrast, low_contrasts};
use crate::tabular::{Finding, Findings, Gravity, Spot, first_names};

/// Everything that is found in the newest release, or draft, of each dataset of a site.
///
/// # Errors
/// When the list or a file that it names cannot be read.
pub fn check_site(folder: &Path) -> Result<Findings, SiteError> {
    let site = SiteFiles::read(folder)?;
    let mut findings = Findings::default();
    for entry in site.list.latest() {
        if entry.is_fact_list {
            findings.append(check_facts(&site, entry)?);
            continue;
        }
        let cube = site.cube(entry)?;
        let path = settings_path(&entry.id);
        match DatasetSettings::read(&site.path(&path)) {
            Ok(settings) => {
                findings.append(said_settings(&path, &settings));
                findings.append(guard_entry(&site, entry, &cube, &settings)?);
            }
            Err(error) => findings.append(not_understood(&path, error)?),
        }
        // Of modelled figures nobody is known by one.
        if !cube.metadata().modelled {
            findings.append(whole_counts(&entry.href, &cube).into_iter().collect());
        }
        findings.append(editor(&site, entry, &cube).into_iter().collect());
    }
    findings.append(no_datasets(&site));
    if let Some(Colour(brand)) = site.settings.colour {
        for low in low_contrasts(brand) {
            findings.add(low_contrast(&low));
        }
    }
    Ok(findings)
}

/// What an editor would ask of a list of published figures.
fn check_facts(site: &SiteFiles, entry: &Entry) -> Result<Findings, SiteError> {
    let list = site.fact_list(entry)?;
    let path = settings_path(&entry.id);
    let mut findings = match DatasetSettings::read(&site.path(&path)) {
        Ok(settings) => said_settings(&path, &settings),
        Err(error) => not_understood(&path, error)?,
    };
    findings.append(unsaid_of_facts(&path, &list));
    Ok(findings)
}

/// What is not understood in the settings of a dataset, or the error that they could not be read.
fn not_understood(path: &str, error: SiteError) -> Result<Findings, SiteError> {
    let SiteError::Settings {
        line,
        found,
        others,
        ..
    } = error
    else {
        return Err(error);
    };
    let all = std::iter::once((line, found)).chain(others);
    let finding = |(line, found): (usize, String)| {
        let remedy = format!("correct line {line}: what stands there says nothing as it is");
        let texts = [found, String::new(), remedy];
        Finding::new(Gravity::Error, "setting", (path, Spot::Line(line)), texts)
    };
    Ok(all.map(finding).collect())
}

/// Datasets that the settings put in order, and that there are not.
fn no_datasets(site: &SiteFiles) -> Findings {
    let known: Vec<&str> = site.list.latest().map(|entry| &*entry.id).collect();
    let order = site.settings.datasets.iter();
    let unknown = order.filter(|id| !known.contains(&&***id));
    let finding = |id: &String| {
        let nearest = nearest_to(id, known.iter().copied()).unwrap_or_default();
        let texts = [
            format!("the dataset \"{id}\""),
            format!("one of {}", first_names(known.iter().copied())),
            format!("write \"{nearest}\" for \"{id}\", or take it out"),
        ];
        let place = (SETTINGS, Spot::Member("datasets".to_owned()));
        Finding::new(Gravity::Error, "setting", place, texts)
    };
    unknown.map(finding).collect()
}

/// A colour that is too near to what is behind it.
fn low_contrast(low: &LowContrast) -> Finding {
    let texts = [
        format!(
            "{} on {}, a contrast of {:.1} ({})",
            low.colour, low.ground, low.contrast, low.property
        ),
        format!("at least {}", low.least),
        "choose another colour".to_owned(),
    ];
    let place = (SETTINGS, Spot::Member("colour".to_owned()));
    Finding::new(Gravity::Error, "low-contrast", place, texts)
}
