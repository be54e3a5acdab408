//! Names of places, the steps up from one, and what choosing one does.

use super::chips::filter_chips;
use super::text::{inside_sentence, noted};
use crate::cube::{Axis, Cube, Grouping, Role};
use crate::view_state::{Change, Place, ResolvedView};
use crate::words::Messages;

/// The language of the name of a place, or of the whole, where it is not the reader's.
#[must_use]
pub fn place_lang(cube: &Cube, place: Option<Place>, words: &Messages) -> Option<String> {
    let label = match (place, cube.with_role(Role::Geo)) {
        (Some(place), _) => cube.members(place.axis).get(place.at).label(),
        (None, Some(geo)) => cube.dimension(geo).all_label()?,
        (None, None) => &cube.metadata().label,
    };
    cube.other_lang(label, words.code).map(str::to_owned)
}

/// The name of a place in focus, or of the whole. A group is named with its vintage where one of
/// the same name in another grouping means other places.
#[must_use]
pub fn place_name(cube: &Cube, place: Option<Place>, words: &Messages) -> String {
    let Some(place) = place else {
        return all_places_name(cube, words);
    };
    let name = cube.members(place.axis).get(place.at).label();
    let text = name.in_lang(words.code).to_owned();
    let dimension = cube.dimension(place.axis.dimension());
    let grouping = place.axis.grouping().map(|at| &dimension.groupings()[at.0]);
    let Some(vintage) = grouping.and_then(Grouping::vintage) else {
        return text;
    };
    let leaves = |other: Place| {
        let leaves = dimension.categories().iter().map(|(leaf, _)| leaf);
        leaves.filter(move |leaf| cube.along(other.axis, *leaf) == Some(other.at))
    };
    let has_twin = levels(cube).into_iter().any(|axis| {
        let mut groups = cube.members(axis).iter();
        let twin = groups.find(|(_, group)| axis.grouping().is_some() && group.label() == name);
        twin.is_some_and(|(at, _)| !leaves(Place { axis, at }).eq(leaves(place)))
    });
    if has_twin {
        noted(&text, vintage, words)
    } else {
        text
    }
}

/// The name of all places together; of a dataset without places its own.
#[must_use]
pub fn all_places_name(cube: &Cube, words: &Messages) -> String {
    let Some(geo) = cube.with_role(Role::Geo).map(|geo| cube.dimension(geo)) else {
        return cube.metadata().label.in_lang(words.code).to_owned();
    };
    let whole = geo.all_label().map(|whole| whole.in_lang(words.code));
    whole.unwrap_or(words.whole).to_owned()
}

/// What a window of the page is called: by the place in focus, the filters, the dataset and the name of the
/// site.
#[must_use]
pub fn window_title(cube: &Cube, view: &ResolvedView, (site, words): (&str, &Messages)) -> String {
    let place = cube.with_role(Role::Geo);
    let place = place.map(|_| place_name(cube, view.place, words));
    let filters = filter_chips(cube, view, words).into_iter();
    let chosen: Vec<String> = place
        .into_iter()
        .chain(filters.map(|chip| chip.text))
        .collect();
    let title = cube.metadata().label.in_lang(words.code);
    let parts = [&*chosen.join(", "), title, site];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" – ")
}

/// What choosing a row or a bar of a list does: a place is looked at, a category filters.
#[must_use]
pub fn choice_of(cube: &Cube, listed: Place) -> Change {
    if cube.with_role(Role::Geo) == Some(listed.axis.dimension()) {
        Change::Focus(Some(listed))
    } else {
        Change::Toggle(listed.axis, listed.at)
    }
}

/// The name of all places together, inside a sentence.
pub(super) fn whole_in_sentence(cube: &Cube, words: &Messages) -> String {
    let geo = cube.with_role(Role::Geo).map(|geo| cube.dimension(geo));
    match geo.and_then(|geo| geo.all_label()) {
        Some(whole) => whole.in_lang(words.code).to_owned(),
        None => inside_sentence(words.whole),
    }
}

/// What the table and the ranking can list: the geographical dimension and its groupings.
#[must_use]
pub fn levels(cube: &Cube) -> Vec<Axis> {
    let geo = cube.with_role(Role::Geo);
    cube.axes()
        .filter(|axis| Some(axis.dimension()) == geo)
        .collect()
}

/// The place that the figures are of: the one in focus, or the only one that is picked.
pub(super) fn focus(view: &ResolvedView) -> Option<Place> {
    let geo = view.geo?;
    let mut picked = (view.filters.clauses()).filter(|(axis, _)| axis.dimension() == geo);
    let only = match (picked.next(), picked.next()) {
        (Some((axis, &[at])), None) => Some(Place { axis, at }),
        _ => None,
    };
    view.place.or(only)
}

/// The places above one, nearest first, without the whole: for a region the group of the grouping
/// its publisher rests its figures on, else of the first grouping.
#[must_use]
pub fn steps_up(cube: &Cube, place: Option<Place>) -> Vec<Place> {
    let Some(place) = place.filter(|place| place.axis.grouping().is_none()) else {
        return Vec::new();
    };
    let Some(axis) = parent_axis(cube) else {
        return Vec::new();
    };
    cube.along(axis, place.at)
        .map(|at| Place { axis, at })
        .into_iter()
        .collect()
}

/// What is looked into for a place in focus: of a region the group that holds it, else the place.
#[must_use]
pub fn looked_into(cube: &Cube, place: Option<Place>) -> Option<Place> {
    steps_up(cube, place).first().copied().or(place)
}

/// The grouping that stands above the regions.
#[must_use]
pub fn parent_axis(cube: &Cube) -> Option<Axis> {
    let basis = cube.metadata().basis.as_ref().and_then(|basis| basis.group);
    let mut groupings = levels(cube);
    groupings.retain(|axis| axis.grouping().is_some());
    let first = groupings.first().copied();
    basis.filter(|axis| groupings.contains(axis)).or(first)
}
