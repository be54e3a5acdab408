//! The figures on the map as a cube of places: what a map is drawn from.

use super::{FactIx, FactList, ListedPlace};
use crate::cube::{
    Aggregation, Category, Code, Cube, CubeError, Decimals, Dimension, Id, Label, Metadata,
    NO_STATUS, Noun, Role, Status, Statuses, Unit, UnitKind, Values,
};

/// The status of a place without a figure: SDMX `CL_OBS_STATUS`, not published.
const NOT_PUBLISHED: &str = "O";

/// A cube of the places of a list with the figure of each on its map; a place without one has none, and figures of
/// places are never added. Of a list without a map its first figure alone. Shape: the places, where there is a map,
/// then one measure.
///
/// # Errors
/// [`CubeError`].
pub fn map_cube(list: &FactList) -> Result<Cube, CubeError> {
    let has_map = !list.about().map.figures.is_empty();
    let on_map = if has_map {
        list.on_map()
    } else {
        vec![Some(FactIx(0))]
    };
    let figures: Vec<_> = on_map.iter().flatten().map(|at| list.fact(*at)).collect();
    // A list has a figure.
    let first = figures[0];
    let about = list.about();
    let decimals = figures.iter().map(|fact| fact.number.decimals()).max();
    let unit = Unit {
        kind: Some(UnitKind::Ratio),
        decimals: decimals.map(Decimals::new),
        ..Unit::named(&first.unit)
    };
    let measure =
        Category::new(Code::new("figure"), Label::new(&first.topic)).with_unit(Some(unit));
    let measures = Dimension::new(
        Id::new("measure"),
        Label::new(&first.topic),
        Role::Metric,
        vec![measure],
    )?;
    let value = |at: &Option<FactIx>| at.map_or(0.0, |at| list.fact(at).number.value());
    let absent = (0..on_map.len()).filter(|at| on_map[*at].is_none());
    let cells = on_map.iter().map(|at| at.is_none().then_some(0));
    let statuses = Statuses::Each {
        list: vec![Status::new(NOT_PUBLISHED)],
        cells: cells.map(|it| it.unwrap_or(NO_STATUS)).collect(),
    };
    let mut publishers: Vec<&str> = Vec::new();
    for fact in &figures {
        if !publishers.contains(&&*fact.source.publisher) {
            publishers.push(&fact.source.publisher);
        }
    }
    let metadata = Metadata {
        source: Some(Label::new(&publishers.join(", "))),
        id: Some(about.id.clone()),
        release: Some(about.release.clone()),
        lang: Some(about.lang.clone()),
        label: about.title.clone(),
        updated: about.updated.clone(),
        aggregation: Some(Aggregation::None),
        ..Metadata::default()
    };
    let values = Values::Real(on_map.iter().map(value).collect());
    let gaps = (absent.collect(), statuses);
    let dimensions = if has_map {
        vec![places(list)?, measures]
    } else {
        vec![measures]
    };
    Cube::new(dimensions, values, gaps, metadata)
}

/// What several places are called, in each language.
fn several(noun: &Noun) -> Label {
    let own = Label::new(noun.own().several());
    noun.others().fold(own, |label, (lang, forms)| {
        label.with(lang, forms.several())
    })
}

fn places(list: &FactList) -> Result<Dimension, CubeError> {
    let about = list.about();
    let place = |place: &ListedPlace| Category::new(place.code.clone(), place.name.clone());
    let called = about.place.as_ref().map(several);
    let dimension = Dimension::new(
        Id::new("place"),
        called.unwrap_or_default(),
        Role::Geo,
        list.places().iter().map(place).collect(),
    )?;
    Ok(dimension.with_all_label(about.whole.clone()))
}
