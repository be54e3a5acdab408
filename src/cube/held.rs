//! What a cube's controls hold: of which places and periods a count, or a distribution, is known, so that the rest
//! is told from it.

use super::{Axis, CatIx, Control, ControlKind, Cube, DimIx, Role, Selection};

/// What the controls hold of one set of places.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    /// Ascending.
    regions: Vec<CatIx>,
    /// What is held of it, each with the periods that it is held for. Shape: one entry a period.
    held: Vec<(Held, Vec<bool>)>,
}

/// What is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// The count of everyone.
    Everyone,
    /// How many of them are in a category of a dimension, or in several.
    Along(DimIx),
}

/// Everything that the controls of a cube hold, by place; of a cube whose publisher tells what was printed from what
/// was derived of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HeldFigures {
    places: Vec<Place>,
}

impl HeldFigures {
    /// `None` where the publisher does not tell what was derived.
    pub(super) fn of(cube: &Cube) -> Option<Self> {
        let basis = cube.metadata().basis.as_ref()?;
        let controls = &cube.metadata().controls;
        controls.iter().find(|control| control.derived.is_some())?;
        let mut places: Vec<Place> = Vec::new();
        let is_imposed = |it: &&Control| it.kind != ControlKind::Check;
        for control in controls.iter().filter(is_imposed) {
            let regions = passing(cube, &control.selection, basis.regions);
            let regions: Vec<CatIx> = (regions.iter().enumerate())
                .filter(|(_, passes)| **passes)
                .map(|(at, _)| CatIx(at))
                .collect();
            let periods = periods(cube, &control.selection, None);
            let mut held: Vec<(Held, Vec<bool>)> =
                of_people(cube, &control.selection, basis.regions)
                    .map(|at| (Held::Along(at), periods.clone()))
                    .collect();
            if held.is_empty() {
                held.push((Held::Everyone, periods));
            }
            match places.iter_mut().find(|place| place.regions == regions) {
                Some(place) => place.held.extend(held),
                None => places.push(Place { regions, held }),
            }
        }
        Some(Self { places })
    }

    /// Whether controls hold this of some regions, alone or together, in some periods or in a part of these, or
    /// whether these are left of what they hold. `regions`: ascending.
    pub(super) fn hold(&self, what: Held, regions: &[CatIx], periods: &[bool]) -> bool {
        let mut missing = regions.to_vec();
        for place in &self.places {
            let is_inside = |at: &CatIx| regions.binary_search(at).is_ok();
            if place.regions.iter().all(is_inside) && place.holds(what, periods) {
                missing.retain(|at| place.regions.binary_search(at).is_err());
            }
        }
        missing.is_empty()
    }
}

impl Place {
    /// Whether something is held that lies within some periods, or of which these are left where others that are
    /// held are taken away.
    fn holds(&self, what: Held, periods: &[bool]) -> bool {
        let of_it = || {
            let held = self.held.iter().filter(move |(held, _)| *held == what);
            held.map(|(_, periods)| &**periods)
        };
        let is_inside = |inner: &[bool], outer: &[bool]| {
            let mut both = inner.iter().zip(outer);
            both.all(|(inner, outer)| !inner || *outer)
        };
        let is_left_of = |whole: &[bool]| {
            let too_many: Vec<bool> = (whole.iter().zip(periods))
                .map(|(whole, asked)| *whole && !asked)
                .collect();
            is_inside(periods, whole) && of_it().any(|it| it == too_many)
        };
        of_it().any(|it| is_inside(it, periods) || is_left_of(it))
    }
}

/// The periods that a selection counts, without the clause of an axis. Shape: one entry a period; empty where the cube
/// has no periods.
pub(super) fn periods(cube: &Cube, selection: &Selection, except: Option<Axis>) -> Vec<bool> {
    let time = cube.with_role(Role::Time);
    time.map_or_else(Vec::new, |time| {
        let passes = selection.passes(cube, time, except);
        passes.unwrap_or_else(|| vec![true; cube.dimension(time).categories().len()])
    })
}

fn passing(cube: &Cube, selection: &Selection, dimension: DimIx) -> Vec<bool> {
    let passes = selection.passes(cube, dimension, None);
    passes.unwrap_or_else(|| vec![true; cube.dimension(dimension).categories().len()])
}

/// The dimensions of people that a selection cuts.
fn of_people<'a>(
    cube: &'a Cube,
    selection: &'a Selection,
    regions: DimIx,
) -> impl Iterator<Item = DimIx> + 'a {
    let dimensions = selection.clauses().map(|(axis, _)| axis.dimension());
    let is_of_people = |at: &DimIx| cube.dimension(*at).role() == Role::Classification;
    dimensions.filter(move |at| is_of_people(at) && *at != regions)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYONE: Held = Held::Everyone;
    const AGES: Held = Held::Along(DimIx(3));

    /// Of three regions and four periods: the first two regions together have a count of the first period and of all; the
    /// third of the first two together, and ages of the second alone.
    fn held() -> HeldFigures {
        let place = |regions: &[usize], held: &[(Held, [bool; 4])]| Place {
            regions: regions.iter().map(|at| CatIx(*at)).collect(),
            held: held
                .iter()
                .map(|(held, periods)| (*held, periods.to_vec()))
                .collect(),
        };
        let (first, second) = ([true, false, false, false], [false, true, false, false]);
        let both = [true, true, false, false];
        HeldFigures {
            places: vec![
                place(&[0, 1], &[(EVERYONE, first), (EVERYONE, [true; 4])]),
                place(&[2], &[(EVERYONE, both), (AGES, second)]),
            ],
        }
    }

    #[track_caller]
    fn check(what: Held, regions: &[usize], periods: [bool; 4], expected: bool) {
        let regions: Vec<CatIx> = regions.iter().map(|at| CatIx(*at)).collect();
        let found = held().hold(what, &regions, &periods);
        assert_eq!(found, expected, "{what:?} {regions:?} {periods:?}");
    }

    #[test]
    fn what_is_held_is_known_and_so_is_what_a_longer_period_leaves() {
        let (first, last) = ([true, false, false, false], [false, false, false, true]);
        check(EVERYONE, &[0, 1], first, true);
        check(EVERYONE, &[0, 1], [true; 4], true);
        check(EVERYONE, &[0, 1], [false, true, true, true], true);
        // What lies between them is not.
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
        check(Held::Along(DimIx(2)), &[2], second, false);
        check(EVERYONE, &[2], second, false);
    }
}
