//! How far the model is off where a count is known: each is left out, and the model made again.
//!
//! A place is taken out with all its people, out of every total that holds them; the rest is fitted
//! again. Then it gets, by year, as many per inhabitant as its peers have there, brought to what else is
//! known of it. So nothing of the figure that is left out comes back through a total less the others.

use jangkau::cube::{ControlKind, RelativeError};

use super::ModelError;
use super::control::{Control, Place};
use super::counts::{count_scope, fitted};
use super::ipf::{self, Constraint};
use super::layout::{RegionIx, YEARS};
use super::regions::Region;

/// What a left out figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    /// A region, over the years that its figure speaks of.
    Region,
    /// A province in some of the years.
    ProvinceYears,
}

impl Figure {
    pub(crate) const ALL: [Self; 2] = [Self::Region, Self::ProvinceYears];
}

/// One figure that was left out, and what the model makes of it without it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Case {
    pub(crate) figure: Figure,
    pub(crate) place: Place,
    pub(crate) known: f64,
    pub(crate) found: f64,
}

impl Case {
    /// The distance in percent of what is known.
    pub(crate) fn percent(&self) -> f64 {
        (self.found - self.known).abs() / self.known * 100.0
    }
}

/// How far the cases of one kind are off.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Errors {
    pub(crate) error: RelativeError,
    /// The case that is off most.
    pub(crate) worst: Case,
}

/// The errors of some cases; `None` of none.
pub(crate) fn errors<'a>(cases: impl Iterator<Item = &'a Case>) -> Option<Errors> {
    let mut cases: Vec<&Case> = cases.collect();
    cases.sort_by(|one, other| one.percent().total_cmp(&other.percent()));
    // The nearest rank: so many of the cases are off by no more.
    let at_most = |tenths: usize| cases[(cases.len() * tenths).div_ceil(10) - 1].percent();
    let worst = (*cases.last()?).clone();
    Some(Errors {
        error: RelativeError {
            median_percent: tenth(at_most(5)),
            p90_percent: tenth(at_most(9)),
            cases: cases.len(),
        },
        worst,
    })
}

/// A percentage to one digit, so that every machine writes the same.
pub(crate) fn tenth(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

/// Leaves out each count of a region, and of a province in some of the years, in the order of the
/// controls.
///
/// # Errors
/// [`ModelError`] where a fit does not settle.
pub(crate) fn backtest(regions: &[Region], controls: &[Control]) -> Result<Vec<Case>, ModelError> {
    let kept = |control: &&Control| control.kind != ControlKind::Check;
    let counts = controls.iter().filter(kept);
    let counts: Vec<Control> = counts
        .filter(|control| count_scope(control).is_some())
        .cloned()
        .collect();
    let (whole, _) = fitted(regions, &counts, |_| true)?;
    let mut cases = Vec::new();
    for (at, control) in counts.iter().enumerate() {
        let scope = control.measure.scope();
        let figure = match scope.place {
            Place::Region(_) => Figure::Region,
            Place::Province(_) if scope.years.positions().count() < YEARS.len() => {
                Figure::ProvinceYears
            }
            Place::Province(_) | Place::Nation | Place::Tertinggal | Place::Jawa => continue,
        };
        let without = Without {
            regions,
            counts: &counts,
            whole: &whole,
            place: &scope.place,
        };
        cases.push(Case {
            figure,
            place: scope.place.clone(),
            known: control.asked,
            found: without.estimate(at)?,
        });
    }
    Ok(cases)
}

/// A model without the people of a place.
struct Without<'a> {
    regions: &'a [Region],
    counts: &'a [Control],
    /// The fit of everything. Shape: years x regions.
    whole: &'a [f64],
    place: &'a Place,
}

