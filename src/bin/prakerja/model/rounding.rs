//! Whole persons from a fitted table, its totals kept exact.

use super::ModelError;

/// Whole shares of a total in proportion to weights, the missing units to the largest fractions
/// (Hamilton); ties to the first.
///
/// # Errors
/// [`ModelError::Impossible`] when a total is asked of weights that add up to nothing.
pub(crate) fn largest_remainder(weights: &[f64], total: u32) -> Result<Vec<u32>, ModelError> {
    let sum = weights.iter().fold(0.0, |sum, weight| sum + weight);
    if total == 0 {
        return Ok(vec![0; weights.len()]);
    }
    if sum <= 0.0 {
        return Err(ModelError::Impossible {
            what: "weights of a share".to_owned(),
            expected: format!("a sum above 0 for {total} persons"),
            found: sum.to_string(),
        });
    }
    let exact: Vec<f64> = weights
        .iter()
        .map(|weight| weight * f64::from(total) / sum)
        .collect();
    Ok(nearest_with_sum(&exact, total))
}

/// Rounds `exact`, which adds up to `total` or nearly so: floors, never below 0, then the units
/// that are missing to the largest fractions and those too many from the smallest.
fn nearest_with_sum(exact: &[f64], total: u32) -> Vec<u32> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a floor from 0 up to a count of persons"
    )]
    let mut whole: Vec<u32> = exact
        .iter()
        .map(|value| f64::max(value.floor(), 0.0) as u32)
        .collect();
    let mut by_fraction: Vec<usize> = (0..exact.len()).collect();
    let rest = |at: usize, whole: u32| exact[at] - f64::from(whole);
    by_fraction.sort_by(|&a, &b| {
        rest(b, whole[b])
            .total_cmp(&rest(a, whole[a]))
            .then(a.cmp(&b))
    });
    let mut sum: u32 = whole.iter().sum();
    for &at in by_fraction.iter().cycle() {
        if sum >= total {
            break;
        }
        whole[at] += 1;
        sum += 1;
    }
    for &at in by_fraction.iter().rev().cycle() {
        if sum <= total {
            break;
        }
        if whole[at] > 0 {
            whole[at] -= 1;
            sum -= 1;
        }
    }
    whole
}

/// A fitted table, row-major, and the whole totals it is to have.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    /// Named in an error.
    pub(crate) name: &'static str,
    /// Shape: rows x columns.
    pub(crate) fit: &'a [f64],
    pub(crate) row_totals: &'a [u32],
    pub(crate) column_totals: &'a [u32],
}

