//! The parts of a total, along the one dimension that tells most.

use super::calculation::Part;
use crate::cube::{Axis, CatIx, Cube, DimIx, Figure, Linked, Role, Selection, Sum};
use crate::scene::place::parent_axis;
use crate::words::Messages;

/// Places are added up by their groups where more than so many are.
const FEW_PLACES: usize = 12;

/// What the total of an answer is added up of, and along which axis; one part without a name where it is one
/// cell, or where its cells may not be added.
pub(super) fn parts(
    cube: &Cube,
    (selection, answer): (&Selection, &Linked),
    words: &Messages,
) -> (Option<Axis>, Vec<Part>) {
    let Some(axis) = axis_of_parts(cube, selection, answer) else {
        let whole = Part {
            name: String::new(),
            sum: *answer.total_sum(),
        };
        return (None, vec![whole]);
    };
    let (categories, marginal) = (cube.members(axis), answer.marginal(axis));
    let part = |at: CatIx| Part {
        name: categories.get(at).label().in_lang(words.code).to_owned(),
        sum: *marginal.sum(at),
    };
    let parts = members(axis, answer).into_iter().map(part);
    (Some(axis), parts.collect())
}

/// The axis whose parts are shown: periods before what was chosen, that before all else, places last.
fn axis_of_parts(cube: &Cube, selection: &Selection, answer: &Linked) -> Option<Axis> {
    if answer.total() == Figure::NotAdditive {
        return None;
    }
    let several = |at: &DimIx| answer.counted(*at).iter().filter(|counts| **counts).count() > 1;
    let order = |at: &DimIx| match cube.dimension(*at).role() {
        Role::Time => 0,
        Role::Classification | Role::Metric if selection.passes(cube, *at, None).is_some() => 1,
        Role::Classification | Role::Metric => 2,
        Role::Geo => 3,
    };
    let dimensions = (0..cube.dimensions().len()).map(DimIx).filter(several);
    let axis = Axis::of_dimension(dimensions.min_by_key(order)?);
    let is_geo = cube.dimension(axis.dimension()).role() == Role::Geo;
    let groups = parent_axis(cube).filter(|_| is_geo && members(axis, answer).len() > FEW_PLACES);
    let groups = groups.filter(|groups| {
        let sums = members(*groups, answer).into_iter();
        let sums: Vec<&Sum> = sums.map(|at| answer.marginal(*groups).sum(at)).collect();
        Sum::added(sums.into_iter()).figure() == answer.total()
    });
    Some(groups.unwrap_or(axis))
}

/// The members that were added: the categories that count, or the groups that anything is left of.
pub(super) fn members(axis: Axis, answer: &Linked) -> Vec<CatIx> {
    if axis.grouping().is_none() {
        let counted = answer.counted(axis.dimension()).iter().enumerate();
        return counted
            .filter(|(_, counts)| **counts)
            .map(|(at, _)| CatIx(at))
            .collect();
    }
    let marginal = answer.marginal(axis);
    let groups = (0..marginal.figures().count()).map(CatIx);
    groups.filter(|at| marginal.is_shown(*at)).collect()
}
