//! From a publisher's file to a draft in a site, with everything that was found on the way.

use std::fs;
use std::path::PathBuf;

use crate::cube::{Cube, DimIx, Role, Selection, linked};
use crate::formats;
use crate::publish::boundaries::{BoundaryOptions, boundaries_from_file};
use crate::publish::dataset_settings::{DatasetSettings, first_settings, settings_path};
use crate::publish::described::{described, with_places};
use crate::publish::error::SiteError;
use crate::publish::findings_report::{findings_html, findings_json};
use crate::publish::releases::{Drafted, write_draft, write_whole};
use crate::publish::small_counts::small_counts;
use crate::publish::table_file::{LIMITS, read_table};
use crate::publish::table_source::TableSource;
use crate::scene::reading_lines;
use crate::tabular::Findings;
use crate::words::messages;

/// What to publish, and where.
#[derive(Debug, Clone)]
pub struct Order {
    /// The file of the table, several of the same columns, a folder of such, or a data package.
    pub files: Vec<PathBuf>,
    /// Of a workbook, the sheet to read; of a data package, the table.
    pub sheet: Option<String>,
    /// The folder of the site; it may be empty.
    pub site: PathBuf,
    /// The id of the dataset; without one, the name of the file or the folder.
    pub id: Option<String>,
    /// The map of its places.
    pub map: Option<MapOrder>,
}

/// A map to publish with a table.
#[derive(Debug, Clone)]
pub struct MapOrder {
    /// Its file.
    pub file: PathBuf,
    /// The field that has the codes of the places; found where none is named.
    pub key: Option<String>,
    /// The most that the boundaries may weigh, in bytes of brotli; what the page can bear where nothing is
    /// said.
    pub weight_bytes: Option<usize>,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The id of the dataset.
    pub id: String,
    /// How the file was read, a name and a text each.
    pub account: Vec<(&'static str, String)>,
    /// What was found.
    pub findings: Findings,
    /// The draft; `None` where something stands in the way.
    pub drafted: Option<Drafted>,
}

/// Names of the whole report, in the folder of the site.
pub const REPORT: [&str; 2] = ["jangkau-report.html", "jangkau-report.json"];

/// Reads a file and, where nothing stands in the way, puts it into the site as a draft. The settings are
/// written where there are none; the report always is.
///
/// # Errors
/// When a file cannot be read or written, or the settings are not understood.
pub fn publish_file(order: &Order) -> Result<Outcome, SiteError> {
    let source = TableSource::read(&order.files, order.sheet.as_deref())?;
    let name = source.name.clone();
    let id = order.id.clone().unwrap_or_else(|| source.id.clone());
    let settings_path = order.site.join(settings_path(&id));
    let settings = DatasetSettings::read(&settings_path)?;
    let (cube, mut findings, told) = read_table(&source, order.sheet.as_deref());
    let mut account = Vec::new();
    if !told.read.is_empty() {
        account.push(("read", format!("{name}: {}", told.read)));
        account.push(("columns", told.columns.clone()));
    }
    let title = told.title.clone().or_else(|| {
        let own = cube.as_ref()?.metadata().label.own();
        (!own.is_empty()).then(|| own.to_owned())
    });
    let title = title.unwrap_or_else(|| id.replace('-', " "));
    let cube = match cube {
        Some(cube) if order.map.is_some() => Some(with_places(cube)?),
        cube => cube,
    };
    let cube = match cube {
        Some(cube) => Some(described(cube, &title, &settings)?),
        None => None,
    };
    let noun = cube.as_ref().and_then(|cube| cube.metadata().noun.clone());
    if let Some(cube) = &cube {
        account.extend(reading_account(cube));
        for finding in small_counts(&name, cube, &settings) {
            findings.add(finding);
        }
    }
    let (cube, boundaries) = match (cube, &order.map) {
        (Some(cube), Some(map)) => {
            let (bytes, found) = boundaries(&cube, map)?;
            account.extend(bytes.as_deref().map(|bytes| ("map", map_account(bytes))));
            findings.append(found);
            (Some(cube), bytes)
        }
        (cube, _) => (cube, None),
    };
    accept(&mut findings, &settings);
    let drafted = match cube {
        Some(cube) if findings.can_be_published() => {
            Some(write_draft(&order.site, &id, cube, boundaries.as_deref())?)
        }
        _ => None,
    };
    write_beside(
        order,
        &id,
        &source,
        &first_settings(&name, (&title, "en"), noun.as_ref()),
    )?;
    let sorted = findings.sorted();
    let html = findings_html(&format!("{name}: report"), &account, &sorted);
    write_whole(&order.site.join(REPORT[0]), html.as_bytes())?;
    write_whole(
        &order.site.join(REPORT[1]),
        findings_json(&sorted).as_bytes(),
    )?;
    Ok(Outcome {
        id,
        account,
        findings,
        drafted,
    })
}

/// The boundaries of the cube's places, and what was found in the map.
fn boundaries(cube: &Cube, map: &MapOrder) -> Result<(Option<Vec<u8>>, Findings), SiteError> {
    let bytes = fs::read(&map.file).map_err(SiteError::read(&map.file))?;
    let Some(places) = cube.with_role(Role::Geo) else {
        return Ok((None, Findings::default()));
    };
    let places: Vec<(&str, &str)> = (cube.dimension(places).categories().iter())
        .map(|(_, place)| (place.code().as_str(), place.label().own()))
        .collect();
    let defaults = BoundaryOptions::default();
    let options = BoundaryOptions {
        key: map.key.as_deref(),
        weight_bytes: map.weight_bytes.unwrap_or(defaults.weight_bytes),
        ..defaults
    };
    Ok(boundaries_from_file(&map.file, &bytes, &places, &options))
}

fn map_account(bytes: &[u8]) -> String {
    let regions = formats::open(bytes, &LIMITS).and_then(formats::Opened::into_topology);
    let regions = regions.map_or(0, |topology| topology.features().len());
    format!(
        "{regions} regions drawn; {} kB before packing",
        bytes.len().div_ceil(1000)
    )
}

/// How a cube is read where nothing is chosen: its totals, and what is added.
fn reading_account(cube: &Cube) -> Vec<(&'static str, String)> {
    let words = messages("en");
    let answer = linked(cube, &Selection::all());
    let lines = reading_lines(cube, answer.reading(), words);
    let text = |at: usize| {
        let line = lines
            .iter()
            .find(|line| line.dimension == Some(DimIx(at)))?;
        (cube.dimensions()[at].role() != Role::Metric).then(|| line.text.clone())
    };
    (0..cube.dimensions().len())
        .filter_map(text)
        .map(|text| ("reads", text))
        .collect()
}

/// Takes the questions away that the settings answer with what is proposed.
fn accept(findings: &mut Findings, settings: &DatasetSettings) {
    findings.answer(|finding| settings.accept.iter().any(|kind| kind == finding.kind));
}

/// Keeps the files as they came, and writes the settings where there are none.
fn write_beside(
    order: &Order,
    id: &str,
    source: &TableSource,
    first_settings: &str,
) -> Result<(), SiteError> {
    let folder = order.site.join("data").join(id).join("sources");
    for file in source.all_files() {
        let source = folder.join(&file.name);
        let is_own = fs::canonicalize(&source)
            .ok()
            .is_some_and(|kept| fs::canonicalize(&file.path).ok() == Some(kept));
        if !is_own {
            write_whole(&source, &file.bytes)?;
        }
    }
    let settings = order.site.join(settings_path(id));
    if settings.exists() {
        return Ok(());
    }
    write_whole(&settings, first_settings.as_bytes())
}