impl Table<'_> {
    /// Rounds the table: rows are walked from the smallest to the largest, ties by position, and
    /// what a row was given too much or too little in a column is carried to the next. The last row
    /// takes what is left of the columns.
    ///
    /// # Errors
    /// [`ModelError::Impossible`] when row and column totals do not add up to the same.
    pub(crate) fn round(&self) -> Result<Vec<u32>, ModelError> {
        let rows: u32 = self.row_totals.iter().sum();
        let columns: u32 = self.column_totals.iter().sum();
        if rows != columns {
            return Err(ModelError::Impossible {
                what: format!("{}: sum of the column totals", self.name),
                expected: rows.to_string(),
                found: columns.to_string(),
            });
        }
        let mut order: Vec<usize> = (0..self.row_totals.len()).collect();
        order.sort_by_key(|&row| (self.row_totals[row], row));
        let Some((&last, others)) = order.split_last() else {
            return Ok(Vec::new());
        };
        let width = self.column_totals.len();
        let mut whole = vec![0; self.fit.len()];
        let mut carry = vec![0.0; width];
        for &row in others {
            let exact = self.exact(row, &carry);
            let rounded = nearest_with_sum(&exact, self.row_totals[row]);
            for column in 0..width {
                carry[column] = exact[column] - f64::from(rounded[column]);
            }
            whole[row * width..][..width].copy_from_slice(&rounded);
        }
        self.close(&mut whole, &order, last);
        Ok(whole)
    }

    /// A row of the fit brought to its whole total, with what the rows before left over.
    fn exact(&self, row: usize, carry: &[f64]) -> Vec<f64> {
        let width = carry.len();
        let fit = &self.fit[row * width..][..width];
        let sum = fit.iter().fold(0.0, |sum, value| sum + value);
        let factor = if sum > 0.0 {
            f64::from(self.row_totals[row]) / sum
        } else {
            0.0
        };
        fit.iter()
            .zip(carry)
            .map(|(value, carried)| value * factor + carried)
            .collect()
    }

    /// Gives the last row what the others left of each column. Where they took more than there
    /// was, a unit goes from that column to the one with most left, in the largest row that can.
    fn close(&self, whole: &mut [u32], order: &[usize], last: usize) {
        let width = self.column_totals.len();
        let mut left: Vec<i64> = self.column_totals.iter().copied().map(i64::from).collect();
        for row in whole.chunks_exact(width) {
            for (left, &taken) in left.iter_mut().zip(row) {
                *left -= i64::from(taken);
            }
        }
        for &row in order.iter().rev().skip(1) {
            while let Some(short) = left.iter().position(|&left| left < 0) {
                let most =
                    (0..width).fold(0, |most, at| if left[at] > left[most] { at } else { most });
                if whole[row * width + short] == 0 {
                    break;
                }
                whole[row * width + short] -= 1;
                whole[row * width + most] += 1;
                left[short] += 1;
                left[most] -= 1;
            }
        }
        for (cell, left) in whole[last * width..][..width].iter_mut().zip(left) {
            *cell = u32::try_from(left).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn missing_units_go_to_the_largest_fractions() {
        assert_eq!(largest_remainder(&[1.0, 1.0, 1.0], 10).unwrap(), [4, 3, 3]);
        assert_eq!(largest_remainder(&[2.6, 3.3, 4.1], 10).unwrap(), [3, 3, 4]);
        assert!(largest_remainder(&[0.0], 1).is_err());
    }

    #[test]
    fn totals_that_disagree_are_refused() {
        let table = Table {
            name: "test",
            fit: &[1.0],
            row_totals: &[1],
            column_totals: &[2],
        };
        let error = table.round().unwrap_err().to_string();
        assert_eq!(error, "test: sum of the column totals: expected 1, found 2");
    }

    /// Half a person in each of four cells: one each in two rows, one each in two columns.
    #[test]
    fn what_one_row_takes_the_next_leaves() {
        let table = Table {
            name: "test",
            fit: &[0.5; 4],
            row_totals: &[1, 1],
            column_totals: &[1, 1],
        };
        assert_eq!(table.round().unwrap(), [1, 0, 0, 1]);
    }

    proptest! {
        #[test]
        fn rows_and_columns_stay_exact(whole in proptest::collection::vec(0_u32..9, 24), bend in proptest::collection::vec(0.2_f64..3.0, 24)) {
            let row_totals: Vec<u32> = whole.chunks(4).map(|row| row.iter().sum()).collect();
            let column_totals: Vec<u32> = (0..4).map(|at| whole.iter().skip(at).step_by(4).sum()).collect();
            let fit: Vec<f64> = whole.iter().zip(&bend).map(|(value, bend)| f64::from(*value) * bend).collect();
            let table = Table { name: "law", fit: &fit, row_totals: &row_totals, column_totals: &column_totals };
            let rounded = table.round().unwrap();
            let rows: Vec<u32> = rounded.chunks(4).map(|row| row.iter().sum()).collect();
            let columns: Vec<u32> = (0..4).map(|at| rounded.iter().skip(at).step_by(4).sum()).collect();
            prop_assert_eq!(rows, row_totals);
            prop_assert_eq!(columns, column_totals);
        }
    }
}
