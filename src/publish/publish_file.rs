//! From a publisher's file to a draft in a site, with everything that was found on the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cube::{Cube, DimIx, EverydayName, Role, Selection, linked};
use crate::formats::json_stat::bytes_from_cube;
use crate::formats::{self, Limits};
use crate::publish::boundaries::{BoundaryOptions, boundaries_from_file};
use crate::publish::code_lists::{CodeList, code_lists};
use crate::publish::dataset_id::{checked_id, is_id};
use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::described::described;
use crate::publish::error::SiteError;
use crate::publish::findings_report::{findings_html, findings_json};
use crate::publish::first_settings::first_settings;
use crate::publish::guard::{guard, guard_beside};
use crate::publish::kept_sources::{Beside, keep_sources, unsaid};
use crate::publish::lost_zeros::with_lost_zeros;
use crate::publish::missed_totals::missed_totals;
use crate::publish::named_views::{faults_of_views, named_views};
use crate::publish::population_file::{PopulationFile, with_population};
use crate::publish::publish_facts::{is_fact_source, publish_facts};
use crate::publish::releases::{Content, Draft, Drafted, kept_releases, write_draft, write_whole};
use crate::publish::revisions::revisions;
use crate::publish::said_settings::said_settings;
use crate::publish::site_settings::{SETTINGS, first_site_settings};
use crate::publish::solvable::hidden_cells;
use crate::publish::source_folder::{SOURCES, settle};
use crate::publish::table_source::TableSource;
use crate::scene::reading_lines;
use crate::tabular::{
    Account, Answers, Boundaries, FileRead, Finding, Findings, Gravity, NO_PROPOSAL,
    SURE_PROPOSALS, Spot, UNSAID_LANG, places_of, with_disjoint_places, with_places,
};
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
    /// The people whom its figures are divided by.
    pub population: Option<PopulationFile>,
    /// Whether questions that are sure of their answer are answered with it.
    pub accepts_sure: bool,
}

impl Order {
    /// What is said by files and a site alone.
    #[must_use]
    pub fn of(files: Vec<PathBuf>, site: &Path) -> Self {
        Self {
            files,
            sheet: None,
            site: site.to_owned(),
            id: None,
            map: None,
            population: None,
            accepts_sure: false,
        }
    }
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
    /// Whether its files are kept, and its settings written where there were none.
    pub is_kept: bool,
}

/// Names of the whole report, in the folder of the site.
pub const REPORT: [&str; 2] = ["jangkau-report.html", "jangkau-report.json"];

/// What is said of files that are no table, whatever the settings say of them.
const NO_TABLE: [&str; 8] = [
    "cannot-be-read",
    "cut-file",
    "encoding",
    "not-a-part",
    "nothing",
    "open-quote",
    "too-large",
    "two-encodings",
];

/// Reads a file and, where nothing stands in the way, puts it into the site as a draft. The settings are
/// written where there are none and they could say something of the file; the report always is.
///
/// # Errors
/// When a file cannot be read or written, or the settings are not understood.
pub fn publish_file(order: &Order) -> Result<Outcome, SiteError> {
    let asked_id = order.id.as_deref().map(checked_id).transpose()?;
    let files = files_of(order)?;
    let source = TableSource::read(&files, order.sheet.as_deref())?;
    let name = source.name.clone();
    let id = asked_id.unwrap_or_else(|| source.id.clone());
    settle(&order.site.join("data").join(&id))?;
    if is_fact_source(&source) {
        return publish_facts(order, &source, id);
    }
    let Said {
        settings,
        code_lists,
        answers,
    } = Said::read(order, &id)?;
    let beside = Beside::of(order, &id, &settings);
    let FileRead {
        cube,
        mut findings,
        account: told,
    } = with_lost_zeros(
        source.cube(&answers),
        (&source, &answers),
        (&beside, &code_lists),
    )?;
    let mut account = how_it_was_read(&name, &told);
    let title = told.title.clone().or_else(|| {
        let own = cube.as_ref()?.metadata().label.own();
        (!own.is_empty()).then(|| own.to_owned())
    });
    let title = title.unwrap_or_else(|| id.replace('-', " "));
    let (cube, boundaries) = match cube {
        Some(cube) => {
            let names = (&*name, &*id, &*title);
            let (cube, drawn) = made(
                cube,
                names,
                (&settings, &code_lists),
                (&beside, &mut findings),
            )?;
            (Some(cube), drawn)
        }
        None => (None, None),
    };
    let reads = cube.as_ref().map(reading_lines_of).unwrap_or_default();
    let lang = cube.as_ref().and_then(|cube| cube.metadata().lang.clone());
    let lang = lang.unwrap_or_else(|| UNSAID_LANG.into());
    if let Some(cube) = &cube {
        findings.append(against(order, (&name, &id), cube, &settings)?);
    }
    accept(&mut findings, &settings);
    let first = first_settings(
        &name,
        &title,
        (&told, cube.as_ref()),
        &reads,
        (&beside, &settings.accept),
        findings.can_be_published(),
    );
    account.extend(reads.into_iter().map(|text| ("reads", text)));
    let hidden = cube.as_ref().and_then(hidden_cells);
    account.extend(hidden.map(|text| ("hidden", text)));
    let drawn = boundaries.as_deref().map(map_account);
    account.extend(drawn.map(|text| ("map", text)));
    let is_kept = cube.is_some() || can_be_answered(&findings);
    if is_kept {
        // Before the list names the draft: whatever is cut off, what is kept is never older than what is shown.
        keep_sources(&order.site, &id, (&source, &beside))?;
        write_first(&order.site.join(settings_path(&id)), &first)?;
    }
    let drafted = match cube {
        Some(cube) if findings.can_be_published() => {
            let everyday_names = everyday_names(&cube, &code_lists);
            let draft = Draft {
                content: Content::Cube(Box::new(cube)),
                boundaries: boundaries.as_deref(),
                everyday_names,
                languages: settings.languages.clone(),
                views: named_views(&settings, &lang),
            };
            let drafted = write_draft(&order.site, &id, draft)?;
            write_first(&order.site.join(SETTINGS), &first_site_settings(&lang))?;
            Some(drafted)
        }
        _ => None,
    };
    write_report(&order.site, &name, (&account, &findings))?;
    Ok(Outcome {
        id,
        account,
        findings,
        drafted,
        is_kept,
    })
}

