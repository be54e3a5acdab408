//! People in a column beside the figures, whom these are divided by.

use super::magnitude::multiplier_in;
use crate::cube::{Denominator, DimIx, Label, Source};

/// What one row says: its category in each dimension, and how many people.
pub(super) struct PeopleOfRow {
    pub(super) row: usize,
    /// Shape: one entry a dimension of the rows.
    pub(super) categories: Vec<usize>,
    pub(super) people: f64,
}

/// Why people cannot be divided by: two rows of the same categories have different numbers of them.
pub(super) struct PeopleDiffer {
    pub(super) row: usize,
    pub(super) found: f64,
    pub(super) before: f64,
}

/// The people of a column, over as few dimensions as tell them. `rows`: every row that has a number of them;
/// `dimensions`: of each dimension of the rows its place in the cube and how many categories it has.
pub(super) fn denominator(
    heading: &str,
    rows: &[PeopleOfRow],
    dimensions: &[(DimIx, usize)],
) -> Result<Denominator, PeopleDiffer> {
    let mut kept: Vec<usize> = (0..dimensions.len()).collect();
    differ(rows, dimensions, &kept).map_or(Ok(()), Err)?;
    for at in 0..dimensions.len() {
        let fewer: Vec<usize> = kept.iter().copied().filter(|it| *it != at).collect();
        if differ(rows, dimensions, &fewer).is_none() {
            kept = fewer;
        }
    }
    let mut values = vec![f64::NAN; size(dimensions, &kept)];
    let multiplier = multiplier_in(heading);
    for row in rows {
        values[cell(row, dimensions, &kept)] = row.people * multiplier;
    }
    Ok(Denominator {
        id: "people".into(),
        label: Label::new(heading),
        noun: None,
        per: 1000,
        period: "".into(),
        dimensions: kept.iter().map(|at| dimensions[*at].0).collect(),
        values,
        source: Source {
            title: "".into(),
            publisher: "".into(),
            date: "".into(),
            url: "".into(),
        },
    })
}

fn size(dimensions: &[(DimIx, usize)], kept: &[usize]) -> usize {
    kept.iter().map(|at| dimensions[*at].1).product()
}

fn cell(row: &PeopleOfRow, dimensions: &[(DimIx, usize)], kept: &[usize]) -> usize {
    kept.iter()
        .fold(0, |cell, at| cell * dimensions[*at].1 + row.categories[*at])
}

/// The first two rows that differ in their people and not in some dimensions.
fn differ(
    rows: &[PeopleOfRow],
    dimensions: &[(DimIx, usize)],
    kept: &[usize],
) -> Option<PeopleDiffer> {
    let mut known = vec![f64::NAN; size(dimensions, kept)];
    rows.iter().find_map(|row| {
        let known = &mut known[cell(row, dimensions, kept)];
        let before = std::mem::replace(known, row.people);
        let is_same = before.is_nan() || before.to_bits() == row.people.to_bits();
        (!is_same).then_some(PeopleDiffer {
            row: row.row,
            found: row.people,
            before,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(categories: &[usize], people: f64) -> PeopleOfRow {
        PeopleOfRow {
            row: categories[0],
            categories: categories.to_vec(),
            people,
        }
    }

    const DIMENSIONS: [(DimIx, usize); 2] = [(DimIx(0), 2), (DimIx(2), 3)];

    #[test]
    fn people_stand_over_the_dimensions_that_tell_them() {
        let people = |[area, sex]: [usize; 2]| row(&[area, sex], [500.0, 70.0][area]);
        let rows = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 2]].map(people);
        let found = denominator("Population", &rows, &DIMENSIONS).ok().unwrap();
        assert_eq!(found.dimensions, [DimIx(0)]);
        assert_eq!(found.values, [500.0, 70.0]);
        let found = denominator("Population (thousands)", &rows, &DIMENSIONS);
        assert_eq!(found.ok().unwrap().values, [500_000.0, 70_000.0]);
    }

    #[test]
    fn rows_of_the_same_categories_have_the_same_people() {
        let rows = [
            row(&[0, 0], 5.0),
            row(&[0, 1], 6.0),
            row(&[1, 0], 7.0),
            row(&[1, 0], 8.0),
        ];
        let differ = denominator("Population", &rows, &DIMENSIONS).err().unwrap();
        assert_eq!((differ.row, differ.before, differ.found), (1, 7.0, 8.0));
    }
}
