//! The pages of a long table.

use std::ops::Range;

use super::table::TableScene;

/// Up to so many rows are shown together.
const TOGETHER: usize = 1000;

/// Of more, a page has so many.
const ROWS_OF_PAGE: usize = 500;

impl TableScene {
    /// How many pages there are; one of a table that is shown as a whole.
    #[must_use]
    pub fn pages(&self) -> usize {
        pages(self.rows.len())
    }

    /// The rows of a page, counted from 0; of a page beyond the last, those of the last.
    #[must_use]
    pub fn page(&self, nth: usize) -> Range<usize> {
        page(self.rows.len(), nth)
    }
}

fn pages(rows: usize) -> usize {
    if rows > TOGETHER {
        rows.div_ceil(ROWS_OF_PAGE)
    } else {
        1
    }
}

fn page(rows: usize, nth: usize) -> Range<usize> {
    match pages(rows) {
        1 => 0..rows,
        pages => {
            let first = nth.min(pages - 1) * ROWS_OF_PAGE;
            first..rows.min(first + ROWS_OF_PAGE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_thousand_rows_is_whole_and_a_longer_one_has_pages() {
        for rows in [0, 1, 514, 1000] {
            assert_eq!((pages(rows), page(rows, 3)), (1, 0..rows));
        }
        assert_eq!(pages(1001), 3);
        let shown = [0, 1, 2, 9].map(|nth| page(1001, nth));
        assert_eq!(shown, [0..500, 500..1000, 1000..1001, 1000..1001]);
    }
}
