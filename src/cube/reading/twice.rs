//! Places whose figures may be those of others, added up: sums that are too few to be proven, and may not be
//! added all the same.

use std::ops::Range;

use super::proof::Tolerance;
use super::rows::Rows;
use crate::cube::subsets;

/// Of so many places every choice of some is looked at.
const FEW: usize = 12;
/// Of more places only those that stand beside their sum are looked at.
const MANY: usize = 600;
/// Bits of evidence that sums need, beside those of the number of sums that were looked at: of few places that stand
/// beside their sum, of many, and of places that stand elsewhere.
const BITS_OF_FEW: f64 = 1.0;
const BITS_OF_MANY: f64 = 3.0;
const BITS_ELSEWHERE: f64 = 4.0;
/// That the places from one on are all others once more.
const BITS_OF_HALVES: f64 = 4.0;
/// The most bits that one row gives.
const BITS_OF_A_ROW: f64 = 12.0;

/// Whether some places would be counted twice: in every row one of them is the sum of some that follow each other
/// (or of any, where there are few), or those from one place on are together as much as all before it.
/// `in_order`: the places in the order of their codes.
pub(super) fn may_be_counted_twice(rows: &Rows<'_>, unit: f64, in_order: &[usize]) -> bool {
    let search = Search {
        rows,
        unit,
        in_order,
    };
    search.has_halves() || search.has_runs() || search.has_choice()
}

struct Search<'a> {
    rows: &'a Rows<'a>,
    unit: f64,
    in_order: &'a [usize],
}

#[allow(
    clippy::cast_precision_loss,
    reason = "numbers of places and rows are small"
)]
fn float(count: usize) -> f64 {
    count as f64
}

