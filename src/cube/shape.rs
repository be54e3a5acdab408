//! Sizes and strides of a dense, row-major cube.

use super::{CubeError, DimIx};

/// The sizes of the dimensions, in order; the last runs fastest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    sizes: Vec<usize>,
    strides: Vec<usize>,
    cells: usize,
}

impl Shape {
    /// A shape of at most `max_cells` cells.
    ///
    /// # Errors
    /// [`CubeError::TooManyCells`] when the checked product is larger or overflows.
    pub fn new(sizes: Vec<usize>, max_cells: usize) -> Result<Self, CubeError> {
        // A size of 0 must not hide that the strides of the others overflow.
        let product = sizes
            .iter()
            .try_fold(1_usize, |cells, &size| cells.checked_mul(size.max(1)));
        let cells = product.filter(|&cells| cells <= max_cells);
        let cells = cells.map(|cells| if sizes.contains(&0) { 0 } else { cells });
        let Some(cells) = cells else {
            return Err(CubeError::TooManyCells {
                limit: max_cells,
                found: sizes,
            });
        };
        let mut strides = vec![1; sizes.len()];
        for at in (1..sizes.len()).rev() {
            strides[at - 1] = strides[at] * sizes[at];
        }
        Ok(Self {
            sizes,
            strides,
            cells,
        })
    }

    /// The sizes, in order.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }
    /// How many cells lie between two neighbours along each dimension, in order.
    #[must_use]
    pub fn strides(&self) -> &[usize] {
        &self.strides
    }
    /// How many cells.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells
    }
    /// The position along a dimension of a cell.
    #[must_use]
    pub fn coordinate(&self, cell: usize, dimension: DimIx) -> usize {
        cell / self.strides[dimension.0] % self.sizes[dimension.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dimension_runs_fastest() {
        let shape = Shape::new(vec![2, 3, 4], 100).unwrap();
        let coordinates = [0, 1, 2].map(|at| shape.coordinate(23, DimIx(at)));
        assert_eq!((shape.cells(), coordinates), (24, [1, 2, 3]));
        assert_eq!(
            [0, 1, 2].map(|at| shape.coordinate(5, DimIx(at))),
            [0, 1, 1]
        );
    }

    #[test]
    fn a_size_of_0_does_not_hide_an_overflow() {
        let error = Shape::new(vec![0, usize::MAX, usize::MAX], usize::MAX);
        assert!(matches!(error, Err(CubeError::TooManyCells { .. })));
        assert_eq!(Shape::new(vec![3, 0, 2], 100).unwrap().cells(), 0);
    }

    #[test]
    fn a_product_that_overflows_is_refused() {
        let sizes = vec![usize::MAX, 2];
        let error = Shape::new(sizes.clone(), usize::MAX);
        assert_eq!(
            error,
            Err(CubeError::TooManyCells {
                limit: usize::MAX,
                found: sizes
            })
        );
    }
}
