//! Names of places, and the steps up from one.

use crate::cube::{Axis, Cube, Role};
use crate::view_state::{Place, ResolvedView};
use crate::words::Messages;

/// The name of a place in focus, or of the whole. A group is named with its vintage where another
/// grouping has the same code.
#[must_use]
pub fn place_name(cube: &Cube, place: Option<Place>, words: &Messages) -> String {
    match place {
        Some(place) => cube
            .members(place.axis)
            .get(place.at)
            .label()
            .in_lang(words.code)
            .to_owned(),
        None => whole_name(cube, words),
    }
}

/// The name of all places together.
#[must_use]
pub fn whole_name(cube: &Cube, words: &Messages) -> String {
    let geo = cube.with_role(Role::Geo).map(|geo| cube.dimension(geo));
    let whole = geo
        .and_then(|geo| geo.whole())
        .map(|whole| whole.in_lang(words.code));
    whole.unwrap_or(words.whole).to_owned()
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

/// The grouping that stands above the regions.
pub(super) fn parent_axis(cube: &Cube) -> Option<Axis> {
    let basis = cube.metadata().basis.as_ref().and_then(|basis| basis.group);
    basis.or_else(|| {
        levels(cube)
            .into_iter()
            .find(|axis| axis.grouping().is_some())
    })
}
