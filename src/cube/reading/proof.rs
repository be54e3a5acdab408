//! Whether one category is the sum of others, by arithmetic.

use super::rows::Rows;

/// One category as the sum of others.
#[derive(Debug, Clone, PartialEq)]
pub struct ProvenSum {
    /// Position of the sum.
    pub of: usize,
    /// Positions of its parts, ascending.
    pub parts: Vec<usize>,
    /// Whether it holds to the last digit, or nearly.
    pub exact: bool,
    /// Rows in which it holds.
    pub rows: usize,
    /// Rows that were compared.
    pub compared: usize,
}

/// Bits of evidence that a proof needs, beside those of the number of hypotheses.
const BITS_NEEDED: f64 = 20.0;
/// The most bits that the largest row gives, and that any other row gives.
const BITS_OF_LARGEST: f64 = 24.0;
const BITS_OF_A_ROW: f64 = 12.0;
/// In so many of the rows a sum holds.
const MOST_ROWS: f64 = 0.98;
const NEAR_ROWS: f64 = 0.95;

/// How far a sum of rounded parts may be off. `unit`: the last decimal place of the figures.
#[derive(Clone, Copy)]
pub(crate) struct Tolerance {
    unit: f64,
    parts: f64,
}

#[allow(
    clippy::cast_precision_loss,
    reason = "numbers of parts and rows are small"
)]
fn float(count: usize) -> f64 {
    count as f64
}

impl Tolerance {
    /// That of figures of a unit, of which so many are added.
    pub(crate) fn new(unit: f64, parts: usize) -> Self {
        Self {
            unit,
            parts: float(parts),
        }
    }
    /// The sum rounded, and nothing else.
    pub(crate) fn strict(self, sum: f64) -> f64 {
        0.5 * self.unit + 1e-9 * sum.abs()
    }
    /// Each part rounded on its own.
    pub(crate) fn wide(self, sum: f64) -> f64 {
        let all = 0.5 * self.unit * (self.parts + 1.0);
        let likely = self.unit * (0.5 + 3.0 * ((self.parts + 1.0) / 12.0).sqrt());
        all.min(likely) + 1e-9 * sum.abs()
    }
    /// Cells perturbed or rounded to protect people.
    pub(super) fn near(self, sum: f64) -> f64 {
        let perturbed = self.unit * (3.0 + 4.0 * (self.parts + 1.0).sqrt());
        perturbed.max(0.02 * sum.abs())
    }
}

/// The difference between a category and the sum of parts in one row; `None` where a figure is not
/// known or fewer than two parts are not 0.
fn compared(get: impl Fn(usize) -> f64, of: usize, parts: &[usize]) -> Option<(f64, f64)> {
    let sum = get(of);
    let (mut total, mut filled) = (0.0, 0);
    for part in parts {
        let value = get(*part);
        total += value;
        filled += usize::from(value != 0.0);
    }
    // A figure that is not known makes the total no number.
    ((sum + total).is_finite() && filled >= 2).then_some((sum, sum - total))
}

/// Whether it may hold, by the first rows: quick to say no.
pub(super) fn may_hold(rows: &Rows<'_>, unit: f64, of: usize, parts: &[usize], near: bool) -> bool {
    let tolerance = Tolerance::new(unit, parts.len());
    let (mut all, mut held) = (0, 0);
    for row in rows.first() {
        if let Some((sum, difference)) = compared(|at| row[at], of, parts) {
            let limit = if near {
                tolerance.near(sum)
            } else {
                tolerance.wide(sum)
            };
            all += 1;
            held += usize::from(difference.abs() <= limit);
        }
    }
    all > 0 && float(held) >= 0.9 * float(all)
}

/// The proof that a category is the sum of parts, if there is one; `tried`: hypotheses that were
/// looked at in this dimension; `near`: whether the parts are given by name, so that a sum that
/// nearly holds is one.
pub(super) fn prove(
    rows: &Rows<'_>,
    (unit, tried): (f64, usize),
    of: usize,
    parts: &[usize],
    near: bool,
) -> Option<ProvenSum> {
    if !may_hold(rows, unit, of, parts, near) {
        return None;
    }
    let tolerance = Tolerance::new(unit, parts.len());
    // Row, its sum, its difference.
    let mut found: Vec<(usize, f64, f64)> = Vec::new();
    for row in 0..rows.len() {
        if let Some((sum, difference)) = compared(|at| rows.get(row, at), of, parts) {
            found.push((row, sum, difference.abs()));
        }
    }
    let within = |limit: &dyn Fn(f64) -> f64| {
        found
            .iter()
            .filter(|(_, sum, difference)| *difference <= limit(*sum))
            .count()
    };
    let most = |held: usize, share: f64| float(held) >= share * float(found.len());
    let mut proof = ProvenSum {
        of,
        parts: parts.to_vec(),
        exact: true,
        rows: within(&|sum| tolerance.strict(sum)),
        compared: found.len(),
    };
    let mut limit: &dyn Fn(f64) -> f64 = &|sum| tolerance.strict(sum);
    let wide = |sum| tolerance.wide(sum);
    if !most(proof.rows, MOST_ROWS) {
        limit = &wide;
        proof.rows = within(limit);
    }
    let needed = BITS_NEEDED + float(tried.max(1)).log2();
    if most(proof.rows, MOST_ROWS) && evidence(rows, &found, parts, limit, needed) >= needed {
        return Some(proof);
    }
    proof.exact = false;
    proof.rows = within(&|sum| tolerance.near(sum));
    let [off, all] = found
        .iter()
        .fold([0.0, 0.0], |[off, all], (_, sum, difference)| {
            [off + difference, all + sum.abs()]
        });
    let nearly = near && found.len() >= 3 && most(proof.rows, NEAR_ROWS) && off <= 0.005 * all;
    nearly.then_some(proof)
}

/// Bits of evidence, counted until they are enough. Rows that have the largest row's profile tell
/// nothing anew: profiles persist from year to year and from place to place.
fn evidence(
    rows: &Rows<'_>,
    found: &[(usize, f64, f64)],
    parts: &[usize],
    limit: &dyn Fn(f64) -> f64,
    needed: f64,
) -> f64 {
    let held = || {
        found
            .iter()
            .filter(|(_, sum, difference)| *difference <= limit(*sum))
    };
    let Some(&(largest, most, _)) = held().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())) else {
        return 0.0;
    };
    let mut bits = (most.abs() / (2.0 * limit(most)))
        .log2()
        .clamp(0.0, BITS_OF_LARGEST);
    for &(row, sum, _) in held().filter(|(row, _, _)| *row != largest) {
        if bits >= needed {
            break;
        }
        let scale = sum / most;
        let departure = parts
            .iter()
            .map(|part| (rows.get(row, *part) - scale * rows.get(largest, *part)).abs())
            .fold(0.0, f64::max);
        bits += (departure / (2.0 * limit(sum)))
            .log2()
            .clamp(0.0, BITS_OF_A_ROW);
    }
    bits
}
