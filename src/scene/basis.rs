//! What the figures of a place rest on.

use super::place::{focus, parent_axis, place_name};
use super::text::inside_sentence;
use crate::cube::{Axis, CatIx, Cube, DimIx, Rests, Selection};
use crate::view_state::{Place, ResolvedView};
use crate::words::{Messages, fill};

/// What the distribution of a place along a dimension merely repeats; `None` where it has figures
/// of its own, or nothing is said of it. A group repeats the whole's pattern when all its regions do.
#[must_use]
pub fn pattern_of(cube: &Cube, dimension: DimIx, place: Place) -> Option<Rests> {
    let basis = cube
        .metadata()
        .basis
        .as_ref()
        .filter(|basis| basis.regions == place.axis.dimension())?;
    if place.axis.grouping().is_none() {
        return basis.of(dimension, place.at).filter(|it| *it != Rests::Own);
    }
    let regions = cube
        .members(Axis::of_dimension(basis.regions))
        .iter()
        .map(|(at, _)| at);
    let mut inside = regions.filter(|at| cube.along(place.axis, *at) == Some(place.at));
    let first = inside.next().and_then(|at| basis.of(dimension, at))?;
    let same = inside.all(|at| basis.of(dimension, at) == Some(first));
    (same && first == Rests::All).then_some(first)
}

/// What the distribution of a view along a dimension merely repeats: that of the place in focus or
/// the only one picked; of several places the whole's pattern, where all of them repeat it.
pub(super) fn pattern_of_view(cube: &Cube, dimension: DimIx, view: &ResolvedView) -> Option<Rests> {
    if let Some(place) = focus(view) {
        return pattern_of(cube, dimension, place);
    }
    let basis = cube.metadata().basis.as_ref()?;
    let picked = view.filters.passes(cube, basis.regions, None)?;
    let mut inside = (0..picked.len())
        .filter(|&at| picked[at])
        .map(CatIx)
        .peekable();
    inside.peek()?;
    let repeats = inside.all(|at| basis.of(dimension, at) == Some(Rests::All));
    repeats.then_some(Rests::All)
}

/// What the share of a selection at a place merely repeats: the weakest pattern of the dimensions
/// that the selection cuts.
pub(super) fn pattern_of_selection(
    cube: &Cube,
    selection: &Selection,
    place: Place,
) -> Option<Rests> {
    let cut = selection.clauses().map(|(axis, _)| axis.dimension());
    let mut patterns = cut
        .filter(|dimension| *dimension != place.axis.dimension())
        .map(|dimension| {
            let time = cube.dimension(dimension).role() == crate::cube::Role::Time;
            if time {
                None
            } else {
                Some(pattern_of(cube, dimension, place))
            }
        });
    let patterns: Vec<Option<Rests>> = patterns.by_ref().flatten().collect();
    if patterns.is_empty() || patterns.contains(&None) {
        return None;
    }
    let group = patterns.contains(&Some(Rests::Group));
    Some(if group { Rests::Group } else { Rests::All })
}

/// What the count of a region rests on; `None` for groups and where nothing is said.
pub(super) fn count_of(cube: &Cube, axis: Axis, at: CatIx) -> Option<Rests> {
    let basis = cube.metadata().basis.as_ref()?;
    (axis == Axis::of_dimension(basis.regions)).then(|| basis.count[at.0])
}

/// What a figure rests on, in words.
#[must_use]
pub fn rests_text(rests: Rests, words: &Messages) -> &'static str {
    match rests {
        Rests::Own => words.rests_own,
        Rests::Group => words.rests_group,
        Rests::All => words.rests_all,
    }
}

/// Sentences that say what the figures of the place in focus rest on. None for the whole.
#[must_use]
pub fn basis_lines(cube: &Cube, view: &ResolvedView, words: &Messages) -> Vec<String> {
    let (Some(place), Some(basis)) = (view.place, &cube.metadata().basis) else {
        return Vec::new();
    };
    let name = place_name(cube, Some(place), words);
    let mut lines = Vec::new();
    let above = parent_axis(cube).filter(|_| place.axis.grouping().is_none());
    let above = above.and_then(|axis| {
        Some(Place {
            axis,
            at: cube.along(axis, place.at)?,
        })
    });
    match count_of(cube, place.axis, place.at) {
        None => {}
        Some(Rests::Own) => lines.push(fill(words.basis_own, &[("place", &name)])),
        Some(Rests::Group) => {
            let group = place_name(cube, above, words);
            lines.push(fill(
                words.basis_group,
                &[("place", &name), ("group", &group)],
            ));
        }
        Some(Rests::All) => lines.push(fill(words.basis_all, &[("place", &name)])),
    }
    for (rests, line) in [
        (Rests::Group, words.basis_pattern_group),
        (Rests::All, words.basis_pattern_all),
    ] {
        let repeated = basis
            .dimensions
            .iter()
            .filter(|(at, _)| pattern_of(cube, *at, place) == Some(rests));
        let named = repeated
            .map(|(at, _)| inside_sentence(cube.dimension(*at).label().in_lang(words.code)));
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            lines.push(fill(
                line,
                &[("place", &name), ("dimensions", &named.join(", "))],
            ));
        }
    }
    lines
}
