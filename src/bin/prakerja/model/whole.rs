//! Stage three: whole persons by trait, the totals of stage one and the hard controls kept exact.
//!
//! Parents first: sex, training and disability, then age within them, then education. Nation first
//! at each step, so that the totals over the regions are whole before any region is rounded.

use super::ModelError;
use super::layout::{PROFILES, RegionIx, Trait, YEARS, cell};
use super::national::National;
use super::persons::persons;
use super::rounding::{Table, largest_remainder};

/// Sex, training, disability.
const CLASSES: usize = 8;
const BANDS: usize = 5;

/// Fitted people and what they are rounded to.
pub(crate) struct Rounding<'a> {
    /// Shape: years x regions x profiles.
    pub(crate) fitted: &'a [f64],
    /// Shape: years x regions.
    pub(crate) counts: &'a [u32],
    pub(crate) national: &'a National,
}

/// The class of a profile, in the order sex, training, disability.
fn class(profile: usize) -> usize {
    let of = |of: Trait| of.category(profile);
    of(Trait::Sex) * 4 + of(Trait::Training) * 2 + of(Trait::Disability)
}

/// A table of one year summed up to some kind of column. Shape: regions x columns.
struct Summed {
    columns: usize,
    cells: Vec<f64>,
}

impl Rounding<'_> {
    /// Whole people. Shape: years x regions x profiles.
    ///
    /// # Errors
    /// [`ModelError::Impossible`] when the counts contradict the nation's.
    pub(crate) fn whole(&self) -> Result<Vec<u32>, ModelError> {
        let classes = self.national_classes()?;
        let mut whole = vec![0; self.fitted.len()];
        for (year, classes) in classes.chunks_exact(CLASSES).enumerate() {
            let by_class = self.summed(year, CLASSES, class);
            let counts = &self.counts[year * self.regions()..][..self.regions()];
            let rounded = by_class.round(counts, classes)?;
            let by_age = self.children(year, (CLASSES, class), &rounded, classes, Trait::Age)?;
            let age_class = |profile| class(profile) * BANDS + Trait::Age.category(profile);
            let totals: Vec<u32> = sums(&by_age, CLASSES * BANDS);
            let all = self.children(
                year,
                (CLASSES * BANDS, age_class),
                &by_age,
                &totals,
                Trait::Education,
            )?;
            for region in 0..self.regions() {
                let first = cell(self.regions(), year, RegionIx(region), 0);
                for profile in 0..PROFILES {
                    let column = age_class(profile) * BANDS + Trait::Education.category(profile);
                    whole[first + profile] = all[region * PROFILES + column];
                }
            }
        }
        Ok(whole)
    }

    fn regions(&self) -> usize {
        self.counts.len() / YEARS.len()
    }

    fn summed(&self, year: usize, columns: usize, column: impl Fn(usize) -> usize) -> Summed {
        let of: Vec<usize> = (0..PROFILES).map(column).collect();
        let mut cells = vec![0.0; self.regions() * columns];
        let first = cell(self.regions(), year, RegionIx(0), 0);
        let people = &self.fitted[first..][..self.regions() * PROFILES];
        for (region, people) in people.chunks_exact(PROFILES).enumerate() {
            for (profile, value) in people.iter().enumerate() {
                cells[region * columns + of[profile]] += value;
            }
        }
        Summed { columns, cells }
    }

    /// The nation by year and class: sex by year, then training, then disability.
    fn national_classes(&self) -> Result<Vec<u32>, ModelError> {
        let mut totals: Vec<u32> = Vec::new();
        for (year, whole) in self.national.years.into_iter().enumerate() {
            let by_sex = self.summed(year, 2, |profile| Trait::Sex.category(profile));
            totals.extend(largest_remainder(&by_sex.nation(), whole)?);
        }
        let whole: u32 = totals.iter().sum();
        let steps = [
            ("never trained", persons(self.national.never_trained.at)),
            ("disability", persons(self.national.disability.at)),
        ];
        for (step, (name, first)) in steps.into_iter().enumerate() {
            let columns = 4 << step;
            let mut fit = Vec::new();
            for year in 0..YEARS.len() {
                let merged = |profile| class(profile) / (CLASSES / columns);
                fit.extend(self.summed(year, columns, merged).nation());
            }
            let table = Table {
                name,
                fit: &fit,
                row_totals: &totals,
                column_totals: &[first, whole - first],
            };
            totals = table.round()?;
        }
        Ok(totals)
    }

    /// Splits the whole people of each parent column by the five categories of a trait.
    /// Shape of the result: regions x (parents x 5).
    fn children(
        &self,
        year: usize,
        (parents, parent): (usize, impl Fn(usize) -> usize),
        whole: &[u32],
        parent_totals: &[u32],
        of: Trait,
    ) -> Result<Vec<u32>, ModelError> {
        let columns = parents * BANDS;
        let summed = self.summed(year, columns, |profile| {
            parent(profile) * BANDS + of.category(profile)
        });
        let nation = summed.nation();
        let bands: Vec<f64> = (0..BANDS)
            .map(|band| nation.iter().skip(band).step_by(BANDS).sum())
            .collect();
        let table = Table {
            name: of.id(),
            fit: &nation,
            row_totals: parent_totals,
            column_totals: &largest_remainder(&bands, self.national.years[year])?,
        };
        let totals = table.round()?;
        let mut children = vec![0; self.regions() * columns];
        for (at, totals) in totals.chunks_exact(BANDS).enumerate() {
            let fit: Vec<f64> = summed
                .cells
                .chunks_exact(columns)
                .flat_map(|row| row[at * BANDS..][..BANDS].iter().copied())
                .collect();
            let row_totals: Vec<u32> = whole.iter().skip(at).step_by(parents).copied().collect();
            let table = Table {
                name: of.id(),
                fit: &fit,
                row_totals: &row_totals,
                column_totals: totals,
            };
            for (region, cells) in table.round()?.chunks_exact(BANDS).enumerate() {
                children[region * columns + at * BANDS..][..BANDS].copy_from_slice(cells);
            }
        }
        Ok(children)
    }
}

