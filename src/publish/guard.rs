//! What stands against publishing the counts of people in a dataset: the same for a draft, a check and a build.

use std::borrow::Cow;
use std::cell::LazyCell;

use crate::cube::{
    CatIx, Category, Cube, DimIx, Label, Metadata, Role, Statuses, Unit, UnitKind, Values,
};
use crate::disclosure::hidden_bound;
use crate::formats::json_stat::Entry;
use crate::publish::between_releases::between_releases;
use crate::publish::dataset_settings::{DatasetSettings, settings_path};
use crate::publish::error::SiteError;
use crate::publish::people_words::names_people;
use crate::publish::site_files::SiteFiles;
use crate::publish::small_counts::{fractional_measures, small_counts};
use crate::publish::solvable::solvable;
use crate::publish::unknown_nouns::unknown_nouns;
use crate::tabular::{Finding, Findings, Gravity};

/// An earlier release of a dataset, which readers still have.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// Its number.
    pub(super) release: String,
    /// What it says.
    pub(super) cube: Cube,
}

/// Whether the counts of a cube need no guard: its figures are modelled, so that nobody is known by one, or
/// its publisher says why they are safe, or where they are public.
fn is_exempt(cube: &Cube, settings: &DatasetSettings) -> bool {
    let is_said = settings.found_safe().is_some() || settings.public_at().is_some();
    cube.metadata().modelled || is_said
}

/// What of a cube is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LookedAt {
    /// Each figure.
    Figures,
    /// Which figures make others: of a table that hides a figure as few whatever may count belongs to them.
    Sums,
}

/// The cube with its measures as they count people: those of which its publisher says that they do not, as
/// measures that do not count; those of which nothing is said and that may, as counts. That are those of a table
/// of people, those that a word of the list of people names, and those that hide figures as few: only of people
/// a few are too few.
fn of_people<'c>(cube: &'c Cube, settings: &DatasetSettings, looked_at: LookedAt) -> Cow<'c, Cube> {
    let Some(metric) = cube.with_role(Role::Metric) else {
        return Cow::Borrowed(cube);
    };
    let fractional = LazyCell::new(|| fractional_measures(cube));
    let may_be = LazyCell::new(|| may_be_counts(cube, metric));
    let hides = LazyCell::new(|| hides_few(cube, metric));
    let stands_beside =
        LazyCell::new(|| looked_at == LookedAt::Sums && hides.iter().any(|hides| *hides));
    let is_titled = LazyCell::new(|| names_people(cube.metadata().label.own()));
    let counts_people = |at: CatIx, category: &Category| {
        let said = settings.measures.get(category.code().as_str());
        let is_named = || {
            let unit = category.unit().map_or("", |unit| unit.text());
            *is_titled || names_people(category.label().own()) || names_people(unit)
        };
        let may = || {
            let may = cube.may_count_people(&[(metric, at)])
                || may_be[at.0] && (is_named() || hides[at.0] || *stands_beside);
            (may && !fractional[at.0]).then_some(true)
        };
        said.and_then(|said| said.people).or_else(may)
    };
    let mut measures = cube.dimension(metric).categories().iter();
    if measures.all(|(at, category)| counts_people(at, category).is_none()) {
        return Cow::Borrowed(cube);
    }
    let meant = |at, category: Category| {
        let Some(counts) = counts_people(at, &category) else {
            return category;
        };
        let unit = Unit {
            kind: Some(if counts {
                UnitKind::Count
            } else {
                UnitKind::Ratio
            }),
            ..category.unit().cloned().unwrap_or_default()
        };
        category.with_unit(Some(unit))
    };
    let mut dimensions = cube.dimensions().to_vec();
    let (values, gaps) = (
        cube.values().clone(),
        (cube.absent().to_vec(), cube.statuses().clone()),
    );
    let made = (dimensions[metric.0].clone().with_words(meant)).and_then(|dimension| {
        dimensions[metric.0] = dimension;
        Cube::new(dimensions, values, gaps, cube.metadata().clone())
    });
    made.map_or(Cow::Borrowed(cube), Cow::Owned)
}

