//! Totals by name.

use super::proof::Tolerance;
use super::rows::Rows;
use super::words::Words;
use crate::cube::{CatIx, Dimension};

/// The categories that are called a total: by code, else by the start of their label.
pub(super) struct NamedTotals {
    pub(super) by_code: Vec<usize>,
    pub(super) by_label: Vec<usize>,
}

impl NamedTotals {
    pub(super) fn in_dimension(dimension: &Dimension) -> Self {
        let (codes, words, not) = (
            Words::of("total_code"),
            Words::of("total_word"),
            Words::of("not_total"),
        );
        let mut named = Self {
            by_code: Vec::new(),
            by_label: Vec::new(),
        };
        for (CatIx(at), category) in dimension.categories().iter() {
            let label = category.label().own();
            let says_total = words.start(label) && !not.stand_in(label);
            let code = category.code().as_str();
            // A code of letters or zeros alone is no proof where the label says something else.
            let by_code = codes.are(code) && !not.stand_in(label);
            if by_code && (says_total || label == code || !is_short(code)) {
                named.by_code.push(at);
            } else if says_total {
                named.by_label.push(at);
            }
        }
        named
    }

    /// Leaves out those of counts whose words may begin the name of a place, as `All Saints`, where another
    /// category that no word calls a total is greater.
    pub(super) fn leave_out_names(&mut self, dimension: &Dimension, rows: &Rows<'_>) {
        let words = Words::of("total_or_name");
        let label = |at: usize| dimension.categories().get(CatIx(at)).label().own();
        let is_open = |at: &usize| words.start(label(*at));
        let others: Vec<usize> = (0..rows.categories())
            .filter(|at| is_open(at) || !self.all().any(|named| named == *at))
            .collect();
        self.by_label
            .retain(|of| !is_open(of) || is_largest_of(rows, *of, &others));
    }

    /// All of them, those by code first.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.by_code.iter().chain(&self.by_label).copied()
    }
}

/// "T" may stand for Tuesday, "00" for a chapter: the label decides.
fn is_short(code: &str) -> bool {
    code.len() < 2
}

/// In how many rows a category equals the sum of some others; `None` where it does not in one.
pub(super) fn equals_others(
    rows: &Rows<'_>,
    unit: f64,
    of: usize,
    others: &[usize],
) -> Option<usize> {
    let tolerance = Tolerance::new(unit, others.len());
    let mut held = 0;
    for row in 0..rows.len() {
        let sum = rows.get(row, of);
        let total: f64 = others.iter().map(|at| rows.get(row, *at)).sum();
        if !(sum + total).is_finite() || (sum == 0.0 && total == 0.0) {
            continue;
        }
        if (sum - total).abs() > tolerance.wide(sum) {
            return None;
        }
        held += 1;
    }
    (held > 0).then_some(held)
}

/// Whether a category lies between the least and the greatest of the others, as a mean does, in 95
/// of 100 rows.
pub(super) fn lies_between(rows: &Rows<'_>, of: usize, others: &[usize]) -> bool {
    let (mut held, mut compared) = (0, 0);
    for row in 0..rows.len() {
        let mean = rows.get(row, of);
        let known = others
            .iter()
            .map(|at| rows.get(row, *at))
            .filter(|value| value.is_finite());
        let (count, least, most) = known.fold(
            (0, f64::INFINITY, f64::NEG_INFINITY),
            |(count, least, most), value| (count + 1, least.min(value), most.max(value)),
        );
        if mean.is_finite() && count > 1 {
            compared += 1;
            held += usize::from(least <= mean && mean <= most);
        }
    }
    compared > 0 && held * 100 >= compared * 95
}

/// Whether a category is nowhere smaller than some others, in 99 of 100 rows.
pub(super) fn is_largest_of(rows: &Rows<'_>, of: usize, others: &[usize]) -> bool {
    let (mut held, mut compared) = (0, 0);
    for row in 0..rows.len() {
        let own = rows.get(row, of);
        if own.is_finite() {
            compared += 1;
            let smaller = |at: &usize| rows.get(row, *at) > own;
            held += usize::from(!others.iter().any(smaller));
        }
    }
    compared > 0 && held * 100 >= compared * 99
}
