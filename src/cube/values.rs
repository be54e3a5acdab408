//! The numbers of a cube.

/// The values of a cube, row-major; 0 where there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// All are whole numbers from 0 to 4,294,967,295.
    Whole(Vec<u32>),
    /// Any other finite numbers.
    Real(Vec<f64>),
}

impl Values {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Whole(values) => values.len(),
            Self::Real(values) => values.len(),
        }
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Takes away the values of some cells.
    pub(super) fn empty(&mut self, cells: &[usize]) {
        for &cell in cells {
            match self {
                Self::Whole(values) => values[cell] = 0,
                Self::Real(values) => values[cell] = 0.0,
            }
        }
    }
    /// The value of a cell.
    #[must_use]
    pub fn get(&self, cell: usize) -> f64 {
        match self {
            Self::Whole(values) => f64::from(values[cell]),
            Self::Real(values) => values[cell],
        }
    }
}
