//! From a file of published figures to a draft in a site, with everything that was found on the way.

use std::fs;

use crate::cube::Label;
use crate::fact_list::{FactList, ListedPlace, PrintedFact};
use crate::publish::boundaries::{BoundaryOptions, boundaries_from_file};
use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::error::SiteError;
use crate::publish::fact_choice::FactChoice;
use crate::publish::first_fact_settings::first_fact_settings;
use crate::publish::kept_sources::{Beside, keep_sources, unsaid};
use crate::publish::publish_file::{
    MapOrder, Order, Outcome, map_account, write_first, write_report,
};
use crate::publish::releases::{Content, Draft, write_draft};
use crate::publish::said_settings::said_settings;
use crate::publish::site_settings::{SETTINGS, first_site_settings};
use crate::publish::table_source::TableSource;
use crate::tabular::{
    DecimalSign, FactFile, Finding, Findings, Gravity, MapPlaces, PlaceNames, Spot, TableFile,
    UNSAID_LANG, facts_from_file, is_fact_file, places_from_map,
};

/// Whether what is to be published is a list of published figures, told by its heading.
pub(super) fn is_fact_source(source: &TableSource) -> bool {
    matches!((&*source.files, &source.package), ([file], None) if is_fact_file(&file.bytes))
}

/// Reads a list of published figures and, where nothing stands in the way, puts it into the site as a draft.
///
/// # Errors
/// When a file cannot be read or written, or the settings are not understood.
pub(super) fn publish_facts(
    order: &Order,
    source: &TableSource,
    id: String,
) -> Result<Outcome, SiteError> {
    let path = settings_path(&id);
    let settings = DatasetSettings::read(&order.site.join(&path))?;
    let beside = Beside::of(order, &id, &settings);
    let lang = settings.lang.as_deref().unwrap_or(UNSAID_LANG);
    let map = beside.map.as_ref().map(|map| MapFile::read(map, lang));
    let map = map.transpose()?;
    let places = map.as_ref().map_or(&[][..], |map| &map.read.places);
    let read = read(source, &settings, (places, lang));
    let mut account = vec![("read", read.account)];
    let mut findings = read.findings;
    if let Some(map) = &map {
        findings.append(map.read.findings.clone());
    }
    findings.append(said_settings(&path, &settings));
    findings.append(unsaid(order, &id, &settings));
    let mut drawn = None;
    let mut list = None;
    if findings.can_be_published() {
        match list_of((&settings, &path), places, read.facts) {
            Ok(made) => {
                findings.append(unsaid_of_facts(&path, &made));
                account.push(("map", on_map(&made)));
                list = Some(made);
            }
            Err(found) => findings.append(found),
        }
        if let Some(map) = &map {
            let (boundaries, found) = map.boundaries(&settings);
            findings.append(found);
            account.extend(boundaries.as_deref().map(|it| ("drawn", map_account(it))));
            drawn = boundaries;
        }
    }
    keep_sources(&order.site, &id, (source, &beside))?;
    let title = list
        .as_ref()
        .map(|list| list.about().title.own().to_owned());
    let title = title.unwrap_or_else(|| id.replace('-', " "));
    let map_file = beside.map.as_ref().map(|map| &*map.file);
    let first = first_fact_settings(&source.name, (&title, lang), map_file);
    write_first(&order.site.join(&path), &first)?;
    let drafted = match list.filter(|_| findings.can_be_published()) {
        Some(list) => {
            let draft = Draft {
                content: Content::Facts(Box::new(list)),
                boundaries: drawn.as_deref(),
                everyday_names: Vec::new(),
                languages: Vec::new(),
                views: Vec::new(),
            };
            let drafted = write_draft(&order.site, &id, draft)?;
            write_first(&order.site.join(SETTINGS), &first_site_settings(lang))?;
            Some(drafted)
        }
        None => None,
    };
    write_report(&order.site, &source.name, (&account, &findings))?;
    Ok(Outcome {
        id,
        account,
        findings,
        drafted,
        is_kept: true,
    })
}

/// How many places of the map have a figure.
fn on_map(list: &FactList) -> String {
    let figures = list.about().map.figures.len();
    match list.places().len() {
        0 => "none: the figures stand as a list alone".to_owned(),
        places => format!("{figures} of {places} places have a figure on it"),
    }
}

/// A map as it came, and its places.
struct MapFile<'a> {
    order: &'a MapOrder,
    bytes: Vec<u8>,
    read: MapPlaces,
}

