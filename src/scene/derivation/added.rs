//! The parts of a total, along the one dimension that tells most.

use super::calculation::Part;
use crate::cube::{Axis, CatIx, Cube, DimIx, Figure, Linked, Role, Selection, Sum};
use crate::scene::mark::mark;
use crate::scene::place::{focus, parent_axis};
use crate::view_state::{Place, ResolvedView};
use crate::words::Messages;

/// Places are added up by their groups where more than so many are.
const FEW_PLACES: usize = 12;

/// What the total of an answer to a view is added up of; a part without a name where it is one cell, or where
/// its cells may not be added.
pub(super) fn parts(
    cube: &Cube,
    (view, answer): (&ResolvedView, &Linked),
    words: &Messages,
) -> Vec<Part> {
    let footing = cube.footing(&view.selection);
    let whole = || {
        let ground = footing.as_ref().map(|footing| footing.total().count);
        vec![Part {
            name: String::new(),
            sum: *answer.total_sum(),
            mark: ground.map(|ground| mark(cube, (ground, focus(view)), words)),
        }]
    };
    let Some(axis) = axis_of_parts(cube, &view.selection, answer) else {
        return whole();
    };
    let grounds = footing.as_ref().map(|footing| footing.members(axis));
    let is_place = view.geo == Some(axis.dimension());
    let part = |at: CatIx| {
        let place = if is_place {
            Some(Place { axis, at })
        } else {
            focus(view)
        };
        let ground = grounds.as_ref().map(|grounds| grounds[at.0].count);
        Part {
            name: cube
                .members(axis)
                .get(at)
                .label()
                .in_lang(words.code)
                .to_owned(),
            sum: *answer.marginal(axis).sum(at),
            mark: ground.map(|ground| mark(cube, (ground, place), words)),
        }
    };
    members(axis, answer).into_iter().map(part).collect()
}

/// The axis whose parts are shown: periods before what was chosen, that before all else, places last.
pub(super) fn axis_of_parts(cube: &Cube, selection: &Selection, answer: &Linked) -> Option<Axis> {
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
fn members(axis: Axis, answer: &Linked) -> Vec<CatIx> {
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
