//! How far whole persons are from the fit they were rounded from.

use super::layout::{PROFILES, Trait};

/// Largest distances from the fit, in persons.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct RoundingErrors {
    /// Of a cell.
    pub(crate) cell: f64,
    /// Of all people of a region and year.
    pub(crate) count: f64,
    /// Of one category of a trait in a region and year.
    pub(crate) category: f64,
}

impl RoundingErrors {
    /// Shape of `whole` and `fitted`: years x regions x profiles; of `counts`: years x regions.
    pub(crate) fn of(whole: &[u32], fitted: &[f64], counts: &[f64]) -> Self {
        let mut errors = Self::default();
        let rows = whole.chunks_exact(PROFILES);
        for ((whole, fitted), count) in rows.zip(fitted.chunks_exact(PROFILES)).zip(counts) {
            let cells = || {
                whole
                    .iter()
                    .zip(fitted)
                    .map(|(&whole, fit)| f64::from(whole) - fit)
            };
            errors.cell = cells().map(f64::abs).fold(errors.cell, f64::max);
            let all = f64::from(whole.iter().sum::<u32>()) - count;
            errors.count = f64::max(errors.count, all.abs());
            for of in Trait::ALL {
                let mut by_category = vec![0.0; of.codes().len()];
                for (profile, error) in cells().enumerate() {
                    by_category[of.category(profile)] += error;
                }
                let largest = by_category.into_iter().map(f64::abs);
                errors.category = largest.fold(errors.category, f64::max);
            }
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One region and year; two women of the first profile where the fit has half a person each in
    /// it and in the last.
    #[test]
    fn distances_are_of_cells_counts_and_categories() {
        let mut whole = [0; PROFILES];
        let mut fitted = [0.0; PROFILES];
        (whole[0], fitted[0], fitted[PROFILES - 1]) = (2, 0.5, 0.5);
        let errors = RoundingErrors::of(&whole, &fitted, &[1.25]);
        let expected = RoundingErrors {
            cell: 1.5,
            count: 0.75,
            category: 1.5,
        };
        assert_eq!(errors, expected);
    }
}