impl<'a> MapFile<'a> {
    fn read(order: &'a MapOrder, lang: &str) -> Result<Self, SiteError> {
        let bytes = fs::read(&order.file).map_err(SiteError::read(&order.file))?;
        let name = order.file.file_name().unwrap_or_default();
        let file = (&*name.to_string_lossy(), &*bytes);
        let read = places_from_map(file, order.key.as_deref(), lang);
        Ok(Self { order, bytes, read })
    }

    /// The boundaries of all places, and what was found in the map.
    fn boundaries(&self, settings: &DatasetSettings) -> (Option<Vec<u8>>, Findings) {
        let places = self.read.places.iter();
        let places: Vec<(&str, &str)> = places
            .map(|place| (place.code.as_str(), place.name.own()))
            .collect();
        let credit = settings.map.as_ref().and_then(|map| map.credit.as_deref());
        let defaults = BoundaryOptions::default();
        let options = BoundaryOptions {
            key: self.read.key.as_deref(),
            credit,
            weight_bytes: self.order.weight_bytes.unwrap_or(defaults.weight_bytes),
        };
        let (drawn, found) = boundaries_from_file(&self.order.file, &self.bytes, &places, &options);
        (drawn.map(|drawn| drawn.bytes), found)
    }
}

fn read(
    source: &TableSource,
    settings: &DatasetSettings,
    (places, lang): (&[ListedPlace], &str),
) -> FactFile {
    let whole = settings.place.as_ref().map(|place| place.label(lang));
    let names = PlaceNames {
        places,
        whole: whole.as_ref().map_or("", Label::own),
        elsewhere: &settings.facts.elsewhere,
    };
    let decimal = settings.table.decimal.unwrap_or(DecimalSign::Point);
    let file = source.files.first().map(|file| TableFile {
        name: &file.name,
        bytes: &file.bytes,
    });
    file.map_or_else(FactFile::default, |file| {
        facts_from_file(&file, names, decimal)
    })
}

/// The list of figures as the settings mean it, or what stands in the way.
fn list_of(
    (settings, path): (&DatasetSettings, &str),
    places: &[ListedPlace],
    facts: Vec<PrintedFact>,
) -> Result<FactList, Findings> {
    let choice = FactChoice {
        settings,
        path,
        places,
        facts: &facts,
    };
    let about = choice.about()?;
    FactList::new(about, places.to_vec(), facts).map_err(|error| {
        let texts = [
            error.to_string(),
            "parts that agree".to_owned(),
            "name the figures on the map under [facts.map], so that each place has one at most"
                .to_owned(),
        ];
        let place = (path, Spot::Member("facts".to_owned()));
        let finding = Finding::new(Gravity::Error, "setting", place, texts);
        std::iter::once(finding).collect()
    })
}

/// What a reader would ask of a list of published figures. `path`: that of its settings.
pub(super) fn unsaid_of_facts(path: &str, list: &FactList) -> Findings {
    let about = list.about();
    let mut findings = Findings::default();
    let mut add = |kind, member: &str, texts: [String; 3]| {
        let place = (path, Spot::Member(member.to_owned()));
        findings.add(Finding::new(Gravity::Warning, kind, place, texts));
    };
    for (is_missing, kind, member, expected) in [
        (
            about.sentence.own().is_empty(),
            "no-sentence",
            "facts.sentence",
            "what the figures say, in a sentence",
        ),
        (
            about.updated.is_none(),
            "no-date",
            "updated",
            "the day of the release",
        ),
        (
            about.contact.is_none(),
            "no-contact",
            "facts.corrections",
            "whom to ask for a correction",
        ),
    ] {
        if is_missing {
            let remedy = format!("say it as \"{member}\" and publish again");
            add(
                kind,
                member,
                ["nothing".to_owned(), expected.to_owned(), remedy],
            );
        }
    }
    for number in unknown_numbers(list) {
        let texts = [
            format!("{number:?} in the sentence"),
            "numbers that a figure of the list has".to_owned(),
            "write the figure as it was published: nothing is added up or rounded here".to_owned(),
        ];
        add("sentence-figure", "facts.sentence", texts);
    }
    findings
}

/// Numbers of the sentence that neither a figure nor a text beside one has.
fn unknown_numbers(list: &FactList) -> Vec<String> {
    let sentence = list.about().sentence.own();
    let is_part = |letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.';
    let numbers = sentence.split(|letter| !is_part(letter));
    let numbers = numbers.map(|number| number.trim_matches([',', '.']).replace(',', ""));
    let is_known = |number: &String| {
        number.len() < 3
            || list.facts().iter().any(|fact| {
                let texts = [
                    &fact.period,
                    &fact.remark,
                    &fact.category,
                    &fact.source.date,
                ];
                *number == *fact.number.as_str()
                    || texts.iter().any(|text| text.contains(&**number))
            })
    };
    numbers.filter(|number| !is_known(number)).collect()
}
