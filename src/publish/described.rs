//! A cube with what its settings say of it, and what follows from its own words.

use std::collections::BTreeMap;

use crate::cube::{
    Aggregation, Category, Code, Cube, Decimals, DefaultCategory, Dimension, Gap, HeadlineFact,
    Interval, Label, Metadata, Role, Status, Statuses, Unit, UnitKind,
};
use crate::publish::code_lists::CodeList;
use crate::publish::dataset_settings::{
    DatasetSettings, DimensionSettings, MeasureSettings, Safe, settings_path,
};
use crate::publish::error::SiteError;
use crate::publish::settings_text::Text;
use crate::tabular::{UNSAID_LANG, entitled};

/// The cube as it is published: titled, and with what the settings say over what its file does.
///
/// # Errors
/// When what is said does not fit the cube.
pub(super) fn described(
    cube: &Cube,
    (id, title): (&str, &str),
    (settings, code_lists): (&DatasetSettings, &BTreeMap<String, CodeList>),
) -> Result<Cube, SiteError> {
    let path = settings_path(id);
    let said = Said {
        settings,
        code_lists,
        path,
        lang: said_lang(cube, settings),
    };
    let cube = said.dimensions(cube)?;
    let cube = entitled(cube, title).map_err(SiteError::broken("the dataset"))?;
    let metadata = said.metadata(&cube)?;
    cube.with_metadata(metadata)
        .map_err(SiteError::broken("the dataset"))
}

fn said_lang(cube: &Cube, settings: &DatasetSettings) -> String {
    let of_file = cube.metadata().lang.as_deref();
    let lang = settings.lang.as_deref().or(of_file);
    lang.unwrap_or(UNSAID_LANG).to_owned()
}

/// What the settings say, in the language of the dataset.
struct Said<'a> {
    settings: &'a DatasetSettings,
    code_lists: &'a BTreeMap<String, CodeList>,
    path: String,
    lang: String,
}

