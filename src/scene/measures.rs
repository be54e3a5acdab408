//! The numbers of places: count, share, rate and index, and how sure they are.

use super::Figures;
use super::figure_writer::FigureWriter;
use super::interval::telling_share;
use super::rate::{inhabitants, per};
use crate::cube::{
    Axis, CatIx, Cube, Figure, Ground, Grounds, How, Interval, Linked, Reading, Role, Selection,
    Sum, Sureness, linked,
};
use crate::view_state::{Place, Quantity, ResolvedView};
use crate::words::Messages;

/// The numbers of one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// The sum of its cells.
    pub sum: Sum,
    /// The selection over everyone of the place, 0 to 1.
    pub share: Option<Interval>,
    /// The selection per 1,000 inhabitants.
    pub rate: Option<Interval>,
    /// The rate over the whole's, times 100.
    pub index: Option<Interval>,
    /// What they rest on, where the publisher says so.
    pub grounds: Option<Grounds>,
}

impl Measures {
    /// The numbers of a place that the filters leave nothing of.
    pub(super) const NOBODY: Self = Self {
        sum: Sum::NOTHING,
        share: None,
        rate: None,
        index: None,
        grounds: None,
    };

    /// Its figure.
    #[must_use]
    pub fn figure(&self) -> Figure {
        self.sum.figure()
    }

    /// One number that stands for a quantity in a drawing or an order: itself, or the middle of what
    /// is known of it.
    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> Option<f64> {
        match quantity {
            Quantity::Count => self.figure().number(),
            Quantity::Share | Quantity::Rate | Quantity::Index => {
                self.interval(quantity).map(Interval::middle)
            }
        }
    }

    /// From the least to the greatest value that a quantity may have, where both are known.
    #[must_use]
    pub fn interval(&self, quantity: Quantity) -> Option<Interval> {
        match quantity {
            Quantity::Count => self.figure().interval(),
            Quantity::Share => self.share,
            Quantity::Rate => self.rate,
            Quantity::Index => self.index,
        }
    }

    /// What a quantity rests on, where the publisher says so.
    #[must_use]
    pub fn ground(&self, quantity: Quantity) -> Option<Ground> {
        let grounds = self.grounds?;
        Some(ground_of(grounds, quantity))
    }

    /// How sure a quantity is, where the publisher says so.
    #[must_use]
    pub fn sureness(&self, quantity: Quantity) -> Option<Sureness> {
        self.ground(quantity).map(|ground| ground.sureness)
    }

    /// Whether a quantity only repeats a pattern, which is no finding.
    #[must_use]
    pub fn is_pattern(&self, quantity: Quantity) -> bool {
        self.sureness(quantity) == Some(Sureness::Pattern)
    }

    /// The number of a quantity as text; of a count with the letters of its flags.
    #[must_use]
    pub fn quantity_text(&self, quantity: Quantity, writer: &FigureWriter<'_>) -> String {
        writer.quantity_of(quantity, &self.sum, self.interval(quantity))
    }
}

/// What a quantity rests on.
pub(super) fn ground_of(grounds: Grounds, quantity: Quantity) -> Ground {
    match quantity {
        Quantity::Count => grounds.count,
        Quantity::Share => grounds.share,
        Quantity::Rate | Quantity::Index => grounds.rate,
    }
}

/// The grounds of what is listed: a share of all places together is as sure as the count in it.
pub(super) fn grounds_of(view: &ResolvedView, grounds: Grounds) -> Grounds {
    if view.share_of.is_some() && view.share_of == view.geo {
        Grounds {
            share: grounds.count,
            ..grounds
        }
    } else {
        grounds
    }
}

/// A number of a quantity as text.
pub(super) fn number_text(quantity: Quantity, number: f64, words: &Messages) -> String {
    match quantity {
        Quantity::Count => words.numbers.figure(number),
        Quantity::Share => words.numbers.percent(number),
        Quantity::Rate => words.numbers.decimals(number, 1),
        Quantity::Index => words.numbers.decimals(number, 0),
    }
}

/// What is asked of every place.
#[derive(Clone, Copy)]
pub(super) struct PlaceMeasures<'a> {
    now: &'a Linked,
    base: &'a Linked,
    pub(super) selection: &'a Selection,
}

impl<'a> PlaceMeasures<'a> {
    /// The filters, wherever the view looks.
    pub(super) fn everywhere(view: &'a ResolvedView, figures: &'a Figures) -> Self {
        Self {
            now: &figures.places,
            base: &figures.places_base,
            selection: &view.filters,
        }
    }
    /// The filters within the place in focus.
    pub(super) fn inside(view: &'a ResolvedView, figures: &'a Figures) -> Self {
        Self {
            now: &figures.view,
            base: &figures.base,
            selection: &view.selection,
        }
    }

    /// What a list of places asks: a group in focus is looked into; any other place in focus is
    /// marked among its like.
    pub(super) fn of_list(view: &'a ResolvedView, figures: &'a Figures, axis: Axis) -> Self {
        let into = |place: Place| place.axis.grouping().is_some() && place.axis != axis;
        if view.place.is_some_and(into) {
            Self::inside(view, figures)
        } else {
            Self::everywhere(view, figures)
        }
    }

    /// Whether the filters leave anything of a member.
    pub(super) fn is_shown(self, axis: Axis, at: CatIx) -> bool {
        self.now.marginal(axis).is_shown(at)
    }

    /// Whether a member is listed: what is shown, but for the total of all places.
    pub(super) fn is_listed(self, cube: &Cube, axis: Axis, at: CatIx) -> bool {
        let dimension = cube.dimension(axis.dimension());
        let read = self.now.reading().of(axis.dimension());
        let is_total = dimension.total() == Some(at) || *read.how() == How::Total(at);
        self.is_shown(axis, at) && !(is_places(cube, axis) && is_total)
    }

