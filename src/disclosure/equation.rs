//! One line of a table as an equation: a total is the sum of its parts.

use super::hidden::Unknowns;
use super::relation::Relation;
use crate::cube::{Cube, Interval};

/// Figures nearer than this are one.
const SLACK: f64 = 1e-6;

/// What an equation tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// Whether anything is known better than before.
    pub(super) is_new: bool,
    /// The hidden cells, by their numbers among the unknown ones, of which one value is left.
    pub(super) worked_out: Vec<usize>,
    /// Whether one cell alone was not known.
    pub(super) was_alone: bool,
}

/// The least and the greatest of sums from which one term is taken away, whatever is infinite.
#[derive(Clone, Copy, Default)]
struct Ends {
    finite: f64,
    infinite: usize,
}

impl Ends {
    fn add(&mut self, end: f64) {
        if end.is_finite() {
            self.finite += end;
        } else {
            self.infinite += 1;
        }
    }

    /// Without one of the terms; infinite where another is.
    fn without(self, end: f64, infinity: f64) -> f64 {
        let others = self.infinite - usize::from(!end.is_finite());
        if others > 0 {
            infinity
        } else if end.is_finite() {
            self.finite - end
        } else {
            self.finite
        }
    }
}

/// Narrows what the cells of a line may be that are not shown. `start`: the first cell of the line;
/// `stride`: from one of its cells to the next.
pub(super) fn narrow(
    (cube, is_whole): (&Cube, bool),
    relation: &Relation,
    (start, stride): (usize, usize),
    unknowns: &mut Unknowns,
) -> Told {
    let mut told = Told {
        is_new: false,
        worked_out: Vec::new(),
        was_alone: false,
    };
    // The sum of the terms that are not known.
    let mut rest = 0.0;
    let mut terms: Vec<(usize, f64)> = Vec::new();
    let sides = relation.parts.iter().map(|part| (*part, 1.0));
    for (category, sign) in sides.chain([(relation.of, -1.0)]) {
        let cell = start + category * stride;
        match unknowns.position(cell) {
            None => rest -= sign * cube.values().get(cell),
            Some(at) if sign > 0.0 && relation.blanks_are_none && unknowns.is_blank(at) => {}
            Some(at) => match unknowns.bound(at).exact() {
                Some(value) => rest -= sign * value,
                None => terms.push((at, sign)),
            },
        }
    }
    told.was_alone = terms.len() == 1;
    let ends_of = |at: usize, sign: f64| {
        let Interval { low, high } = unknowns.bound(at);
        if sign > 0.0 {
            (low, high)
        } else {
            (-high, -low)
        }
    };
    let (mut lows, mut highs) = (Ends::default(), Ends::default());
    for (at, sign) in &terms {
        let (low, high) = ends_of(*at, *sign);
        lows.add(low);
        highs.add(high);
    }
    let mut narrowed = Vec::with_capacity(terms.len());
    for (at, sign) in terms {
        let (low, high) = ends_of(at, sign);
        let least = (rest - highs.without(high, f64::INFINITY)).max(low);
        let most = (rest - lows.without(low, f64::NEG_INFINITY)).min(high);
        let (least, most) = if sign > 0.0 {
            (least, most)
        } else {
            (-most, -least)
        };
        let Some(bound) = rounded(least, most, is_whole) else {
            // The line contradicts itself: nothing follows from it.
            return Told {
                was_alone: false,
                ..told
            };
        };
        narrowed.push((at, bound));
    }
    for (at, bound) in narrowed {
        told.is_new |= unknowns.narrow(at, bound);
        if bound.is_exact() && unknowns.is_hidden(at) {
            told.worked_out.push(at);
        }
    }
    told
}

/// From the least to the greatest value, of whole figures the whole ones between; `None` where there is
/// none.
pub(super) fn rounded(least: f64, most: f64, is_whole: bool) -> Option<Interval> {
    let (least, most) = if is_whole {
        ((least - SLACK).ceil(), (most + SLACK).floor())
    } else if (least - most).abs() <= SLACK {
        (least, least)
    } else {
        (least, most)
    };
    Interval::new(least, most)
}
