//! The pages of a long table, counted from 0.

use std::ops::Range;

use super::ViewState;
use crate::cube::{CatIx, Cube};

/// Up to so many rows are shown together.
const TOGETHER: usize = 1000;

/// Of more, a page has so many.
const ROWS_OF_PAGE: usize = 500;

/// How many pages so many rows have; one where they are shown together.
#[must_use]
pub fn table_pages(rows: usize) -> usize {
    if rows > TOGETHER {
        rows.div_ceil(ROWS_OF_PAGE)
    } else {
        1
    }
}

/// Which of so many rows a page has; of a page beyond the last, those of the last.
#[must_use]
pub fn rows_of_page(rows: usize, nth: usize) -> Range<usize> {
    match table_pages(rows) {
        1 => 0..rows,
        pages => {
            let first = nth.min(pages - 1) * ROWS_OF_PAGE;
            first..rows.min(first + ROWS_OF_PAGE)
        }
    }
}

impl ViewState {
    /// The page of the table, counted from 0.
    #[must_use]
    pub fn page(&self) -> usize {
        self.page
    }

    /// How many pages the table has at most: whatever it is searched for, and whether its rows have
    /// figures or not.
    pub(super) fn most_pages(&self, cube: &Cube) -> usize {
        let Some(rows) = self.rows(cube) else {
            return 1;
        };
        let dimension = rows.dimension();
        let into = self.looked_into();
        let into =
            into.filter(|place| rows.grouping().is_none() && place.axis.dimension() == dimension);
        let selection = match into {
            Some(place) => self.filters.clone().with(place.axis, vec![place.at]),
            None => self.filters.clone(),
        };
        let members = (0..cube.members(rows).len()).map(CatIx);
        let Some(passes) = selection.passes(cube, dimension, Some(rows)) else {
            return table_pages(members.len());
        };
        let mut is_listed = vec![false; members.len()];
        for (leaf, _) in passes.iter().enumerate().filter(|(_, passes)| **passes) {
            if let Some(at) = cube.along(rows, CatIx(leaf)) {
                is_listed[at.0] = true;
            }
        }
        table_pages(is_listed.iter().filter(|listed| **listed).count())
    }

    /// Goes to the first page, where the rows are not those of a view before in the same order.
    pub(super) fn turn_back_unless_as(&mut self, before: &Self, cube: &Cube) {
        let rows = |state: &Self| (state.rows(cube), state.cols, state.looked_into());
        let order = |state: &Self| {
            // The other columns are the same whatever is shown of the figures.
            let shown = state
                .sort
                .column
                .goes_by_quantity()
                .then_some((state.quantity, state.share_of));
            (state.sort, shown, state.from)
        };
        let is_same = rows(self) == rows(before)
            && order(self) == order(before)
            && self.filters == before.filters
            && self.search == before.search;
        if !is_same {
            self.page = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_thousand_rows_is_whole_and_a_longer_one_has_pages() {
        for rows in [0, 1, 514, 1000] {
            assert_eq!((table_pages(rows), rows_of_page(rows, 3)), (1, 0..rows));
        }
        assert_eq!(table_pages(1001), 3);
        let shown = [0, 1, 2, 9].map(|nth| rows_of_page(1001, nth));
        assert_eq!(shown, [0..500, 500..1000, 1000..1001, 1000..1001]);
    }
}
