//! The level of places that figures were published for.

use super::{Axis, Cube, Provenance, Selection};

/// The level at which the first look at a cube finds something: the regions, where at least half of them
/// have a figure of their own; else the grouping with the most groups that have one, of those where at
/// least half do. Of equal ones the first; `None` where there is no such level or nothing is said of it.
pub(super) fn published_level(cube: &Cube) -> Option<Axis> {
    let everyone = Selection::all();
    let footing = cube.footing(&everyone)?;
    let regions = cube.metadata().basis.as_ref()?.regions;
    let mut best: Option<(Axis, usize)> = None;
    for axis in cube.axes().filter(|axis| axis.dimension() == regions) {
        let members = footing.members(axis);
        let own = members.iter();
        let own = own.filter(|grounds| grounds.count.from == Provenance::Own);
        let own = own.count();
        let most = best.map_or(0, |(_, most)| most);
        if own * 2 < members.len() || own <= most {
            continue;
        }
        if axis.grouping().is_none() {
            return Some(axis);
        }
        best = Some((axis, own));
    }
    best.map(|(axis, _)| axis)
}
