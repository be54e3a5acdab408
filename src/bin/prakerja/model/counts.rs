//! Stage one: how many people of each region and year, first fitted, then whole.

use super::blocks::Rounding;
use super::control::{Control, Measure, Scope};
use super::ipf::{self, Constraint};
use super::layout::{RegionIx, YEARS};
use super::provinces::Province;
use super::regions::Region;
use super::{ModelError, Sources};
use jangkau::cube::ControlKind;

/// People by year and region. Shape: years x regions.
#[derive(Debug)]
pub(crate) struct Counts {
    pub(crate) fitted: Vec<f64>,
    pub(crate) whole: Vec<u32>,
    pub(crate) sweeps: usize,
}

/// Fits people by year and region to the controls that speak of no trait, from a start in
/// proportion to population, and rounds them.
pub(crate) fn counts(
    sources: &Sources,
    controls: &[Control],
    provinces: &[Province<'_>],
) -> Result<Counts, ModelError> {
    let regions = sources.regions();
    let (fitted, sweeps) = fitted(regions, controls, |_| true)?;
    let whole = Rounding {
        regions,
        fitted: &fitted,
        controls,
    }
    .whole(provinces)?;
    Ok(Counts {
        fitted,
        whole,
        sweeps,
    })
}

/// Fitted people by year and region, and the sweeps it took, from a start in proportion to population;
/// a region that is not `taken` has none. Shape: years x regions.
pub(super) fn fitted(
    regions: &[Region],
    controls: &[Control],
    taken: impl Fn(RegionIx) -> bool,
) -> Result<(Vec<f64>, usize), ModelError> {
    let start = regions.iter().enumerate().map(|(at, region)| {
        let people = if taken(RegionIx(at)) {
            region.population
        } else {
            0
        };
        f64::from(people)
    });
    let start: Vec<f64> = start.collect();
    let mut fitted = start.repeat(YEARS.len());
    let of = |kind| constraints(controls, kind, regions);
    let stage = "people by year and region";
    let hard = of(ControlKind::Hard);
    let sweeps = ipf::fit(stage, &mut fitted, &of(ControlKind::Soft), &hard)?;
    Ok((fitted, sweeps))
}

/// The scope of a control that counts everyone in it.
pub(super) fn count_scope(control: &Control) -> Option<&Scope> {
    if let Measure::Count(scope) = &control.measure
        && scope.clause.is_none()
    {
        Some(scope)
    } else {
        None
    }
}

fn constraints(controls: &[Control], kind: ControlKind, regions: &[Region]) -> Vec<Constraint> {
    let of_kind = controls.iter().filter(|control| control.kind == kind);
    of_kind
        .filter_map(|control| {
            let scope = count_scope(control)?;
            let cells = scope.years.positions().flat_map(|year| {
                let in_place =
                    (0..regions.len()).filter(|&at| scope.place.has(RegionIx(at), &regions[at]));
                in_place.map(move |at| year * regions.len() + at)
            });
            Some(Constraint {
                cells: cells.collect(),
                target: control.asked,
            })
        })
        .collect()
}