/// Writes the whole report of a file.
pub(super) fn write_report(
    site: &Path,
    name: &str,
    (account, findings): (&[(&'static str, String)], &Findings),
) -> Result<(), SiteError> {
    let sorted = findings.sorted();
    let html = findings_html(&format!("{name}: report"), account, &sorted);
    write_whole(&site.join(REPORT[0]), html.as_bytes())?;
    let json = findings_json(account, &sorted);
    write_whole(&site.join(REPORT[1]), json.as_bytes())
}

/// Whether anything that stands in the way can be mended by an answer in the settings.
fn can_be_answered(findings: &Findings) -> bool {
    let all = findings.sorted().into_iter();
    let mut grave = all.filter(|it| it.gravity <= Gravity::Question);
    grave.any(|it| !NO_TABLE.contains(&it.kind))
}

/// Writes settings where there are none.
pub(super) fn write_first(path: &Path, text: &str) -> Result<(), SiteError> {
    if path.exists() {
        return Ok(());
    }
    write_whole(path, text.as_bytes())
}

/// What is said of a dataset beside its table.
struct Said {
    settings: DatasetSettings,
    code_lists: BTreeMap<String, CodeList>,
    answers: Answers,
}

impl Said {
    fn read(order: &Order, id: &str) -> Result<Self, SiteError> {
        let path = settings_path(id);
        let mut settings = DatasetSettings::read(&order.site.join(&path))?;
        if order.accepts_sure {
            settings.accept.extend(SURE_PROPOSALS.map(str::to_owned));
        }
        let codes = format!("data/{id}/codes");
        let code_lists = code_lists(&order.site.join(&codes), &codes)?;
        let lists = code_lists.iter();
        let own = settings.answers(&path);
        let answers = Answers {
            orders: lists.map(|(id, list)| (id.clone(), list.order())).collect(),
            sheet: order.sheet.clone().or(own.sheet.clone()),
            ..own
        };
        Ok(Self {
            settings,
            code_lists,
            answers,
        })
    }
}

/// How a table was read, a name and a text each.
fn how_it_was_read(name: &str, told: &Account) -> Vec<(&'static str, String)> {
    let mut account = Vec::new();
    if !told.read.is_empty() {
        account.push(("read", format!("{name}: {}", told.read)));
        account.push(("columns", told.columns.clone()));
    }
    if !told.cells.is_empty() {
        account.push(("cells", told.cells.clone()));
    }
    account
}

/// What stands against a cube: too many cells, what it tells of people, what the release before said otherwise.
fn against(
    order: &Order,
    (name, id): (&str, &str),
    cube: &Cube,
    settings: &DatasetSettings,
) -> Result<Findings, SiteError> {
    let kept = kept_releases(&order.site, id)?;
    let mut findings: Findings = too_large(name, cube).into_iter().collect();
    let missed = missed_totals(name, cube).into_iter();
    findings.append(missed.filter(|it| it.gravity != Gravity::Note).collect());
    findings.append(said_settings(&settings_path(id), settings));
    findings.append(unsaid(order, id, settings));
    findings.append(faults_of_views(&settings_path(id), (id, cube), settings));
    findings.append(guard(name, cube, settings));
    findings.append(guard_beside(name, (cube, true), settings, &kept));
    if let Some(before) = kept.last() {
        findings.append(revisions(name, before, cube).into_iter().collect());
    }
    Ok(findings)
}

/// What readers call the places, too.
fn everyday_names(cube: &Cube, code_lists: &BTreeMap<String, CodeList>) -> Vec<EverydayName> {
    let places = cube.with_role(Role::Geo).map(|at| cube.dimension(at).id());
    let list = places.and_then(|id| Some((id, code_lists.get(id.as_str())?)));
    list.map_or_else(Vec::new, |(id, list)| list.everyday_names(id))
}

/// The cube of a table as it is published, with the boundaries of its places: named and described, its places
/// known, its people beside it.
fn made(
    cube: Cube,
    (name, id, title): (&str, &str, &str),
    (settings, code_lists): (&DatasetSettings, &BTreeMap<String, CodeList>),
    (beside, findings): (&Beside, &mut Findings),
) -> Result<(Cube, Option<Vec<u8>>), SiteError> {
    let broken = || SiteError::broken(name);
    let cube = if beside.map.is_some() {
        with_places(cube).map_err(broken())?
    } else {
        cube
    };
    let mut cube = described(&cube, (id, title), (settings, code_lists))?;
    let mut bytes = None;
    if let Some(map) = &beside.map {
        let credit = settings.map.as_ref().and_then(|map| map.credit.as_deref());
        let (drawn, found) = boundaries(&cube, map, credit)?;
        findings.append(found);
        if let Some(drawn) = drawn {
            cube = with_disjoint_places(cube, &drawn.disjoint).map_err(broken())?;
            bytes = Some(drawn.bytes);
        }
    }
    if let Some(table) = &beside.population {
        let (with_people, found) = with_population(cube, table, settings.population.as_ref())?;
        findings.append(found);
        cube = with_people;
    }
    Ok((cube, bytes))
}

/// The boundaries of the cube's places, and what was found in the map. `credit`: whose they are, and their licence.
fn boundaries(
    cube: &Cube,
    map: &MapOrder,
    credit: Option<&str>,
) -> Result<(Option<Boundaries>, Findings), SiteError> {
    let bytes = fs::read(&map.file).map_err(SiteError::read(&map.file))?;
    let places = places_of(cube);
    if places.is_empty() {
        return Ok((None, Findings::default()));
    }
    let BoundaryOptions { weight_bytes, .. } = BoundaryOptions::default();
    let options = BoundaryOptions {
        key: map.key.as_deref(),
        credit,
        weight_bytes: map.weight_bytes.unwrap_or(weight_bytes),
    };
    Ok(boundaries_from_file(&map.file, &bytes, &places, &options))
}

pub(super) fn map_account(bytes: &[u8]) -> String {
    let regions = formats::open(bytes, &Limits::PAGE).and_then(formats::Opened::into_topology);
    let regions = regions.map_or(0, |topology| topology.features().len());
    format!(
        "{regions} regions drawn; {} kB before packing",
        bytes.len().div_ceil(1000)
    )
}

/// How a cube is read where nothing is chosen: its totals, and what is added.
fn reading_lines_of(cube: &Cube) -> Vec<String> {
    let words = messages("en");
    let answer = linked(cube, &Selection::all());
    let lines = reading_lines(cube, answer.reading(), words);
    let text = |at: usize| {
        let line = lines
            .iter()
            .find(|line| line.dimension == Some(DimIx(at)))?;
        (cube.dimensions()[at].role() != Role::Metric).then(|| line.text.clone())
    };
    (0..cube.dimensions().len()).filter_map(text).collect()
}

/// What is more than the page reads.
fn too_large(file: &str, cube: &Cube) -> Option<Finding> {
    let cells = cube.shape().cells();
    let (found, expected) = if cells > Limits::PAGE.cells {
        let expected = format!("at most {}, which a browser can hold", Limits::PAGE.cells);
        (format!("{cells} cells"), expected)
    } else {
        let bytes = bytes_from_cube(cube).len();
        if bytes <= Limits::PAGE.bytes {
            return None;
        }
        let megabytes = |bytes: usize| format!("{} MB", bytes / 1_000_000);
        let expected = format!("at most {}", megabytes(Limits::PAGE.bytes));
        (format!("{} of figures", megabytes(bytes)), expected)
    };
    let remedy = "coarsen the table (fewer periods, bands or places), or make one dataset a region";
    let texts = [&*found, &*expected, remedy];
    let place = (file, Spot::File);
    Some(Finding::new(Gravity::Error, "too-large", place, texts))
}

/// Takes the questions away that the settings answer with what is proposed.
fn accept(findings: &mut Findings, settings: &DatasetSettings) {
    let is_accepted = |kind: &str| settings.accept.iter().any(|accepted| accepted == kind);
    findings.answer(|finding| is_accepted(finding.kind) && !NO_PROPOSAL.contains(&finding.kind));
}

/// The files to publish: those that are named, or those that were kept of a dataset that is named.
fn files_of(order: &Order) -> Result<Vec<PathBuf>, SiteError> {
    if let [named] = &*order.files
        && !named.exists()
        && named.to_str().is_some_and(is_id)
    {
        let dataset = order.site.join("data").join(named);
        settle(&dataset)?;
        let kept = dataset.join(SOURCES);
        if kept.is_dir() {
            return Ok(vec![kept]);
        }
    }
    Ok(order.files.clone())
}