/// Of each measure whether nothing says that its figures are no counts: a rate, or an amount.
pub(super) fn may_be_counts(cube: &Cube, metric: DimIx) -> Vec<bool> {
    let measures = cube.dimension(metric);
    let none = || vec![false; measures.categories().len()];
    // As if the table were one of people: then what is neither is a count of them.
    let metadata = Metadata {
        label: Label::new("persons"),
        ..Metadata::default()
    };
    let values = Values::Whole(vec![0; measures.categories().len()]);
    let alone = Cube::new(
        vec![measures.clone()],
        values,
        (Vec::new(), Statuses::None),
        metadata,
    );
    let at = |alone: Cube| {
        let categories = (0..measures.categories().len()).map(CatIx);
        categories
            .map(|at| alone.may_count_people(&[(DimIx(0), at)]))
            .collect()
    };
    alone.map_or_else(|_| none(), at)
}

/// Of each measure whether it hides a figure because it is small: `<5`.
fn hides_few(cube: &Cube, metric: DimIx) -> Vec<bool> {
    let mut hides = vec![false; cube.dimension(metric).categories().len()];
    for cell in cube.absent() {
        let bound = hidden_bound(cube, *cell);
        if bound.is_some_and(|bound| bound.low >= 1.0 && bound.high.is_finite()) {
            hides[cube.shape().coordinate(*cell, metric)] = true;
        }
    }
    hides
}

/// Small counts, counts that are none, and hidden cells that can be worked out.
pub(super) fn guard(file: &str, cube: &Cube, settings: &DatasetSettings) -> Findings {
    if cube.metadata().modelled {
        return Findings::default();
    }
    let meant = &*of_people(cube, settings, LookedAt::Figures);
    let mut all = small_counts(file, meant, settings);
    if !is_exempt(cube, settings) {
        all.extend(solvable(file, &of_people(cube, settings, LookedAt::Sums)));
        all.extend(unknown_nouns(file, meant, settings));
    }
    all.into_iter().collect()
}

/// What a cube tells together with the releases that stay beside it. Nobody can read a draft yet, and a
/// release is withdrawn only where a draft or another stays: of a draft this is a warning.
pub(super) fn guard_beside(
    file: &str,
    (cube, is_draft): (&Cube, bool),
    settings: &DatasetSettings,
    kept: &[Kept],
) -> Findings {
    if is_exempt(cube, settings) {
        return Findings::default();
    }
    let cube = &*of_people(cube, settings, LookedAt::Figures);
    let gravity = if is_draft {
        Gravity::Warning
    } else {
        Gravity::Error
    };
    let all = kept
        .iter()
        .flat_map(|kept| between_releases(file, cube, kept, settings));
    all.map(|finding| Finding { gravity, ..finding }).collect()
}

/// The same of the newest release, or draft, of a dataset as a build would publish it.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn guard_entry(
    site: &SiteFiles,
    entry: &Entry,
    cube: &Cube,
    settings: &DatasetSettings,
) -> Result<Findings, SiteError> {
    let mut findings = guard(&entry.href, cube, settings);
    if !is_exempt(cube, settings) {
        let kept = kept(site, entry)?;
        findings.append(guard_beside(&entry.href, (cube, false), settings, &kept));
    }
    Ok(findings)
}

/// The releases of a dataset that stay beside one of them.
fn kept(site: &SiteFiles, entry: &Entry) -> Result<Vec<Kept>, SiteError> {
    let entries = site.list.entries().iter();
    let is_other =
        |it: &&Entry| it.id == entry.id && it.release != entry.release && !it.is_fact_list;
    let others = entries.filter(is_other);
    let kept = |other: &Entry| {
        Ok(Kept {
            release: other.release.clone(),
            cube: site.cube(other)?,
        })
    };
    others.map(kept).collect()
}

/// What stands against the newest release, or draft, of each dataset of a site.
///
/// # Errors
/// When a file or settings cannot be read.
pub fn guard_site(site: &SiteFiles) -> Result<Findings, SiteError> {
    let mut findings = Findings::default();
    // A list of published figures says of each where everyone can read it.
    for entry in site.list.latest().filter(|entry| !entry.is_fact_list) {
        let settings = DatasetSettings::read(&site.path(&settings_path(&entry.id)))?;
        findings.append(guard_entry(site, entry, &site.cube(entry)?, &settings)?);
    }
    Ok(findings)
}
