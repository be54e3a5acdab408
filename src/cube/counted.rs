//! Which categories of a dimension count in a total.

use super::{
    Addable, CatIx, Cube, DimIx, Dimension, DimensionReading, How, Reading, Role, Selection,
};

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
    pub(super) fn adds(&self, reading: &Reading) -> bool {
        adds(self.count(), self.addable, reading)
    }
}

/// Whether so many categories have a sum; of none at all only counts have one, the number 0.
pub(super) fn adds(count: usize, addable: Addable, reading: &Reading) -> bool {
    match count {
        0 => reading.counts(),
        1 => true,
        _ => addable != Addable::No,
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
    let chosen: Vec<CatIx> = (0..count).filter(|at| passing[*at]).map(CatIx).collect();
    let (counted, addable) = counted_of_chosen(dimension, own, &chosen);
    let mut categories = vec![false; count];
    for at in counted {
        categories[at.0] = true;
    }
    Counted {
        categories,
        addable,
    }
}

/// What counts of the categories chosen of a dimension, and whether it may be added; `chosen` and what
/// counts: ascending.
pub(super) fn counted_of_chosen(
    dimension: &Dimension,
    own: &DimensionReading,
    chosen: &[CatIx],
) -> (Vec<CatIx>, Addable) {
    let alone = |category: CatIx| (vec![category], Addable::Yes);
    if dimension.role() == Role::Metric {
        return (chosen.iter().copied().take(1).collect(), Addable::Yes);
    }
    if let Some(total) = dimension.total()
        && chosen.binary_search(&total).is_ok()
    {
        return alone(total);
    }
    let categories = dimension.outermost(chosen);
    if let Some(whole) = own.whole_of(&categories) {
        return alone(whole);
    }
    let addable = own.addable(dimension, &categories);
    if dimension.role() == Role::Time && addable == Addable::No {
        // Periods are not added but by declaration: the last of those chosen stands for them.
        if let Some(last) = own.latest(&categories) {
            return alone(last);
        }
    }
    (categories, addable)
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

    /// Which of some categories of a dimension count, of each list as if it were picked; all ascending.
    pub(crate) fn counted_of_each(
        &self,
        selection: &Selection,
        at: DimIx,
        lists: &[Vec<CatIx>],
    ) -> Vec<Vec<CatIx>> {
        let reading = self.reading(selection);
        let counted =
            |chosen: &Vec<CatIx>| counted_of_chosen(self.dimension(at), reading.of(at), chosen).0;
        lists.iter().map(counted).collect()
    }
}
