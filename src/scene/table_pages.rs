//! The pages of a long table.

use std::ops::Range;

use super::table::TableScene;
use crate::view_state::{rows_of_page, table_pages};

impl TableScene {
    /// How many pages there are; one of a table that is shown as a whole.
    #[must_use]
    pub fn pages(&self) -> usize {
        table_pages(self.rows.len())
    }

    /// The rows of a page, counted from 0; of a page beyond the last, those of the last.
    #[must_use]
    pub fn page(&self, nth: usize) -> Range<usize> {
        rows_of_page(self.rows.len(), nth)
    }
}
