//! What was never crossed is never published: figures of dimensions that no one has published
//! together.

use crate::cube::{Cube, DimIx, Provenance, Role, Selection};

/// Whether figures cut along some dimensions cross what no one has published together: two or more
/// that are neither places, periods nor measures. Never where the publisher says nothing of what
/// figures rest on.
pub(super) fn never_crossed(cube: &Cube, dimensions: impl Iterator<Item = DimIx>) -> bool {
    let Some(basis) = &cube.metadata().basis else {
        return false;
    };
    let mut crossed = Vec::new();
    for at in dimensions {
        let is_of_people = cube.dimension(at).role() == Role::Classification && at != basis.regions;
        if is_of_people && !crossed.contains(&at) {
            crossed.push(at);
        }
    }
    crossed.len() > 1 && !basis.has_cross(&crossed)
}

/// The dimensions that a selection cuts.
pub(super) fn cut(selection: &Selection) -> impl Iterator<Item = DimIx> {
    selection.clauses().map(|(axis, _)| axis.dimension())
}

/// What every figure of a selection merely repeats, of any place and of the whole: the whole's
/// pattern, where the selection crosses what was never crossed.
pub(super) fn pattern_of_cross(cube: &Cube, selection: &Selection) -> Option<Provenance> {
    never_crossed(cube, cut(selection)).then_some(Provenance::All)
}
