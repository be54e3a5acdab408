//! What a cube's controls hold: of which places and periods a count, or a distribution, is known, so that the rest
//! is told from it.

use super::{Axis, Basis, CatIx, Control, ControlKind, Cube, DerivedBy, DimIx, Role, Selection};

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

impl Control {
    /// Whether it holds a count that nobody printed for its place: set by the publisher, or shared out in the shape of
    /// another.
    pub(super) fn is_assumed_count(&self, basis: &Basis, cube: &Cube) -> bool {
        let how = self.derived.as_ref().map(|derived| derived.how);
        matches!(how, Some(DerivedBy::Assumed | DerivedBy::Split))
            && basis.people_cut(cube, &self.selection).is_empty()
    }
}

/// Everything that the controls of a cube hold, of a cube whose publisher tells what was printed from what was derived
/// of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HeldFigures {
    held: Vec<Held>,
    /// How many there are of everyone, in the cube. Shape: regions by periods.
    counts: Vec<Vec<f64>>,
}

impl HeldFigures {
    /// `None` where the publisher does not tell what was derived.
    pub(super) fn of(cube: &Cube) -> Option<Self> {
        let basis = cube.metadata().basis.as_ref()?;
        let controls = &cube.metadata().controls;
        controls.iter().find(|control| control.derived.is_some())?;
        let mut held = Vec::new();
        for control in controls {
            if control.kind == ControlKind::Check || control.is_assumed_count(basis, cube) {
                continue;
            }
            let selection = &control.selection;
            let regions = passing(cube, selection, (basis.regions, None)).into_iter();
            let regions: Vec<CatIx> = (regions.enumerate())
                .filter_map(|(at, passes)| passes.then_some(CatIx(at)))
                .collect();
            let cut = basis.people_cut(cube, selection);
            let everyone = cut.is_empty().then_some(None);
            for along in cut.into_iter().map(Some).chain(everyone) {
                held.push(Held {
                    along,
                    regions: regions.clone(),
                    periods: periods(cube, selection, None),
                });
            }
        }
        Some(Self {
            held,
            counts: counts(cube, basis.regions),
        })
    }

    /// Whether controls hold the count of everyone, or the distribution along a dimension, of each of some regions, alone
    /// or with others of them, for at least half of its people in some periods: the rest is filled in. `regions`:
    /// ascending.
    pub(super) fn hold(&self, along: Option<DimIx>, regions: &[CatIx], periods: &[bool]) -> bool {
        let covered = self.covered(along, regions, periods);
        let mut of_regions = regions.iter().zip(covered.chunks(periods.len()));
        of_regions.all(|(region, covered)| {
            let (held, all) = (self.count(*region, covered), self.count(*region, periods));
            covered.contains(&true) && held * 2.0 >= all
        })
    }

    /// How many of everyone in some regions and periods are filled in: of these periods no count is held.
    pub(super) fn filled_in(&self, regions: &[CatIx], periods: &[bool]) -> f64 {
        let covered = self.covered(None, regions, periods);
        let of_regions = regions.iter().zip(covered.chunks(periods.len()));
        let filled_in = of_regions
            .map(|(region, covered)| self.count(*region, periods) - self.count(*region, covered));
        filled_in.sum()
    }

    /// Whether something is held of each of some regions in each of some periods. Shape: regions by periods, row-major.
    fn covered(&self, along: Option<DimIx>, regions: &[CatIx], periods: &[bool]) -> Vec<bool> {
        let mut covered = vec![false; regions.len() * periods.len()];
        for held in self.held.iter().filter(|held| held.along == along) {
            let mut each = held.periods.iter().zip(periods);
            if each.any(|(held, asked)| *held && !asked) {
                continue;
            }
            let places = held.regions.iter().map(|at| regions.binary_search(at));
            let places: Result<Vec<usize>, usize> = places.collect();
            for place in places.unwrap_or_default() {
                let own = &mut covered[place * periods.len()..][..periods.len()];
                for (covered, held) in own.iter_mut().zip(&held.periods) {
                    *covered |= held;
                }
            }
        }
        covered
    }

    /// How many there are of everyone in a region in some periods.
    fn count(&self, region: CatIx, periods: &[bool]) -> f64 {
        let counts = self.counts[region.0].iter().zip(periods);
        counts
            .filter_map(|(count, is_asked)| is_asked.then_some(count))
            .sum()
    }
}

/// How many there are of everyone. Shape: regions by periods.
fn counts(cube: &Cube, regions: DimIx) -> Vec<Vec<f64>> {
    let sizes = |of: DimIx| cube.dimension(of).categories().len();
    let time = cube.with_role(Role::Time);
    let mut counts = vec![vec![0.0; time.map_or(1, sizes)]; sizes(regions)];
    let (values, shape) = (cube.values(), cube.shape());
    // So many cells in a row are of one region and one period.
    let stride = |of: DimIx| shape.strides()[of.0];
    let run = time.map_or(stride(regions), |time| stride(time).min(stride(regions)));
    for start in (0..values.len()).step_by(run) {
        let period = time.map_or(0, |time| shape.coordinate(start, time));
        let sum: f64 = (start..start + run).map(|cell| values.get(cell)).sum();
        counts[shape.coordinate(start, regions)][period] += sum;
    }
    counts
}

/// The periods that a selection counts, without the clause of an axis. Shape: one entry a period; one where the cube
/// has none.
pub(super) fn periods(cube: &Cube, selection: &Selection, except: Option<Axis>) -> Vec<bool> {
    let time = cube.with_role(Role::Time);
    time.map_or_else(
        || vec![true],
        |time| passing(cube, selection, (time, except)),
    )
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
        let held = vec![
            held(EVERYONE, &[0, 1], first),
            held(EVERYONE, &[0, 1], [true; 4]),
            held(EVERYONE, &[2], [true, true, false, false]),
            held(AGES, &[2], second),
        ];
        HeldFigures {
            held,
            counts: vec![vec![5.0; 4], vec![5.0; 4], vec![5.0, 5.0, 9.0, 1.0]],
        }
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
        // Half of the people is enough: the rest is filled in.
        check(EVERYONE, &[0, 1], [true, true, false, false], true);
        check(EVERYONE, &[2], [true; 4], true);
        check(EVERYONE, &[0, 1], [true, true, true, false], false);
        check(EVERYONE, &[2], first, false);
    }

    #[test]
    fn what_is_not_held_is_filled_in() {
        let check = |regions: &[usize], periods: [bool; 4], expected: f64| {
            let regions: Vec<CatIx> = regions.iter().map(|at| CatIx(*at)).collect();
            let found = held().filled_in(&regions, &periods);
            assert!((found - expected).abs() < 1e-9, "{found}");
        };
        check(&[2], [true; 4], 10.0);
        check(&[0, 1], [true; 4], 0.0);
        check(&[0, 1], [true, true, false, false], 10.0);
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
        check(AGES, &[2], [true, true, false, false], true);
        check(AGES, &[2], [true; 4], false);
        check(AGES, &[2], [true, false, false, false], false);
        check(Some(DimIx(2)), &[2], second, false);
        check(EVERYONE, &[2], second, false);
    }
}
