//! Which measures can be chosen: a reading belongs to one choice of them.

use crate::cube::{CatIx, Role};

/// The choices of measures of a cube: of each metric dimension with several categories one, or none.
/// They are numbered; none stands before the first category, and the last dimension runs fastest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cube) struct Choices {
    /// Of each dimension how many choices it has: 1 where it is no metric dimension, or has one
    /// category.
    counts: Vec<usize>,
}

impl Choices {
    /// Those of dimensions of these roles and sizes.
    pub(in crate::cube) fn of(dimensions: impl Iterator<Item = (Role, usize)>) -> Self {
        let count = |(role, size)| {
            if role == Role::Metric && size > 1 {
                size + 1
            } else {
                1
            }
        };
        Self {
            counts: dimensions.map(count).collect(),
        }
    }

    /// How many there are; the greatest number where there are even more.
    pub(in crate::cube) fn count(&self) -> usize {
        let counts = self.counts.iter().copied();
        counts.fold(1, usize::saturating_mul)
    }

    /// The number of a choice. Shape: one entry a dimension.
    pub(super) fn number(&self, measures: &[Option<CatIx>]) -> usize {
        let choices = self.counts.iter().zip(measures);
        choices.fold(0, |number, (count, measure)| {
            let own = measure.map_or(0, |category| category.0 + 1);
            number * count + own.min(count - 1)
        })
    }

    /// The choice of a number. Shape: one entry a dimension.
    pub(super) fn measures(&self, mut number: usize) -> Vec<Option<CatIx>> {
        let mut measures: Vec<Option<CatIx>> = (self.counts.iter().rev())
            .map(|count| {
                let own = number % count;
                number /= count;
                own.checked_sub(1).map(CatIx)
            })
            .collect();
        measures.reverse();
        measures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_number_of_its_own() {
        let choices = Choices::of(
            [
                (Role::Metric, 2),
                (Role::Geo, 5),
                (Role::Metric, 1),
                (Role::Metric, 3),
            ]
            .into_iter(),
        );
        assert_eq!(choices.count(), 12);
        let all: Vec<Vec<Option<CatIx>>> = (0..12).map(|at| choices.measures(at)).collect();
        assert_eq!(all[0], [None; 4]);
        assert_eq!(all[11], [Some(CatIx(1)), None, None, Some(CatIx(2))]);
        for (number, measures) in all.iter().enumerate() {
            assert_eq!(choices.number(measures), number);
        }
        // Of one category there is nothing to choose.
        let only = [None, None, Some(CatIx(0)), None];
        assert_eq!(choices.number(&only), 0);
    }
}
