//! A selection: at most one clause for each dimension and each grouping.

use super::{Axis, CatIx, Cube, DimIx};

/// What a reader has picked: categories of dimensions and groups of groupings, all at once true.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    clauses: Vec<(Axis, Vec<CatIx>)>,
}

impl Selection {
    /// Nothing picked: the whole cube.
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// Sets the clause of an axis; no category means no clause.
    #[must_use]
    pub fn with(mut self, axis: Axis, picked: Vec<CatIx>) -> Self {
        self.clauses.retain(|(known, _)| *known != axis);
        let mut ascending: Vec<CatIx> = Vec::with_capacity(picked.len());
        for at in picked {
            if let Err(place) = ascending.binary_search(&at) {
                ascending.insert(place, at);
            }
        }
        if !ascending.is_empty() {
            let place = self.clauses.partition_point(|(known, _)| *known < axis);
            self.clauses.insert(place, (axis, ascending));
        }
        self
    }

    /// Without the clause of an axis.
    #[must_use]
    pub fn without(self, axis: Axis) -> Self {
        self.with(axis, Vec::new())
    }

    /// With the clauses of some axes alone.
    #[must_use]
    pub fn only(&self, keep: impl Fn(Axis) -> bool) -> Self {
        let clauses = self.clauses.iter().filter(|(axis, _)| keep(*axis));
        Self {
            clauses: clauses.cloned().collect(),
        }
    }

    /// What is picked of an axis, in order; `None`: everything.
    #[must_use]
    pub fn clause(&self, axis: Axis) -> Option<&[CatIx]> {
        self.clauses
            .iter()
            .find(|(known, _)| *known == axis)
            .map(|(_, picked)| &**picked)
    }

    /// The clauses, in the order of the axes.
    pub fn clauses(&self) -> impl Iterator<Item = (Axis, &[CatIx])> {
        self.clauses.iter().map(|(axis, picked)| (*axis, &**picked))
    }

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Which categories of a dimension pass its clauses but the one of `except`.
    /// Shape: one entry a category; `None` when no clause is left to pass.
    pub(crate) fn passes(
        &self,
        cube: &Cube,
        dimension: DimIx,
        except: Option<Axis>,
    ) -> Option<Vec<bool>> {
        let leaves = cube.dimension(dimension).categories().len();
        let mut passes: Option<Vec<bool>> = None;
        for (axis, picked) in self.clauses() {
            if axis.dimension() != dimension || Some(axis) == except {
                continue;
            }
            let leaves_passing = passes.get_or_insert_with(|| vec![true; leaves]);
            for (leaf, passes) in leaves_passing.iter_mut().enumerate() {
                let at = cube.along(axis, CatIx(leaf));
                *passes &= at.is_some_and(|at| picked.binary_search(&at).is_ok());
            }
        }
        passes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_clause_of_an_axis_stands_and_none_picked_is_no_clause() {
        let axis = Axis::of_dimension(DimIx(0));
        let picked = |picked: &[usize]| {
            Selection::all().with(axis, picked.iter().map(|&at| CatIx(at)).collect())
        };
        let twice = picked(&[4]).with(axis, vec![CatIx(2), CatIx(1), CatIx(2)]);
        assert_eq!(twice, picked(&[1, 2]));
        assert_eq!(twice.clause(axis), Some(&[CatIx(1), CatIx(2)][..]));
        assert!(twice.without(axis).is_all() && picked(&[]).is_all());
    }
}
