//! Iterative proportional fitting: cells are scaled until they add up to what is asked.
//!
//! Plain `f64`, a fixed order and only `+ - * /`, so that every machine makes the same cells.
//! Among all tables that keep the controls, the one reached is nearest to the start in relative
//! entropy (Csiszár 1975, *I-divergence geometry*, Annals of Probability 3).

use super::ModelError;

/// Cells that are to add up to a target.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Constraint {
    /// Positions in the table.
    pub(crate) cells: Vec<usize>,
    /// What they add up to, 0 or more.
    pub(crate) target: f64,
}

/// The largest relative move of a cell in a sweep that counts as settled.
const SETTLED: f64 = 1e-9;
/// The largest distance from a hard target, in persons, that counts as reached.
const REACHED: f64 = 1e-6;
const MOST_SWEEPS: usize = 5_000;

/// Fits a table: soft and hard constraints in turn until nothing moves, then the hard ones alone
/// until they hold. Soft constraints that contradict each other are left between the two. Returns
/// the number of sweeps.
///
/// # Errors
/// [`ModelError::NotSettled`], naming `stage`.
pub(crate) fn fit(
    stage: &'static str,
    table: &mut [f64],
    soft: &[Constraint],
    hard: &[Constraint],
) -> Result<usize, ModelError> {
    let mut before = table.to_vec();
    let mut moved = f64::INFINITY;
    let mut sweeps = 0;
    while moved > SETTLED {
        if sweeps == MOST_SWEEPS {
            return Err(ModelError::NotSettled {
                stage,
                sweeps,
                moved,
            });
        }
        sweep(table, soft);
        sweep(table, hard);
        moved = 0.0;
        for (&new, old) in table.iter().zip(&mut before) {
            moved = f64::max(moved, (new - *old).abs() / f64::max(new, 1.0));
            *old = new;
        }
        sweeps += 1;
    }
    while farthest(table, hard) > REACHED {
        if sweeps == MOST_SWEEPS {
            let moved = farthest(table, hard);
            return Err(ModelError::NotSettled {
                stage,
                sweeps,
                moved,
            });
        }
        sweep(table, hard);
        sweeps += 1;
    }
    Ok(sweeps)
}

fn sweep(table: &mut [f64], constraints: &[Constraint]) {
    for Constraint { cells, target } in constraints {
        let sum = sum(table, cells);
        if sum > 0.0 {
            let factor = target / sum;
            for &cell in cells {
                table[cell] *= factor;
            }
        }
    }
}

fn sum(table: &[f64], cells: &[usize]) -> f64 {
    cells.iter().fold(0.0, |sum, &cell| sum + table[cell])
}

fn farthest(table: &[f64], constraints: &[Constraint]) -> f64 {
    constraints
        .iter()
        .map(|Constraint { cells, target }| (sum(table, cells) - target).abs())
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constraint(cells: &[usize], target: f64) -> Constraint {
        Constraint {
            cells: cells.to_vec(),
            target,
        }
    }

    /// Rows 30 and 70, columns 40 and 60 from a flat start: the product of the margins.
    #[test]
    fn a_flat_start_becomes_the_product_of_its_margins() {
        let mut table = [1.0; 4];
        let rows = [constraint(&[0, 1], 30.0), constraint(&[2, 3], 70.0)];
        let columns = [constraint(&[0, 2], 40.0), constraint(&[1, 3], 60.0)];
        fit("test", &mut table, &rows, &columns).unwrap();
        for (found, expected) in table.iter().zip([12.0, 18.0, 28.0, 42.0]) {
            assert!((found - expected).abs() < 1e-9, "{table:?}");
        }
    }

    #[test]
    fn hard_constraints_hold_against_soft_ones() {
        let mut table = [1.0; 2];
        let soft = [constraint(&[0], 8.0), constraint(&[1], 8.0)];
        let hard = [constraint(&[0, 1], 10.0)];
        fit("test", &mut table, &soft, &hard).unwrap();
        assert!((table[0] - 5.0).abs() < 1e-9 && (table[1] - 5.0).abs() < 1e-9);
    }

    #[test]
    fn hard_constraints_that_contradict_never_settle() {
        let mut table = [1.0; 2];
        let hard = [constraint(&[0, 1], 10.0), constraint(&[0, 1], 11.0)];
        let error = fit("test", &mut table, &[], &hard).unwrap_err();
        assert!(matches!(
            error,
            ModelError::NotSettled {
                sweeps: MOST_SWEEPS,
                ..
            }
        ));
    }
}
