//! Stage two: the traits of the people of each region and year, first fitted, then whole.

use super::control::{Clause, Control, Measure, Scope};
use super::counts::Counts;
use super::ipf::{self, Constraint};
use super::layout::{PROFILES, RegionIx, YEARS, cell};
use super::regions::Region;
use super::{ModelError, Sources};
use jangkau::cube::ControlKind;

/// People by year, region and profile, not yet whole.
#[derive(Debug)]
pub(crate) struct People {
    pub(crate) fitted: Vec<f64>,
    pub(crate) sweeps: usize,
}

/// Fits people to the controls that speak of a trait, from a start where every profile is alike,
/// with the whole counts of each region and year kept.
pub(crate) fn people(
    sources: &Sources,
    controls: &[Control],
    counts: &Counts,
) -> Result<People, ModelError> {
    let regions = sources.regions();
    let constraints = Constraints {
        regions,
        counts: &counts.whole,
        controls,
    };
    let mut hard = constraints.of(ControlKind::Hard);
    hard.extend(
        counts
            .whole
            .iter()
            .enumerate()
            .map(|(at, &target)| Constraint {
                cells: (at * PROFILES..(at + 1) * PROFILES).collect(),
                target: f64::from(target),
            }),
    );
    let mut fitted: Vec<f64> = vec![1.0; YEARS.len() * regions.len() * PROFILES];
    let soft = constraints.of(ControlKind::Soft);
    let sweeps = ipf::fit("people by trait", &mut fitted, &soft, &hard)?;
    Ok(People { fitted, sweeps })
}

struct Constraints<'a> {
    regions: &'a [Region],
    counts: &'a [u32],
    controls: &'a [Control],
}

impl Constraints<'_> {
    /// The people a control asks for, and, unless the controls speak of every category, the others
    /// of the same years and place.
    fn of(&self, kind: ControlKind) -> Vec<Constraint> {
        let mut constraints = Vec::new();
        for control in self.controls.iter().filter(|control| control.kind == kind) {
            let (Measure::Count(scope) | Measure::Share(scope)) = &control.measure else {
                continue;
            };
            let Some(clause) = &scope.clause else {
                continue;
            };
            let everyone = self.count(scope);
            let target = if matches!(control.measure, Measure::Share(_)) {
                control.asked * everyone
            } else {
                control.asked
            };
            constraints.push(Constraint {
                cells: self.cells(scope, |profile| clause.has(profile)),
                target,
            });
            if !self.covered(scope, clause) {
                constraints.push(Constraint {
                    cells: self.cells(scope, |profile| !clause.has(profile)),
                    target: everyone - target,
                });
            }
        }
        constraints
    }

    /// Whether there is a control of the same years and place for each single category.
    fn covered(&self, scope: &Scope, clause: &Clause) -> bool {
        let single = |at| scope.everyone().with(Clause::new(clause.of, at, at));
        let named = |wanted: &Scope| {
            self.controls.iter().any(|control| {
                control.kind != ControlKind::Check
                    && matches!(&control.measure, Measure::Share(scope) if scope == wanted)
            })
        };
        clause.categories.len() == 1 && (0..clause.of.codes().len()).all(|at| named(&single(at)))
    }

    fn places(&self, scope: &Scope) -> impl Iterator<Item = (usize, RegionIx)> {
        scope.years.positions().flat_map(move |year| {
            let all = (0..self.regions.len()).map(RegionIx);
            all.filter(|at| scope.place.has(*at, &self.regions[at.0]))
                .map(move |at| (year, at))
        })
    }

    fn count(&self, scope: &Scope) -> f64 {
        self.places(scope)
            .map(|(year, at)| f64::from(self.counts[year * self.regions.len() + at.0]))
            .sum()
    }

    fn cells(&self, scope: &Scope, passes: impl Fn(usize) -> bool) -> Vec<usize> {
        let profiles: Vec<usize> = (0..PROFILES).filter(|&at| passes(at)).collect();
        let mut cells = Vec::new();
        for (year, region) in self.places(scope) {
            let first = cell(self.regions.len(), year, region, 0);
            cells.extend(profiles.iter().map(|profile| first + profile));
        }
        cells
    }
}
