//! The numbers of places: count, share, rate and index, and how sure they are.

use std::borrow::Cow;

use super::Figures;
use super::figure_writer::FigureWriter;
use super::interval::telling_share;
use super::rate::{all_inhabitants, inhabitants, per};
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

/// A number of a quantity as text, with so many more decimals than alone, to tell it from one near it.
pub(super) fn finer_number_text(
    quantity: Quantity,
    (number, more): (f64, usize),
    words: &Messages,
) -> String {
    match quantity {
        Quantity::Count => words.numbers.finer_figure(number, more),
        Quantity::Share => words.numbers.finer_percent(number, more),
        Quantity::Rate => words.numbers.telling(number, 1, more),
        Quantity::Index => words.numbers.telling(number, 0, more),
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

    /// What a list asks: a group in focus is looked into; any other place in focus is marked among its
    /// like. What is no place is listed within the place in focus.
    pub(super) fn of_list(view: &'a ResolvedView, figures: &'a Figures, axis: Axis) -> Self {
        if view.place.is_some_and(|place| lists_within(place, axis)) {
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
        let wholes = overall_rates(cube, view, figures, axis);
        let base = self.base(cube, view, axis);
        let footing = cube.footing(self.selection);
        let grounds = footing.map(|footing| footing.members(axis));
        let of_place = |at: CatIx| {
            let sum = *now.sum(at);
            let figure = sum.figure();
            let share = match &base {
                Base::Everyone(base) => (self.now.share_along(axis, at, base)).filter(|_| is_part),
                Base::AllRows(base) => base.share_in_total(axis, at),
                Base::None => None,
            };
            let rate = rate(cube, figure, people.as_ref().map(|people| people[at.0]));
            Measures {
                sum,
                share: telling_share(share),
                rate,
                index: index(rate, wholes.as_ref().and_then(|wholes| wholes[at.0])),
                grounds: (grounds.as_ref()).map(|grounds| grounds_of(view, grounds[at.0])),
            }
        };
        (0..cube.members(axis).len())
            .map(|at| of_place(CatIx(at)))
            .collect()
    }

    /// The numbers of all that is selected, over the members of an axis.
    pub(super) fn total(
        self,
        cube: &Cube,
        (view, figures): (&ResolvedView, &Figures),
        axis: Axis,
    ) -> Measures {
        let reading = self.now.reading();
        let figure = self.now.total();
        let people = all_inhabitants(cube, self.selection, axis).filter(|_| reading.counts());
        let rate = rate(cube, figure, people);
        let wholes = overall_rates(cube, view, figures, axis);
        let whole = wholes.and_then(|wholes| wholes.last().copied().flatten());
        let share = match self.base(cube, view, axis) {
            Base::Everyone(base) => self.now.share_in(base).filter(|_| is_part(view, reading)),
            Base::AllRows(base) => self.now.share_in(&base),
            Base::None => None,
        };
        let footing = cube.footing(self.selection);
        Measures {
            sum: *self.now.total_sum(),
            share: telling_share(share),
            rate,
            index: index(rate, whole),
            grounds: footing.map(|footing| grounds_of(view, footing.total())),
        }
    }

    /// The numbers of all that is selected, over all places; in a dataset without places no rate.
    pub(super) fn whole(self, cube: &Cube, view: &ResolvedView, figures: &Figures) -> Measures {
        if let Some(geo) = view.geo.map(Axis::of_dimension) {
            return self.total(cube, (view, figures), geo);
        }
        let share = self.now.share_in(self.base);
        let footing = cube.footing(self.selection);
        Measures {
            sum: *self.now.total_sum(),
            share: telling_share(share).filter(|_| is_part(view, self.now.reading())),
            rate: None,
            index: None,
            grounds: footing.map(|footing| grounds_of(view, footing.total())),
        }
    }

    /// What a share is a share of: of a row that is no place all that is chosen of the other dimensions,
    /// where the parts add up.
    fn base(self, cube: &Cube, view: &ResolvedView, axis: Axis) -> Base<'a> {
        let of_others = view.share_of.is_some_and(|of| of != axis.dimension());
        if view.geo == Some(axis.dimension()) || of_others {
            return Base::Everyone(self.base);
        }
        if !self.now.reading().of(axis.dimension()).parts_add() {
            return Base::None;
        }
        Base::AllRows(match self.selection.clause(axis) {
            Some(_) => Cow::Owned(linked(cube, &self.selection.clone().without(axis))),
            None => Cow::Borrowed(self.now),
        })
    }

    /// The answer to what is asked.
    pub(super) fn answer(&self) -> &'a Linked {
        self.now
    }
}

/// What a share is a share of.
enum Base<'a> {
    /// Everyone of the same place and period, or those chosen but for one dimension.
    Everyone(&'a Linked),
    /// All rows together.
    AllRows(Cow<'a, Linked>),
    /// There is no share: the parts do not add up.
    None,
}

/// The numbers of a list, in one category, period or place alone, and of all of it together; `figures`:
/// those of the view. Shape: one entry a member of `rows`.
pub(super) fn measures_at(
    cube: &Cube,
    (view, figures): (&ResolvedView, &Figures),
    (axis, at): (Axis, CatIx),
    rows: Axis,
) -> (Vec<Measures>, Measures) {
    let view = view.narrowed(cube, axis, at);
    let figures = Figures::after(Some(figures), cube, &view);
    let input = PlaceMeasures::of_list(&view, &figures, rows);
    let members = input.measures(cube, &view, &figures, rows);
    (members, input.total(cube, (&view, &figures), rows))
}

/// Whether a list of an axis is of what lies in a place in focus: a group is looked into, and what is no
/// place is counted there.
pub(super) fn lists_within(place: Place, axis: Axis) -> bool {
    let is_group = place.axis.grouping().is_some() && place.axis != axis;
    is_group || place.axis.dimension() != axis.dimension()
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

/// The rates that those of an axis are compared with for the index: of each member in all places under
/// the filters; of places the same, that of all of them. Shape: one entry a member, and one more for
/// all that is selected.
fn overall_rates(
    cube: &Cube,
    view: &ResolvedView,
    figures: &Figures,
    axis: Axis,
) -> Option<Vec<Option<Interval>>> {
    let geo = view.geo?;
    let everywhere = view.filters.only(|axis| axis.dimension() != geo);
    let all_people = all_inhabitants(cube, &everywhere, axis)?;
    let asked;
    let answer = if everywhere == view.filters {
        &*figures.places
    } else {
        asked = linked(cube, &everywhere);
        &asked
    };
    let members = cube.members(axis).len();
    let total = rate(cube, answer.total(), Some(all_people));
    if axis.dimension() == geo {
        return Some(vec![total; members + 1]);
    }
    let people = inhabitants(cube, &everywhere, axis)?;
    let of_member = |at: usize| {
        rate(
            cube,
            answer.marginal(axis).figure(CatIx(at)),
            Some(people[at]),
        )
    };
    Some((0..members).map(of_member).chain([total]).collect())
}