impl Said<'_> {
    fn unfit(&self, member: String, expected: &str) -> SiteError {
        SiteError::Unfit {
            path: self.path.clone(),
            member,
            expected: expected.to_owned(),
        }
    }

    /// The cube with dimensions, measures and symbols as they are meant.
    fn dimensions(&self, cube: &Cube) -> Result<Cube, SiteError> {
        let ids: Vec<&str> = cube
            .dimensions()
            .iter()
            .map(|it| it.id().as_str())
            .collect();
        // What says nothing was written beside another guess of what the columns are.
        let dimensions = self.settings.dimensions.iter();
        for (id, _) in dimensions.filter(|(_, said)| **said != DimensionSettings::default()) {
            if !ids.contains(&&**id) {
                return Err(self.unfit(format!("dimensions.{id}"), &one_of(&ids)));
            }
        }
        let measures = cube.with_role(Role::Metric);
        let codes: Vec<&str> = measures.map_or_else(Vec::new, |at| {
            let categories = cube.dimension(at).categories().iter();
            categories.map(|(_, it)| it.code().as_str()).collect()
        });
        let measures = self.settings.measures.iter();
        for (code, _) in measures.filter(|(_, said)| **said != MeasureSettings::default()) {
            if !codes.contains(&&**code) {
                return Err(self.unfit(format!("measures.{code}"), &one_of(&codes)));
            }
        }
        for id in self.code_lists.keys() {
            if !ids.contains(&&**id) {
                return Err(self.unfit(format!("codes/{id}.csv"), &one_of(&ids)));
            }
        }
        let dimension = |dimension: &Dimension| self.dimension(dimension.clone());
        let dimensions: Result<Vec<Dimension>, SiteError> =
            cube.dimensions().iter().map(dimension).collect();
        let statuses = self.statuses(cube.statuses())?;
        rebuilt(cube, dimensions?, statuses)
    }

    fn dimension(&self, dimension: Dimension) -> Result<Dimension, SiteError> {
        let mut dimension = match (dimension.role(), &self.settings.place) {
            (Role::Geo, Some(place)) => dimension.with_all_label(place.label(&self.lang)),
            _ => dimension,
        };
        if dimension.role() == Role::Metric {
            let measures = &self.settings.measures;
            let measure = |_, category: Category| match measures.get(category.code().as_str()) {
                Some(said) => measured(category, said, &self.lang),
                None => category,
            };
            dimension = dimension
                .with_words(measure)
                .map_err(SiteError::broken(&self.path))?;
        }
        if let Some(list) = self.code_lists.get(dimension.id().as_str()) {
            dimension = list.applied_to(dimension, &self.lang)?;
        }
        match self.settings.dimensions.get(dimension.id().as_str()) {
            Some(said) => self.said_of(dimension, said),
            None => Ok(dimension),
        }
    }

    fn said_of(
        &self,
        mut dimension: Dimension,
        said: &DimensionSettings,
    ) -> Result<Dimension, SiteError> {
        let id = dimension.id().as_str().to_owned();
        let no_code = |key: &str, dimension: &Dimension| {
            let codes = dimension.categories().iter();
            let codes: Vec<&str> = codes.map(|(_, it)| it.code().as_str()).collect();
            self.unfit(format!("dimensions.{id}.{key}"), &one_of(&codes))
        };
        if let Some(label) = &said.label {
            dimension = dimension.with_label(label.label(&self.lang));
        }
        if let Some(total) = &said.total {
            let refused = no_code("total", &dimension);
            dimension = dimension
                .with_total(&Code::new(total))
                .map_err(|_| refused)?;
        }
        if let Some(default) = &said.default {
            let category = match &**default {
                "latest" if dimension.role() == Role::Time => DefaultCategory::Latest,
                code => {
                    let category = dimension.categories().position(code);
                    let category = category.ok_or_else(|| no_code("default", &dimension))?;
                    DefaultCategory::Category(category)
                }
            };
            dimension = dimension.with_default(Some(category));
        }
        if let Some(adding) = said.aggregation {
            dimension = dimension.with_aggregation(Some(adding.into()));
        }
        if !said.notes.is_empty() {
            let notes = said.notes.iter().map(|note| note.label(&self.lang));
            dimension = dimension.with_notes(notes.collect());
        }
        Ok(dimension)
    }

    /// The statuses, with what is said of those that hide a figure.
    fn statuses(&self, statuses: &Statuses) -> Result<Statuses, SiteError> {
        let mut bounds = Vec::new();
        for (symbol, ends) in &self.settings.hidden {
            let bound = match ends[..] {
                [] => Some(Interval::UNBOUNDED),
                [low, high] => Interval::new(f64::from(low), f64::from(high)),
                _ => None,
            };
            let bound = bound.ok_or_else(|| {
                self.unfit(
                    format!("hidden.\"{symbol}\""),
                    "[the least, the greatest], or [] where it can be anything",
                )
            })?;
            bounds.push((symbol, bound));
        }
        let meant = |status: &Status| {
            let said = bounds.iter().find(|(symbol, _)| *symbol == status.as_str());
            said.map_or_else(
                || status.clone(),
                |(symbol, bound)| Status::with_gap(symbol, Gap::Suppressed(*bound)),
            )
        };
        Ok(match statuses {
            Statuses::None => Statuses::None,
            Statuses::All(status) => Statuses::All(meant(status)),
            Statuses::Each { list, cells } => Statuses::Each {
                list: list.iter().map(meant).collect(),
                cells: cells.clone(),
            },
        })
    }

    /// What is said of the whole, over what the file says.
    fn metadata(&self, cube: &Cube) -> Result<Metadata, SiteError> {
        let settings = self.settings;
        let own = cube.metadata();
        let label = |text: &Option<Text>| text.as_ref().map(|text| text.label(&self.lang));
        let labels = |texts: &[Text]| {
            let labels = texts.iter().map(|text| text.label(&self.lang));
            labels.collect::<Vec<Label>>()
        };
        let mut said = Metadata {
            lang: Some(self.lang.as_str().into()),
            ..own.clone()
        };
        if let Some(title) = label(&settings.title) {
            said.label = title;
        }
        for (place, text) in [
            (&mut said.source, &settings.source),
            (&mut said.licence, &settings.licence),
        ] {
            if text.is_some() {
                *place = label(text);
            }
        }
        for (place, text) in [
            (&mut said.href, &settings.href),
            (&mut said.updated, &settings.updated),
            (&mut said.next_update, &settings.next_update),
        ] {
            if let Some(text) = text {
                *place = Some(text.as_str().into());
            }
        }
        for (place, texts) in [
            (&mut said.contact, &settings.contact),
            (&mut said.caveats, &settings.caveats),
            (&mut said.notes, &settings.notes),
            (&mut said.method, &settings.method),
        ] {
            if !texts.is_empty() {
                *place = labels(texts);
            }
        }
        if let Some(noun) = &settings.noun {
            said.noun = Some(noun.noun(&self.lang));
        }
        if let Some(adding) = settings.aggregation {
            said.aggregation = Some(Aggregation::from(adding));
        }
        if !settings.headline.is_empty() {
            said.headline = self.headline(cube)?;
        }
        if let Some(correction) = label(&settings.correction) {
            let note = Label::new(&format!("Correction: {}", correction.own()));
            // A table that was made of a release has it already.
            if !said.notes.contains(&note) {
                said.notes.push(note);
            }
        }
        if let Some(Safe {
            reason,
            person,
            date,
        }) = settings.found_safe()
        {
            said.method.push(Label::new(&format!(
                "Small counts: {reason} ({person}, {date})"
            )));
        }
        Ok(said)
    }

    fn headline(&self, cube: &Cube) -> Result<Vec<HeadlineFact>, SiteError> {
        let mut facts = Vec::new();
        for share in &self.settings.headline {
            let axis = cube.axis(&share.dimension).ok_or_else(|| {
                let ids: Vec<&str> = cube
                    .axes()
                    .map(|axis| cube.axis_id(axis).as_str())
                    .collect();
                self.unfit("headline.dimension".to_owned(), &one_of(&ids))
            })?;
            let category = cube
                .members(axis)
                .position(&share.category)
                .ok_or_else(|| {
                    let members = cube.members(axis).iter();
                    let codes: Vec<&str> = members.map(|(_, it)| it.code().as_str()).collect();
                    self.unfit("headline.category".to_owned(), &one_of(&codes))
                })?;
            facts.push(HeadlineFact {
                axis,
                category,
                phrase: share.phrase.label(&self.lang),
            });
        }
        Ok(facts)
    }
}