    /// Whether a place is a sum of others, which are listed beside it.
    pub(super) fn is_apart(self, cube: &Cube, axis: Axis, at: CatIx) -> bool {
        is_places(cube, axis) && self.now.reading().of(axis.dimension()).is_apart(at)
    }

    /// The numbers of every member of an axis, in order.
    pub(super) fn measures(
        self,
        cube: &Cube,
        view: &ResolvedView,
        figures: &Figures,
        axis: Axis,
    ) -> Vec<Measures> {
        let now = self.now.marginal(axis);
        let reading = self.now.reading();
        let people = inhabitants(cube, self.selection, axis).filter(|_| reading.counts());
        let is_part = is_part(view, reading);
        let whole = overall_rate(cube, view, figures, axis);
        let shares_of_rows = shares_of_rows(cube, view, self.now, axis);
        let footing = cube.footing(self.selection);
        let grounds = footing.map(|footing| footing.members(axis));
        let of_place = |at: CatIx| {
            let sum = *now.sum(at);
            let figure = sum.figure();
            let share = match &shares_of_rows {
                Some(shares) => shares[at.0],
                None => self
                    .now
                    .share_along(axis, at, self.base)
                    .filter(|_| is_part),
            };
            let rate = rate(cube, figure, people.as_ref().map(|people| people[at.0]));
            Measures {
                sum,
                share: telling_share(share),
                rate,
                index: index(rate, whole),
                grounds: (grounds.as_ref()).map(|grounds| grounds_of(view, grounds[at.0])),
            }
        };
        (0..cube.members(axis).len())
            .map(|at| of_place(CatIx(at)))
            .collect()
    }

    /// The numbers of all that is asked together.
    pub(super) fn total(self, cube: &Cube, view: &ResolvedView, figures: &Figures) -> Measures {
        let reading = self.now.reading();
        let geo = view.geo.map(Axis::of_dimension);
        let people = geo.and_then(|geo| inhabitants(cube, self.selection, geo)?.last().copied());
        let rate = rate(cube, self.now.total(), people).filter(|_| reading.counts());
        let whole = geo.and_then(|geo| overall_rate(cube, view, figures, geo));
        let footing = cube.footing(self.selection);
        Measures {
            sum: *self.now.total_sum(),
            share: telling_share(self.now.share_in(self.base)).filter(|_| is_part(view, reading)),
            rate,
            index: index(rate, whole),
            grounds: footing.map(|footing| grounds_of(view, footing.total())),
        }
    }
}

/// The shares of rows that are no places, in what is chosen of all others; `None` where a share is of
/// something else. Shape: one entry a member of the axis.
fn shares_of_rows(
    cube: &Cube,
    view: &ResolvedView,
    now: &Linked,
    axis: Axis,
) -> Option<Vec<Option<Interval>>> {
    let of_others = view.share_of.is_some_and(|of| of != axis.dimension());
    if view.geo == Some(axis.dimension()) || of_others {
        return None;
    }
    let members = (0..cube.members(axis).len()).map(CatIx);
    if !now.reading().of(axis.dimension()).parts_add() {
        return Some(members.map(|_| None).collect());
    }
    let shares = |answer: &Linked| members.map(|at| answer.share_in_total(axis, at)).collect();
    Some(match view.filters.clause(axis) {
        Some(_) => shares(&linked(cube, &view.filters.clone().without(axis))),
        None => shares(now),
    })
}

/// The numbers of a list of places, in one category or period alone; `figures`: those of the view.
/// Shape: one entry a member of `level`.
pub(super) fn measures_at(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    (axis, at): (Axis, CatIx),
    level: Axis,
) -> Vec<Measures> {
    let view = view.narrowed(cube, axis, at);
    let figures = Figures::after(Some(figures), cube, &view);
    PlaceMeasures::of_list(&view, &figures, level).measures(cube, &view, &figures, level)
}

/// Whether what the filters pick is a part of what is there without them: along every dimension that
/// they filter the parts add up.
fn is_part(view: &ResolvedView, reading: &Reading) -> bool {
    view.filters.clauses().all(|(axis, picked)| {
        let own = reading.of(axis.dimension());
        // What stands for the dimension without a choice stands in what is divided by, too.
        let same = axis.grouping().is_none()
            && own.how().category().map(|at| vec![at]).as_deref() == Some(picked);
        let in_base = view.periods.clause(axis).is_some();
        in_base || same || Some(axis.dimension()) == view.geo || own.parts_add()
    })
}

/// Whether the members of an axis are places, and no groups of them.
fn is_places(cube: &Cube, axis: Axis) -> bool {
    axis.grouping().is_none() && cube.dimension(axis.dimension()).role() == Role::Geo
}

/// A figure per 1,000 inhabitants, or what else its denominator says.
pub(super) fn rate(cube: &Cube, figure: Figure, people: Option<f64>) -> Option<Interval> {
    let share = figure.over(Figure::Number(people?))?;
    Some(share.times(per(cube).into()))
}

/// A rate over the whole's, times 100.
pub(super) fn index(rate: Option<Interval>, whole: Option<Interval>) -> Option<Interval> {
    let whole = whole.filter(|whole| whole.low > 0.0)?;
    Some(rate?.over(whole)?.times(100.0))
}

/// The rate of all places under the filters, for the index.
fn overall_rate(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    axis: Axis,
) -> Option<Interval> {
    let geo = view.geo?;
    let everywhere = view.filters.only(|axis| axis.dimension() != geo);
    let people = inhabitants(cube, &everywhere, axis)?.last().copied();
    let total = if everywhere == view.filters {
        figures.places.total()
    } else {
        linked(cube, &everywhere).total()
    };
    rate(cube, total, people)
}
