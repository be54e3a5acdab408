//! What an editor would look for in a dataset and not find.

use crate::cube::{Additivity, CatIx, Cube, DimIx, Label, Metadata, Noun, Role, Selection};
use crate::formats::json_stat::Entry;
use crate::geo::Feature;
use crate::publish::compress::{Quality, in_brotli};
use crate::publish::dataset_settings::settings_path;
use crate::publish::missed_totals::missed_totals;
use crate::publish::site_files::{SiteFiles, beside_index};
use crate::publish::solvable::counts;
use crate::tabular::{Finding, Gravity, Spot, UNSAID_LANG, first_names, places_of};
use crate::words::Messages;

/// Bytes in brotli that a phone on a slow line bears: of figures, of boundaries.
const LIGHT: [usize; 2] = [230_000, 90_000];

/// What is missing or odd in the newest release of a dataset; none of it stands in the way of a build.
pub(super) fn editor(site: &SiteFiles, entry: &Entry, cube: &Cube) -> Vec<Finding> {
    let mut found = unsaid(entry, cube);
    found.extend(missed_totals(&entry.href, cube));
    found.extend(period_unsaid(entry, cube));
    found.extend(without_base(entry, cube));
    found.extend(without_shape(site, entry, cube));
    for words in site.settings.languages_of(entry) {
        found.extend(untranslated(entry, cube, words));
    }
    found.extend(heavy(site, entry));
    found
}

fn warning(entry: &Entry, kind: &'static str, spot: Spot, texts: [String; 3]) -> Finding {
    Finding::new(Gravity::Warning, kind, (&entry.href, spot), texts)
}

/// Texts that nobody has written.
fn unsaid(entry: &Entry, cube: &Cube) -> Vec<Finding> {
    let Metadata {
        source,
        licence,
        updated,
        contact,
        ..
    } = cube.metadata();
    let missing = [
        (
            "no-source",
            source.is_none(),
            "who stands behind the figures",
            "source",
        ),
        (
            "no-licence",
            licence.is_none(),
            "the licence of the figures",
            "licence",
        ),
        (
            "no-date",
            updated.is_none(),
            "the day of the release",
            "updated",
        ),
        ("no-contact", contact.is_empty(), "whom to ask", "contact"),
    ];
    let missing = missing
        .into_iter()
        .filter(|(_, is_missing, ..)| *is_missing);
    let told = missing.map(|(kind, _, expected, key)| {
        let remedy = format!(
            "say it as \"{key}\" in {} and publish again",
            settings_path(&entry.id)
        );
        let texts = ["nothing".to_owned(), expected.to_owned(), remedy];
        warning(entry, kind, Spot::File, texts)
    });
    told.collect()
}

/// A period that is shown because it is the latest, and for no other reason.
fn period_unsaid(entry: &Entry, cube: &Cube) -> Option<Finding> {
    let time = cube.with_role(Role::Time)?;
    let dimension = cube.dimension(time);
    let adds = dimension.aggregation().or(cube.metadata().aggregation);
    if dimension.categories().len() < 2 || dimension.default_category().is_some() || adds.is_some()
    {
        return None;
    }
    let shown = cube.reading(&Selection::all()).of(time).how().category()?;
    let texts = [
        format!(
            "{} is shown, because it is the latest",
            dimension.categories().get(shown).label().own()
        ),
        "to know which period is shown first, and whether periods add up".to_owned(),
        format!(
            "default = \"latest\" under [dimensions.{id}] says it for good; aggregation = \"sum\" adds the periods",
            id = dimension.id().as_str()
        ),
    ];
    let place = (
        &*entry.href,
        Spot::Member(dimension.label().own().to_owned()),
    );
    Some(Finding::new(Gravity::Note, "period-unsaid", place, texts))
}

/// Percentages and rates without the counts that they are made of.
fn without_base(entry: &Entry, cube: &Cube) -> Option<Finding> {
    let is_rates = cube.reading(&Selection::all()).additivity() == Additivity::Not;
    if !is_rates || !counts(cube).is_empty() || !cube.metadata().denominators.is_empty() {
        return None;
    }
    let texts = [
        "percentages or rates alone".to_owned(),
        "the counts that they are made of, as a measure beside them".to_owned(),
        "add a column of counts, or say in the notes what they are shares of: as they are, nothing can be added up"
            .to_owned(),
    ];
    Some(warning(entry, "no-base", Spot::File, texts))
}

