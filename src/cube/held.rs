//! What a cube's controls hold: of which places and periods a count, or a distribution, is known, so that the rest
//! is told from it.

use super::{Axis, CatIx, ControlKind, Cube, DimIx, Role, Selection};

/// What one control holds.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    /// The count of everyone, or how many of them are in categories of a dimension.
    along: Option<DimIx>,
    /// Ascending.
    regions: Vec<CatIx>,
    /// Shape: one entry a period.
    periods: Vec<bool>,
}

/// Everything that the controls of a cube hold, of a cube whose publisher tells what was printed from what was derived
/// of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HeldFigures(Vec<Held>);

impl HeldFigures {
    /// `None` where the publisher does not tell what was derived.
    pub(super) fn of(cube: &Cube) -> Option<Self> {
        let basis = cube.metadata().basis.as_ref()?;
        let controls = &cube.metadata().controls;
        controls.iter().find(|control| control.derived.is_some())?;
        let mut all = Vec::new();
        for control in controls {
            if control.kind == ControlKind::Check {
                continue;
            }
            let selection = &control.selection;
            let regions = passing(cube, selection, (basis.regions, None)).into_iter();
            let regions: Vec<CatIx> = (regions.enumerate())
                .filter_map(|(at, passes)| passes.then_some(CatIx(at)))
                .collect();
            let mut of = |along: Option<DimIx>| {
                all.push(Held {
                    along,
                    regions: regions.clone(),
                    periods: periods(cube, selection, None),
                });
            };
            let mut is_of_everyone = true;
            for (axis, _) in selection.clauses() {
                let at = axis.dimension();
                if basis.cuts_people(cube, at) {
                    is_of_everyone = false;
                    of(Some(at));
                }
            }
            if is_of_everyone {
                of(None);
            }
        }
        Some(Self(all))
    }

    /// Whether controls hold the count of everyone, or the distribution along a dimension, of some regions, alone or
    /// together, in some periods or in a part of these. `regions`: ascending.
    pub(super) fn hold(&self, along: Option<DimIx>, regions: &[CatIx], periods: &[bool]) -> bool {
        let is_asked = |at: &CatIx| regions.binary_search(at).is_ok();
        let mut missing = regions.to_vec();
        for held in &self.0 {
            let mut each = held.periods.iter().zip(periods);
            if held.along == along
                && held.regions.iter().all(is_asked)
                && each.all(|(held, asked)| *asked || !held)
            {
                missing.retain(|at| held.regions.binary_search(at).is_err());
            }
        }
        missing.is_empty()
    }
}

/// The periods that a selection counts, without the clause of an axis. Shape: one entry a period; empty where the cube
/// has no periods.
pub(super) fn periods(cube: &Cube, selection: &Selection, except: Option<Axis>) -> Vec<bool> {
    let time = cube.with_role(Role::Time);
    time.map_or_else(Vec::new, |time| passing(cube, selection, (time, except)))
}

fn passing(cube: &Cube, selection: &Selection, (of, except): (DimIx, Option<Axis>)) -> Vec<bool> {
    let passes = selection.passes(cube, of, except);
    passes.unwrap_or_else(|| vec![true; cube.dimension(of).categories().len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYONE: Option<DimIx> = None;
    const AGES: Option<DimIx> = Some(DimIx(3));

    /// Of three regions and four periods: the first two regions together have a count of the first period and of all; the
    /// third of the first two together, and ages of the second alone.
    fn held() -> HeldFigures {
        let held = |along, regions: &[usize], periods: [bool; 4]| Held {
            along,
            regions: regions.iter().map(|at| CatIx(*at)).collect(),
            periods: periods.to_vec(),
        };
        let (first, second) = ([true, false, false, false], [false, true, false, false]);
        HeldFigures(vec![
            held(EVERYONE, &[0, 1], first),
            held(EVERYONE, &[0, 1], [true; 4]),
            held(EVERYONE, &[2], [true, true, false, false]),
            held(AGES, &[2], second),
        ])
    }

    #[track_caller]
    fn check(what: Option<DimIx>, regions: &[usize], periods: [bool; 4], expected: bool) {
        let regions: Vec<CatIx> = regions.iter().map(|at| CatIx(*at)).collect();
        let found = held().hold(what, &regions, &periods);
        assert_eq!(found, expected, "{what:?} {regions:?} {periods:?}");
    }

    #[test]
    fn what_is_held_is_known_and_so_is_a_longer_period() {
        let (first, last) = ([true, false, false, false], [false, false, false, true]);
        check(EVERYONE, &[0, 1], first, true);
        check(EVERYONE, &[0, 1], [true; 4], true);
        // What lies in a longer period that is held is not.
        check(EVERYONE, &[0, 1], [false, true, true, true], false);
        check(EVERYONE, &[0, 1], last, false);
        check(EVERYONE, &[0, 1], [false, true, true, false], false);
        // A part of what is asked is enough: the rest is worked out beside it.
        check(EVERYONE, &[0, 1], [true, true, false, false], true);
        check(EVERYONE, &[2], [true; 4], true);
        check(EVERYONE, &[2], first, false);
    }

    #[test]
    fn places_together_are_held_where_each_is_and_a_part_of_them_is_not() {
        let [both, second] = [[true, true, false, false], [false, true, false, false]];
        check(EVERYONE, &[0], both, false);
        check(EVERYONE, &[0, 1, 2], both, true);
        check(EVERYONE, &[0, 1, 2], second, false);
    }

    #[test]
    fn a_distribution_is_held_by_its_own_dimension_alone() {
        let second = [false, true, false, false];
        check(AGES, &[2], second, true);
        check(AGES, &[2], [true, false, false, false], false);
        check(Some(DimIx(2)), &[2], second, false);
        check(EVERYONE, &[2], second, false);
    }
}
