//! Which categories of a dimension are the total of which others, so far as a reader would take them for it.

use super::Measure;
use super::hidden::Unknowns;
use crate::cube::{CatIx, Cube, DimIx, Dimension, DimensionReading, How, Reason, Role};

/// So many lines are looked at to see whether a relation holds.
const MOST_LINES: usize = 20_000;
/// In so many of a hundred lines it holds.
const MOST_HELD: usize = 98;

/// A category and the categories that make it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) of: usize,
    /// Ascending.
    pub(super) parts: Vec<usize>,
}

/// The relations of each dimension, for the cells of a measure. Those that the figures contradict are left
/// out: of a table whose cells were rounded each on its own no total gives a part.
pub(super) fn relations(cube: &Cube, measure: Measure, unknowns: &Unknowns) -> Vec<Vec<Relation>> {
    let reading = cube.reading(&measure.selection());
    let dimensions = (0..cube.dimensions().len()).map(DimIx);
    let of = |at: DimIx| {
        let dimension = cube.dimension(at);
        if dimension.role() == Role::Metric {
            return Vec::new();
        }
        let mut found = candidates(dimension, reading.of(at));
        found.retain(|relation| holds(cube, measure, (unknowns, at), relation));
        found
    };
    dimensions.map(of).collect()
}

/// What may be a total, by declaration, proof or name.
fn candidates(dimension: &Dimension, reading: &DimensionReading) -> Vec<Relation> {
    let mut found = Vec::new();
    for (of, parts) in dimension.children().into_iter().enumerate() {
        add(&mut found, of, parts.into_iter().map(|at| at.0).collect());
    }
    for sum in reading.sums().iter().filter(|sum| sum.exact) {
        add(&mut found, sum.of, sum.parts.clone());
    }
    for (of, parts) in groups(dimension) {
        add(&mut found, of, parts);
    }
    let total = total(dimension, reading);
    let is_known = |total: &usize| found.iter().any(|relation| relation.of == *total);
    if let Some(total) = total.filter(|total| !is_known(total)) {
        let is_sum = |at: &usize| found.iter().any(|relation| relation.of == *at);
        let is_part = |at: &usize| found.iter().any(|relation| relation.parts.contains(at));
        let all = || 0..dimension.categories().len();
        // Of sums and their parts in one list the one or the other make the total, never both.
        let leaves: Vec<usize> = all().filter(|at| !is_sum(at)).collect();
        let roots: Vec<usize> = all().filter(|at| !is_part(at)).collect();
        for parts in [leaves, roots] {
            add(&mut found, total, parts);
        }
    }
    found
}

/// Adds a relation that is not known yet; a category is no part of itself.
fn add(found: &mut Vec<Relation>, of: usize, mut parts: Vec<usize>) {
    parts.retain(|part| *part != of);
    parts.sort_unstable();
    let relation = Relation { of, parts };
    if !relation.parts.is_empty() && !found.contains(&relation) {
        found.push(relation);
    }
}

/// The category that is declared, proven or named as the total of a dimension.
fn total(dimension: &Dimension, reading: &DimensionReading) -> Option<usize> {
    let named = match (reading.how(), reading.reason()) {
        (How::Total(at), _) | (How::One(at), Reason::NamedOnly) => Some(*at),
        _ => None,
    };
    dimension.total().or(named).map(|at| at.0)
}

/// Categories that stand for a group of a grouping, by its code or its name, with the members of the group.
/// One that is a member of another group only happens to be called so.
fn groups(dimension: &Dimension) -> Vec<(usize, Vec<usize>)> {
    let categories = dimension.categories();
    let mut found = Vec::new();
    for grouping in dimension.groupings() {
        for (group, it) in grouping.groups().iter() {
            let name = it.label().own();
            let has_name = |at: &CatIx| categories.get(*at).label().own() == name;
            let is_apart = |at: &CatIx| grouping.group_of(*at).is_none_or(|of| of == group);
            let by_code = categories.position(it.code().as_str()).filter(is_apart);
            let mut named = categories.iter().map(|(at, _)| at).filter(has_name);
            let Some(CatIx(of)) = by_code.or_else(|| named.find(is_apart)) else {
                continue;
            };
            let is_member = |at: &usize| grouping.group_of(CatIx(*at)) == Some(group);
            found.push((of, (0..categories.len()).filter(is_member).collect()));
        }
    }
    found
}

/// The first cells of lines along a dimension, those of one measure; evenly spaced, at most so many.
pub(super) fn line_starts(
    cube: &Cube,
    measure: Measure,
    at: DimIx,
    most: usize,
) -> impl Iterator<Item = usize> {
    let (sizes, strides) = (cube.shape().sizes(), cube.shape().strides());
    let fixed = measure
        .at
        .map_or(0, |(metric, category)| category.0 * strides[metric.0]);
    let is_free = move |other: &usize| {
        *other != at.0 && measure.at.is_none_or(|(metric, _)| metric.0 != *other)
    };
    let free: Vec<(usize, usize)> = (0..sizes.len())
        .filter(is_free)
        .map(|other| (sizes[other], strides[other]))
        .collect();
    let all: usize = free.iter().map(|(size, _)| size).product();
    let step = all.div_ceil(most.max(1)).max(1);
    (0..all).step_by(step).map(move |line| {
        let (mut cell, mut rest) = (fixed, line);
        for (size, stride) in free.iter().rev() {
            cell += rest % size * stride;
            rest /= size;
        }
        cell
    })
}

/// Whether no more than a few lines contradict a relation: where all is shown the parts make the total,
/// and where a part is not, the others make no more than it. Where not one line is shown whole, what is
/// hidden is to be more than nothing: else categories that overlap would pass for parts.
fn holds(
    cube: &Cube,
    measure: Measure,
    (unknowns, at): (&Unknowns, DimIx),
    relation: &Relation,
) -> bool {
    let stride = cube.shape().strides()[at.0];
    let (mut whole, mut held, mut cut, mut over, mut used_up) = (0, 0, 0, 0, 0);
    for start in line_starts(cube, measure, at, MOST_LINES) {
        let known = |category: usize| {
            let cell = start + category * stride;
            let is_shown = unknowns.position(cell).is_none();
            is_shown.then(|| cube.values().get(cell))
        };
        let Some(total) = known(relation.of) else {
            continue;
        };
        let parts = relation.parts.iter().map(|part| known(*part));
        let (sum, shown) = parts.fold((0.0, 0), |(sum, shown), part| {
            (
                sum + part.unwrap_or(0.0),
                shown + usize::from(part.is_some()),
            )
        });
        let slack = 1e-6 * (1.0 + total.abs());
        if shown == relation.parts.len() {
            let is_empty = total == 0.0 && sum == 0.0;
            whole += usize::from(!is_empty);
            held += usize::from(!is_empty && (total - sum).abs() <= slack);
        } else {
            cut += 1;
            over += usize::from(sum > total + slack);
            used_up += usize::from(sum >= total - slack);
        }
    }
    if whole == 0 {
        return (cut - used_up) * 100 >= cut * MOST_HELD;
    }
    held * 100 >= (whole + over) * MOST_HELD
}
