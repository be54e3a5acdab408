//! Selections as a reader might come up with them.

use jangkau::cube::{Axis, CatIx, Cube, Selection};
use proptest::collection::vec;
use proptest::prelude::*;

/// The clauses of a selection, as positions to be taken modulo what there is.
pub(crate) type Picks = Vec<(usize, Vec<usize>)>;

/// Up to four clauses, one of them perhaps given twice.
pub(crate) fn any_picks() -> impl Strategy<Value = Picks> {
    vec((0..32_usize, vec(0..6_usize, 1..=4)), 0..=4)
}

/// The clauses that picks mean in a cube.
pub(crate) fn clauses(cube: &Cube, drawn: &Picks) -> Vec<(Axis, Vec<CatIx>)> {
    let every: Vec<Axis> = cube.axes().collect();
    let clause = |(nth, picked): &(usize, Vec<usize>)| {
        let axis = every[nth % every.len()];
        let members = cube.members(axis).len();
        let picked = picked.iter().map(|at| CatIx(at % members));
        (axis, picked.collect())
    };
    drawn.iter().map(clause).collect()
}

/// The selection that picks mean in a cube.
pub(crate) fn selection(cube: &Cube, picks: &Picks) -> Selection {
    clauses(cube, picks)
        .into_iter()
        .fold(Selection::all(), |all, (axis, picked)| {
            all.with(axis, picked)
        })
}