/// The first of some codes, as what is expected.
fn one_of(codes: &[&str]) -> String {
    let some: Vec<String> = codes
        .iter()
        .take(12)
        .map(|code| format!("\"{code}\""))
        .collect();
    let more = if codes.len() > 12 { ", …" } else { "" };
    format!("one of {}{more}", some.join(", "))
}

/// A measure as it is meant.
fn measured(category: Category, said: &MeasureSettings, lang: &str) -> Category {
    let mut unit = category.unit().cloned().unwrap_or_default();
    if let Some(label) = &said.unit {
        unit = Unit {
            label: label.as_str().into(),
            base: "".into(),
            symbol: "".into(),
            ..unit
        };
    }
    unit.multiplier = said.multiplier.unwrap_or(unit.multiplier);
    unit.decimals = said.decimals.map(Decimals::new).or(unit.decimals);
    unit.kind = match said.counts {
        Some(true) => Some(UnitKind::Count),
        Some(false) => Some(UnitKind::Ratio),
        None => unit.kind,
    };
    let category = category.with_unit(Some(unit));
    match &said.label {
        Some(label) => category.with_label(label.label(lang)),
        None => category,
    }
}

/// The same cells under other dimensions of the same sizes.
fn rebuilt(cube: &Cube, dimensions: Vec<Dimension>, statuses: Statuses) -> Result<Cube, SiteError> {
    let gaps = (cube.absent().to_vec(), statuses);
    let metadata = cube.metadata().clone();
    Cube::new(dimensions, cube.values().clone(), gaps, metadata)
        .map_err(SiteError::broken("the dataset"))
}
