//! What a reader could work out of figures that are hidden so that nobody is known by them.
//!
//! A hidden cell is no secret where one line of the table leaves it alone: the total of the line less the
//! parts that are shown is its figure. Bounds tell, too: of two cells "<5" that make 2 together each is 1.
//! [`worked_out`] finds such cells of some measures by the equations of single lines, along a dimension or
//! across the measures, each used with what the others have told, and by shares whose base is shown. It is silent on what only several lines at once,
//! added up, would tell.

mod equation;
mod hidden;
mod measures;
mod relation;
mod share;
mod whole;
mod worked_out;

pub use hidden::hidden_bound;
pub use whole::{WholeParts, whole_parts};
pub use worked_out::{By, WorkedOut, worked_out};

use crate::cube::{Axis, CatIx, Cube, DimIx, Selection};

/// The cells of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The metric dimension and the category; `None` of a cube that has no metric dimension.
    pub at: Option<(DimIx, CatIx)>,
    /// Whether its figures are whole numbers.
    pub is_whole: bool,
}

impl Measure {
    /// Whether a cell is one of its cells.
    fn has(self, cube: &Cube, cell: usize) -> bool {
        let is_at =
            |(at, category): (DimIx, CatIx)| cube.shape().coordinate(cell, at) == category.0;
        self.at.is_none_or(is_at)
    }

    fn selection(self) -> Selection {
        match self.at {
            Some((at, category)) => Selection::all().with(Axis::of_dimension(at), vec![category]),
            None => Selection::all(),
        }
    }
}