impl Without<'_> {
    /// What the model makes of the control at a position, without it.
    fn estimate(&self, left_out: usize) -> Result<f64, ModelError> {
        let (rest, _) = fitted(self.regions, &self.others(), |at| !self.has(at))?;
        let mut years = self.like_peers(&rest);
        let of = |kind| self.own(left_out, kind);
        let stage = "a place left out, by year";
        ipf::fit(
            stage,
            &mut years,
            &of(ControlKind::Soft),
            &of(ControlKind::Hard),
        )?;
        let asked = self.counts[left_out].measure.scope().years;
        Ok(asked.positions().map(|year| years[year]).sum())
    }

    fn has(&self, at: RegionIx) -> bool {
        self.place.has(at, &self.regions[at.0])
    }

    fn all(&self) -> impl Iterator<Item = RegionIx> + use<> {
        (0..self.regions.len()).map(RegionIx)
    }

    /// The controls of other places, the people of this one taken out.
    fn others(&self) -> Vec<Control> {
        let mut others = Vec::new();
        for control in self.counts {
            let scope = control.measure.scope();
            let members = || {
                self.all()
                    .filter(|at| scope.place.has(*at, &self.regions[at.0]))
            };
            if members().all(|at| self.has(at)) {
                continue;
            }
            let mut other = control.clone();
            for year in scope.years.positions() {
                for at in members().filter(|at| self.has(*at)) {
                    other.asked -= self.whole[year * self.regions.len() + at.0];
                }
            }
            others.push(other);
        }
        others
    }

    /// The people of the place by year if it were as its peers are, by inhabitants.
    fn like_peers(&self, rest: &[f64]) -> Vec<f64> {
        let people = |at: &RegionIx| f64::from(self.regions[at.0].population);
        let own: f64 = self
            .all()
            .filter(|at| self.has(*at))
            .map(|at| people(&at))
            .sum();
        let peers = self.peers();
        let inhabitants: f64 = peers.iter().map(people).sum();
        let in_year = |year: usize| {
            let of_peer = |at: &RegionIx| rest[year * self.regions.len() + at.0];
            let reached: f64 = peers.iter().map(of_peer).sum();
            own * reached / inhabitants
        };
        (0..YEARS.len()).map(in_year).collect()
    }

    /// Of a region: those of its province that are tertinggal as it is and of which no count was published;
    /// where there is none, all others of the province. Of a province: everywhere else.
    fn peers(&self) -> Vec<RegionIx> {
        let others: Vec<RegionIx> = self.all().filter(|at| !self.has(*at)).collect();
        let Place::Region(own) = self.place else {
            return others;
        };
        let own = &self.regions[own.0];
        let near = |at: &RegionIx| self.regions[at.0].province_2020() == own.province_2020();
        let near: Vec<RegionIx> = others.into_iter().filter(near).collect();
        let unknown = |at: &RegionIx| {
            let is_own = |control: &Control| control.measure.scope().place == Place::Region(*at);
            self.regions[at.0].tertinggal == own.tertinggal && !self.counts.iter().any(is_own)
        };
        let alike: Vec<RegionIx> = near.iter().copied().filter(unknown).collect();
        if alike.is_empty() { near } else { alike }
    }

    /// What else is known of the place, by year.
    fn own(&self, left_out: usize, kind: ControlKind) -> Vec<Constraint> {
        let others = self.counts.iter().enumerate();
        let others = others.filter(|(at, control)| {
            *at != left_out && control.kind == kind && control.measure.scope().place == *self.place
        });
        let constraint = |(_, control): (usize, &Control)| Constraint {
            cells: control.measure.scope().years.positions().collect(),
            target: control.asked,
        };
        others.map(constraint).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::control::{Measure, Scope};
    use super::super::layout::Years;
    use super::*;
    use crate::model::sources::tests::shipped;
    use jangkau::cube::Source;

    fn count(kind: ControlKind, years: Years, place: Place, asked: f64) -> Control {
        let measure = Measure::Count(Scope::new(years, place));
        Control {
            kind,
            ..Control::told(measure, asked, &Source::default())
        }
    }

    /// The first province, whose regions have 1,000 inhabitants each and 40, 50, 60 and 70 people by year,
    /// but for one of which 480 were published over the four years: left out, it is like the others, 220.
    /// Over the years the province is as all others are, so that its 2020 is found again.
    #[test]
    fn a_figure_that_is_left_out_is_as_its_peers_are() {
        let mut regions = shipped().into_regions();
        for region in &mut regions {
            region.population = 1_000;
            region.tertinggal = false;
        }
        let first = Place::Province("11".into());
        let inside: Vec<usize> = (0..regions.len())
            .filter(|at| first.has(RegionIx(*at), &regions[*at]))
            .collect();
        let known = Place::Region(RegionIx(inside[0]));
        let people = |places: usize, year: usize| {
            f64::from(u32::try_from(places * (40 + 10 * year)).unwrap())
        };
        let mut controls = Vec::new();
        // The region has 260 more than the others, spread as its years are.
        let more = |year: usize| 260.0 * people(1, year) / 220.0;
        for year in 0..YEARS.len() {
            let all = people(regions.len(), year) + more(year);
            controls.push(count(
                ControlKind::Hard,
                Years::only(year),
                Place::Nation,
                all,
            ));
        }
        let of_first = people(inside.len(), 0) + more(0);
        controls.push(count(
            ControlKind::Hard,
            Years::Y2020,
            first.clone(),
            of_first,
        ));
        let whole: f64 = (0..YEARS.len())
            .map(|year| people(inside.len(), year))
            .sum();
        controls.push(count(ControlKind::Hard, Years::ALL, first, whole + 260.0));
        controls.push(count(ControlKind::Soft, Years::ALL, known, 480.0));
        let cases = backtest(&regions, &controls).unwrap();
        let found: Vec<(Figure, f64, f64)> = cases
            .iter()
            .map(|case| (case.figure, case.known, case.found.round()))
            .collect();
        assert_eq!(
            found,
            [
                (Figure::ProvinceYears, of_first, of_first.round()),
                (Figure::Region, 480.0, 220.0)
            ]
        );
        let regions = cases.iter().filter(|case| case.figure == Figure::Region);
        let errors = errors(regions).unwrap();
        // 260 of 480.
        let error = errors.error;
        let percent = (error.median_percent, error.p90_percent, error.cases);
        assert_eq!(percent, (54.2, 54.2, 1));
    }

    #[test]
    fn half_of_the_cases_are_off_by_no_more_than_the_median() {
        let case = |found: u32| Case {
            figure: Figure::Region,
            place: Place::Nation,
            known: 100.0,
            found: f64::from(100 + found),
        };
        let cases: Vec<Case> = (1..=20).rev().map(case).collect();
        let errors = errors(cases.iter()).unwrap();
        let of = |error: RelativeError| (error.median_percent, error.p90_percent, error.cases);
        assert_eq!(of(errors.error), (10.0, 18.0, 20));
        assert_eq!(errors.worst, case(20));
        assert!(super::errors(std::iter::empty()).is_none());
    }
}
