//! Places whose figures may be those of others, added up: sums that are too few to be proven, and may not be
//! added all the same.

use super::proof::Tolerance;
use super::rows::Rows;

/// Of so many places every choice of some is looked at.
const FEW: usize = 12;
/// Of more places only those that stand beside their sum are looked at.
const MANY: usize = 2_000;
/// Bits of evidence that a sum needs, beside those of the number of sums that were looked at.
const BITS_NEEDED: f64 = 1.0;
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
    search.has_halves() || search.has_run() || search.has_choice()
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

    /// Whether a place is the sum of some that follow each other, beside it or elsewhere.
    fn has_run(&self) -> bool {
        let count = self.in_order.len();
        let Some(row) = self.fullest_row() else {
            return false;
        };
        let mut sums = vec![0.0];
        for at in self.in_order {
            let value = if row[*at].is_finite() { row[*at] } else { 0.0 };
            sums.push(sums[sums.len() - 1] + value.max(0.0));
        }
        let slack = Tolerance::new(self.unit, count).wide(sums[count]);
        let (beside, elsewhere) = (float(2 * count).log2(), 2.0 * float(count).log2());
        (0..count).any(|place| {
            let of = self.in_order[place];
            let value = row[of];
            if !(value.is_finite() && value > 0.0) {
                return false;
            }
            // Runs behind it and before it, of which those that touch it are looked at in any case.
            [0..place, place + 1..count].into_iter().any(|side| {
                let is_behind = side.start > place;
                side.clone().any(|start| {
                    if count > MANY && is_behind && start != place + 1 {
                        return false;
                    }
                    let from = sums.partition_point(|sum| sum - sums[start] < value - slack);
                    let to = sums.partition_point(|sum| sum - sums[start] <= value + slack);
                    // Where nothing is added, several ends give the same sum: the first and the last.
                    [from, to.saturating_sub(1)].into_iter().any(|end| {
                        if end < start + 2 || end > side.end {
                            return false;
                        }
                        let touches = end == place || start == place + 1;
                        if count > MANY && !touches {
                            return false;
                        }
                        let needed = BITS_NEEDED + if touches { beside } else { elsewhere };
                        self.bits(&[of], &self.in_order[start..end]) >= needed
                    })
                })
            })
        })
    }

    /// Of few places: whether one is the sum of any others.
    fn has_choice(&self) -> bool {
        let count = self.in_order.len();
        if !(3..=FEW).contains(&count) {
            return false;
        }
        let needed = BITS_NEEDED + float(count).log2() + float(count - 1);
        self.in_order.iter().any(|of| {
            let others: Vec<usize> = (self.in_order.iter().copied())
                .filter(|at| at != of)
                .collect();
            (1_usize..1 << others.len()).any(|set| {
                let chosen = (0..others.len()).filter(|at| set >> at & 1 == 1);
                let parts: Vec<usize> = chosen.map(|at| others[at]).collect();
                parts.len() > 1 && self.bits(&[*of], &parts) >= needed
            })
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
