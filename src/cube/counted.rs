//! Which categories of a dimension count in a total.

use super::{Addable, CatIx, Cube, DimIx, How, Reading, Role, Selection};

/// The categories of one dimension that a total is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted {
    /// One entry a category.
    pub(super) categories: Vec<bool>,
    /// Whether they may be added.
    pub(super) addable: Addable,
}

impl Counted {
    pub(super) fn count(&self) -> usize {
        self.categories.iter().filter(|counted| **counted).count()
    }
}

/// What counts of every dimension under a selection.
pub(super) fn counted_of(cube: &Cube, reading: &Reading, selection: &Selection) -> Vec<Counted> {
    (0..cube.dimensions().len())
        .map(DimIx)
        .map(|at| {
            counted(
                cube,
                reading,
                at,
                selection.passes(cube, at, None).as_deref(),
            )
        })
        .collect()
}

/// What counts of a dimension; `passing`: the categories that its clauses leave, `None` without any.
pub(super) fn counted(
    cube: &Cube,
    reading: &Reading,
    at: DimIx,
    passing: Option<&[bool]>,
) -> Counted {
    let dimension = cube.dimension(at);
    let count = dimension.categories().len();
    let own = reading.of(at);
    let Some(passing) = passing else {
        return match own.how() {
            How::Sum(parts) => Counted {
                categories: parts.clone(),
                addable: Addable::Yes,
            },
            How::Each => Counted {
                categories: vec![true; count],
                addable: Addable::No,
            },
            How::Single | How::Total(_) | How::Latest(_) | How::One(_) => {
                only(count, own.how().category().unwrap_or(CatIx(0)))
            }
        };
    };
    if dimension.role() == Role::Metric {
        let first = passing.iter().position(|passes| *passes);
        return only(count, CatIx(first.unwrap_or(count)));
    }
    if let Some(total) = dimension.total().filter(|total| passing[total.0]) {
        return only(count, total);
    }
    let categories = dimension.outermost(passing);
    if let Some(whole) = own.whole_of(&categories) {
        return only(count, whole);
    }
    let chosen: Vec<CatIx> = (0..count).filter(|at| categories[*at]).map(CatIx).collect();
    let addable = own.addable(dimension, &chosen);
    if dimension.role() == Role::Time && addable == Addable::No {
        // Periods are not added but by declaration: the last of those chosen stands for them.
        if let Some(last) = own.latest(&chosen) {
            return only(count, last);
        }
    }
    Counted {
        categories,
        addable,
    }
}

/// One category alone; none where there is no such.
fn only(count: usize, category: CatIx) -> Counted {
    Counted {
        categories: (0..count).map(|at| at == category.0).collect(),
        addable: Addable::Yes,
    }
}

impl Cube {
    /// Which categories of a dimension count under a selection: those of `passing` that are no part
    /// of another one, or what stands for it where nothing is picked (`None`). Shape: one entry a
    /// category.
    #[must_use]
    pub fn counted(&self, selection: &Selection, at: DimIx, passing: Option<&[bool]>) -> Vec<bool> {
        counted(self, &self.reading(selection), at, passing).categories
    }
}
