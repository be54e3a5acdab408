//! The numbers of one place, period by period.

use super::interval::telling_share;
use super::measures::{ground_of, grounds_of, index, rate};
use super::rate::all_inhabitants;
use crate::cube::{Axis, CatIx, Cube, Ground, Interval, Linked, Selection};
use crate::view_state::{Quantity, ResolvedView};

/// What the numbers of one place are made of, along the dimension of time.
pub(super) struct PeriodNumbers<'a> {
    pub(super) cube: &'a Cube,
    pub(super) view: &'a ResolvedView,
    pub(super) time: Axis,
    /// Of the place, under the filters.
    pub(super) now: &'a Linked,
    /// What a share is a share of.
    pub(super) base: Option<&'a Linked>,
    /// Inhabitants of the place.
    pub(super) people: Option<f64>,
    /// All places under the filters, and their inhabitants, for the index.
    pub(super) whole: Option<(&'a Linked, Option<f64>)>,
}

impl PeriodNumbers<'_> {
    /// From the least to the greatest value that the quantity of the view may have in a period.
    pub(super) fn interval(&self, period: CatIx) -> Option<Interval> {
        let figure = self.now.marginal(self.time).figure(period);
        match self.view.quantity {
            Quantity::Count => figure.interval(),
            Quantity::Share => telling_share(self.now.share_along(self.time, period, self.base?)),
            Quantity::Rate => rate(self.cube, figure, self.people),
            Quantity::Index => {
                let (whole, people) = self.whole?;
                let overall = rate(self.cube, whole.marginal(self.time).figure(period), people);
                index(rate(self.cube, figure, self.people), overall)
            }
        }
    }
}

/// What the number of each of some periods rests on: under the filters and the place in `selection`.
/// `None` where the publisher says nothing of it.
pub(super) fn grounds_of_periods(
    (cube, view): (&Cube, &ResolvedView),
    selection: &Selection,
    time: Axis,
    periods: &[CatIx],
) -> Option<Vec<Ground>> {
    let footing = cube.footing(selection)?;
    let of_period = |period: &CatIx| {
        let grounds = grounds_of(view, footing.along(time, *period));
        ground_of(grounds, view.quantity)
    };
    Some(periods.iter().map(of_period).collect())
}

/// Inhabitants of what is selected of places.
pub(super) fn people(cube: &Cube, view: &ResolvedView, selection: &Selection) -> Option<f64> {
    let geo = Axis::of_dimension(view.geo?);
    all_inhabitants(cube, selection, geo)
}
