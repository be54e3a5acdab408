//! How the places of a map are filled.

use super::class_numbers::{in_view, of_every_period};
use super::map::Fill;
use super::measures::{Measures, PlaceMeasures};
use crate::cube::{Axis, CatIx, Cube, Figure, Interval, Provenance, Sureness};
use crate::scale::{Breaks, ClassCount};
use crate::view_state::{ClassScope, Classing, Quantity, ResolvedView};

/// An index is read from here.
const CENTRE: f64 = 100.0;

/// The fillings of a level, and what they go by.
pub(super) struct Filled {
    /// Of each member; of what is not in view [`Fill::Out`].
    pub(super) fills: Vec<Fill>,
    /// What the classes go by, where any place has one.
    pub(super) breaks: Option<Breaks>,
    /// Of each member as if all were in view: what ranks go by, which no choice of classes changes.
    pub(super) of_all: Vec<Fill>,
    /// Whether the number of a place, in view or not, is less sure than a published one.
    pub(super) has_modelled: bool,
}

impl Filled {
    /// Fills what is listed and in view. Shape of `measures`: one entry a member of the axis.
    pub(super) fn of(
        cube: &Cube,
        (view, input): (&ResolvedView, PlaceMeasures<'_>),
        axis: Axis,
        measures: &[Measures],
    ) -> Self {
        let quantity = view.quantity;
        let shown = |at: usize| {
            let at = CatIx(at);
            input.is_listed(cube, axis, at) && !input.is_apart(cube, axis, at)
        };
        let shown: Vec<bool> = (0..measures.len()).map(shown).collect();
        let in_view = in_view(cube, view, axis).into_iter();
        let seen = shown.iter().zip(in_view);
        let seen: Vec<bool> = seen.map(|(shown, seen)| *shown && seen).collect();
        let classed = |numbers: &[f64]| breaks(quantity, numbers, view.classing);
        let of_all = classed(&numbers(measures, &shown, quantity));
        let fills_of_all = fills(measures, &shown, (of_all.as_ref(), quantity));
        let of_periods = || {
            let is_classed = |it: &Measures, at: usize| shown[at] && marked(it, quantity).is_none();
            of_every_period(cube, view, axis, is_classed)
        };
        let breaks = match view.class_scope {
            ClassScope::View if seen != shown => classed(&numbers(measures, &seen, quantity)),
            ClassScope::Fixed => match of_periods() {
                Some(numbers) => classed(&numbers),
                None => of_all,
            },
            ClassScope::View | ClassScope::All => of_all,
        };
        Self {
            fills: fills(measures, &seen, (breaks.as_ref(), quantity)),
            breaks,
            of_all: fills_of_all,
            has_modelled: (shown.iter().zip(measures))
                .any(|(shown, measures)| *shown && is_modelled(measures, quantity)),
        }
    }
}

/// The numbers of those among the members that can have a class.
fn numbers(measures: &[Measures], among: &[bool], quantity: Quantity) -> Vec<f64> {
    let members = measures.iter().zip(among);
    let classed = members.filter(|(it, among)| **among && marked(it, quantity).is_none());
    let intervals = classed.filter_map(|(it, _)| it.interval(quantity));
    intervals
        .map(|interval| class_number(interval, quantity))
        .collect()
}

fn fills(
    measures: &[Measures],
    among: &[bool],
    (breaks, quantity): (Option<&Breaks>, Quantity),
) -> Vec<Fill> {
    let fill = |(it, among): (&Measures, &bool)| match (among, marked(it, quantity), breaks) {
        (false, ..) => Fill::Out,
        (true, Some(mark), _) => mark,
        (true, None, Some(breaks)) => fill_of(breaks, it, quantity),
        (true, None, None) => Fill::Missing,
    };
    measures.iter().zip(among).map(fill).collect()
}

/// What keeps a place out of the classes.
fn marked(measures: &Measures, quantity: Quantity) -> Option<Fill> {
    let number = match measures.figure() {
        Figure::Number(_) => measures.quantity(quantity),
        Figure::Between(_) => match measures.interval(quantity) {
            Some(interval) if interval.low > 0.0 || interval.is_exact() => Some(interval.middle()),
            _ => return Some(Fill::Suppressed),
        },
        Figure::AtLeast(_) | Figure::NotAdditive | Figure::TooLarge => return Some(Fill::Open),
        Figure::Suppressed => return Some(Fill::Suppressed),
        Figure::Missing => return Some(Fill::Missing),
    };
    let Some(number) = number else {
        return Some(Fill::Missing);
    };
    match measures.ground(quantity) {
        Some(ground) if ground.sureness == Sureness::Pattern => Some(match ground.from {
            Provenance::Group => Fill::GroupPattern,
            Provenance::Own | Provenance::All => Fill::WholePattern,
        }),
        _ => (number == 0.0).then_some(Fill::Zero),
    }
}

/// The class of a place, marked where it is shared out from a published total; of one between two
/// classes that of the middle, marked, and no class where it may lie further apart.
fn fill_of(breaks: &Breaks, measures: &Measures, quantity: Quantity) -> Fill {
    let Some(interval) = measures.interval(quantity) else {
        return Fill::Missing;
    };
    let colour = |number: f64| breaks.colour(breaks.class_of(number));
    let middle = class_number(interval, quantity);
    let [low, middle, high] = [interval.low, middle, interval.high].map(colour);
    match low.abs_diff(high) {
        0 | 1 if measures.sureness(quantity) == Some(Sureness::SharedOut) => Fill::Shared(middle),
        0 => Fill::Colour(middle),
        1 => Fill::Between(middle),
        _ => Fill::Open,
    }
}

/// The number by which a place is classed: half a person is in no legend.
pub(super) fn class_number(interval: Interval, quantity: Quantity) -> f64 {
    if quantity == Quantity::Count && !interval.is_exact() {
        interval.middle().floor().max(interval.low)
    } else {
        interval.middle()
    }
}

fn breaks(quantity: Quantity, numbers: &[f64], classing: Classing) -> Option<Breaks> {
    let wanted = ClassCount::nearest(usize::from(classing.count()));
    if quantity == Quantity::Index {
        return Breaks::diverging(CENTRE, numbers, wanted);
    }
    Breaks::of(classing.method, numbers, wanted)
}

/// Whether the number of a place is less sure than a published one.
pub(super) fn is_modelled(measures: &Measures, quantity: Quantity) -> bool {
    let sureness = measures.sureness(quantity);
    sureness.is_some_and(|sureness| sureness > Sureness::Published)
}