/// Places that the map does not have.
fn without_shape(site: &SiteFiles, entry: &Entry, cube: &Cube) -> Option<Finding> {
    let topology = site.topology(entry).ok().flatten()?;
    let drawn: Vec<&str> = topology.features().iter().map(Feature::id).collect();
    let reading = cube.reading(&Selection::all());
    let geo = cube.with_role(Role::Geo)?;
    let places = places_of(cube);
    let missing = places
        .iter()
        .enumerate()
        .filter(|(at, (code, _))| !drawn.contains(code) && !reading.of(geo).is_apart(CatIx(*at)));
    let missing: Vec<&str> = missing.map(|(_, (_, label))| *label).collect();
    if missing.is_empty() {
        return None;
    }
    let texts = [
        format!(
            "no shape of {} of {} places: {}",
            missing.len(),
            places.len(),
            first_names(missing.iter().copied())
        ),
        "a shape of every place".to_owned(),
        "publish again with a map that has them, or leave them to the table".to_owned(),
    ];
    Some(warning(entry, "place-without-shape", Spot::File, texts))
}

/// Names that readers of a language are given in another.
fn untranslated(entry: &Entry, cube: &Cube, words: &Messages) -> Option<Finding> {
    let own = cube.metadata().lang.as_deref().unwrap_or(UNSAID_LANG);
    if own == words.code {
        return None;
    }
    let mut labels: Vec<&Label> = vec![&cube.metadata().label];
    let noun: Vec<Label> = (cube.metadata().noun.iter())
        .flat_map(Noun::labels)
        .collect();
    labels.extend(&noun);
    for (at, dimension) in cube.dimensions().iter().enumerate() {
        let is_measure = dimension.role() == Role::Metric;
        if !is_measure {
            labels.push(dimension.label());
        }
        // Names of places and periods are mostly the same in all languages.
        let is_named = !matches!(dimension.role(), Role::Geo | Role::Time);
        let categories = cube.dimension(DimIx(at)).categories().iter();
        labels.extend(categories.map(|(_, it)| it.label()).filter(|_| is_named));
    }
    let has_words = |label: &&&Label| label.own().chars().any(char::is_alphabetic);
    let all = labels.iter().filter(has_words);
    let missing: Vec<&str> = all
        .clone()
        .filter(|label| !label.has_lang(words.code))
        .map(|label| label.own())
        .collect();
    if missing.is_empty() {
        return None;
    }
    let texts = [
        format!(
            "no {} of {} of {} names: {}",
            words.name,
            missing.len(),
            all.count(),
            first_names(missing.iter().copied())
        ),
        format!("names in each language of the site ({} is one)", words.code),
        format!(
            "{{ {} = \"…\" }} beside the text in {}, and label.{} in codes/DIMENSION.csv",
            words.code,
            settings_path(&entry.id),
            words.code
        ),
    ];
    Some(warning(entry, "no-translation", Spot::File, texts))
}

/// Files that a visitor with a slow line waits for.
fn heavy(site: &SiteFiles, entry: &Entry) -> Vec<Finding> {
    let files = [
        (
            Some(&entry.href),
            LIGHT[0],
            "coarsen the table, or make one dataset of each region",
        ),
        (
            entry.boundaries.as_ref().map(|it| &it.href),
            LIGHT[1],
            "publish again with --map-weight 90kB",
        ),
    ];
    let told = files.into_iter().filter_map(|(href, most, remedy)| {
        let href = href?;
        let bytes = site.files.get(&beside_index(href))?;
        // What is light as it is need not be packed to know it.
        let packed = (bytes.len() > most).then(|| in_brotli(bytes, Quality::QUICK).ok());
        let weight = packed??.len();
        let texts = [
            format!("{} kB as it is sent", weight.div_ceil(1000)),
            format!("at most {} kB, some seconds on a slow line", most / 1000),
            remedy.to_owned(),
        ];
        let place = (&**href, Spot::File);
        (weight > most).then(|| Finding::new(Gravity::Warning, "heavy-file", place, texts))
    });
    told.collect()
}
