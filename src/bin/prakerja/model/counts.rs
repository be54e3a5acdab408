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
    let mut fitted: Vec<f64> = (0..YEARS.len())
        .flat_map(|_| regions.iter().map(|region| f64::from(region.population)))
        .collect();
    let of = |kind| constraints(controls, kind, regions);
    let sweeps = ipf::fit(
        "people by year and region",
        &mut fitted,
        &of(ControlKind::Soft),
        &of(ControlKind::Hard),
    )?;
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