impl Summed {
    fn nation(&self) -> Vec<f64> {
        let mut nation = vec![0.0; self.columns];
        for row in self.cells.chunks_exact(self.columns) {
            for (sum, value) in nation.iter_mut().zip(row) {
                *sum += value;
            }
        }
        nation
    }

    fn round(&self, row_totals: &[u32], column_totals: &[u32]) -> Result<Vec<u32>, ModelError> {
        Table {
            name: "people by region and sex, training, disability",
            fit: &self.cells,
            row_totals,
            column_totals,
        }
        .round()
    }
}

fn sums(cells: &[u32], columns: usize) -> Vec<u32> {
    let mut sums = vec![0; columns];
    for row in cells.chunks_exact(columns) {
        for (sum, cell) in sums.iter_mut().zip(row) {
            *sum += cell;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::super::estimate::Estimate;
    use super::*;

    #[test]
    fn classes_run_over_sex_training_and_disability() {
        assert_eq!([0, 1, 2, 3, 4, 100, 199].map(class), [0, 1, 2, 3, 0, 4, 7]);
    }

    /// Two people a cell in every year of two regions: nothing is to be rounded.
    #[test]
    fn whole_people_stay_as_they_are() {
        let number = Estimate::exactly;
        let national = National {
            years: [800; 4],
            year_estimates: [number(800.0); 4],
            whole: number(3_200.0),
            women_2020: number(400.0),
            never_trained: number(1_600.0),
            disability: number(1_600.0),
            tertinggal: number(0.0),
            women_shares: [number(0.5); 4],
            never_trained_shares: [number(0.5); 4],
            disability_shares: [number(0.5); 4],
            age_shares: [[number(0.2); 5]; 4],
            education_shares: [[number(0.2); 5]; 4],
        };
        let rounding = Rounding {
            fitted: &[2.0; 4 * 2 * PROFILES],
            counts: &[400; 4 * 2],
            national: &national,
        };
        assert_eq!(rounding.whole().unwrap(), [2; 4 * 2 * PROFILES]);
    }
}