impl Search<'_> {
    /// Bits of evidence that some places are the sum of others; 0 where one row says no.
    fn bits(&self, of: &[usize], parts: &[usize]) -> f64 {
        let tolerance = Tolerance::new(self.unit, parts.len());
        let mut bits = 0.0;
        for row in self.rows.first() {
            let whole: f64 = of.iter().map(|at| row[*at]).sum();
            let sum: f64 = parts.iter().map(|at| row[*at]).sum();
            if !(whole + sum).is_finite() || (whole == 0.0 && sum == 0.0) {
                continue;
            }
            // Whole figures are not rounded.
            let limit = if self.unit < 1.0 {
                tolerance.wide(sum)
            } else {
                tolerance.strict(sum)
            };
            if (whole - sum).abs() > limit {
                return 0.0;
            }
            let filled = parts.iter().filter(|at| row[**at] != 0.0).count();
            if filled > 1 {
                let step = sum.abs() / float(filled);
                bits += (step / (2.0 * limit)).log2().clamp(0.0, BITS_OF_A_ROW);
            }
        }
        bits
    }

    fn has_halves(&self) -> bool {
        let ends = 2..self.in_order.len().saturating_sub(1);
        ends.into_iter().any(|end| {
            let (before, after) = self.in_order.split_at(end);
            let (whole, parts) = if before.len() < after.len() {
                (before, after)
            } else {
                (after, before)
            };
            self.bits(whole, parts) >= BITS_OF_HALVES
        })
    }

    /// Whether places are the sums of some that follow each other, beside them or elsewhere.
    fn has_runs(&self) -> bool {
        let Some(runs) = self.runs() else {
            return false;
        };
        let count = self.in_order.len();
        let looked_at = float(2 * count).log2();
        let needed = if count > FEW {
            BITS_OF_MANY
        } else {
            BITS_OF_FEW
        };
        // Each sum counts for what it has beyond chance; some of many are as likely in any order.
        let (mut found, mut bits) = (0_usize, 0.0);
        for place in 0..count {
            let own = runs
                .beside(place)
                .into_iter()
                .map(|run| self.bits_of(place, run));
            let surplus = own.fold(0.0, f64::max) - looked_at;
            if surplus > 0.0 {
                found += 1;
                bits += surplus + float(found).log2();
            }
        }
        let needed_elsewhere = BITS_ELSEWHERE + 2.0 * float(count).log2();
        let is_sum_elsewhere = |place: usize| {
            let mut found = runs.elsewhere(place);
            found.any(|run| self.bits_of(place, run) >= needed_elsewhere)
        };
        bits >= needed || count <= MANY && (0..count).any(is_sum_elsewhere)
    }

    fn bits_of(&self, place: usize, run: Range<usize>) -> f64 {
        if run.len() < 2 || run.contains(&place) || run.end > self.in_order.len() {
            return 0.0;
        }
        self.bits(&[self.in_order[place]], &self.in_order[run])
    }

    /// The figures of the fullest row.
    fn runs(&self) -> Option<Runs> {
        let row = self.fullest_row()?;
        let known = |at: &usize| {
            if row[*at].is_finite() {
                row[*at].max(0.0)
            } else {
                0.0
            }
        };
        let values: Vec<f64> = self.in_order.iter().map(known).collect();
        let mut sums = vec![0.0];
        for value in &values {
            sums.push(sums[sums.len() - 1] + value);
        }
        let slack = Tolerance::new(self.unit, values.len()).wide(sums[values.len()]);
        Some(Runs {
            values,
            sums,
            slack,
        })
    }

    /// Of few places: whether one is the sum of any others.
    fn has_choice(&self) -> bool {
        let count = self.in_order.len();
        if !(3..=FEW).contains(&count) {
            return false;
        }
        let needed = BITS_ELSEWHERE + float(count).log2() + float(count - 1);
        self.in_order.iter().any(|of| {
            let others: Vec<usize> = (self.in_order.iter().copied())
                .filter(|at| at != of)
                .collect();
            subsets(&others).any(|parts| self.bits(&[*of], &parts) >= needed)
        })
    }

    fn fullest_row(&self) -> Option<&[f64]> {
        let weight = |row: &[f64]| -> (usize, f64) {
            let known = self.in_order.iter().map(|at| row[*at]);
            let known = known.filter(|value| value.is_finite());
            (known.clone().count(), known.sum())
        };
        let fullest = self.rows.first().iter().max_by(|a, b| {
            let (a, b) = (weight(a), weight(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        fullest.map(Vec::as_slice)
    }
}

/// Figures one after another, with their sums from the first to each.
struct Runs {
    values: Vec<f64>,
    sums: Vec<f64>,
    /// How far a sum may be off.
    slack: f64,
}

impl Runs {
    /// The runs that end right before a place or begin right behind it and may be its sum. Where nothing is
    /// added, several give the same sum: the shortest and the longest.
    fn beside(&self, place: usize) -> Vec<Range<usize>> {
        let value = self.values[place];
        let before = |sum: f64| self.sums[place] - sum;
        let from = self
            .sums
            .partition_point(|sum| before(*sum) > value + self.slack);
        let to = self
            .sums
            .partition_point(|sum| before(*sum) >= value - self.slack);
        let starts = [from, to.saturating_sub(1)].map(|start| start..place);
        let mut runs = self.from(place + 1, value).to_vec();
        runs.extend(starts);
        runs.retain(|run| value > 0.0 && run.start < run.end);
        runs
    }

    /// The runs anywhere that may be the sum of a place.
    fn elsewhere(&self, place: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let value = self.values[place];
        let starts = 0..self.values.len();
        let starts = starts.filter(move |start| value > 0.0 && *start != place);
        starts.flat_map(move |start| self.from(start, value))
    }

    fn from(&self, start: usize, value: f64) -> [Range<usize>; 2] {
        let base = self.sums.get(start).copied().unwrap_or(f64::INFINITY);
        let after = |sum: f64| sum - base;
        let from = self
            .sums
            .partition_point(|sum| after(*sum) < value - self.slack);
        let to = self
            .sums
            .partition_point(|sum| after(*sum) <= value + self.slack);
        [from, to.saturating_sub(1)].map(|end| start..end)
    }
}
