//! A sum of cells that remembers what is not known of them.

use super::{Decimals, Figure};

/// The sum of some cells, with what is not known of them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    pub(super) value: f64,
    pub(super) cells: f64,
    pub(super) suppressed: f64,
    pub(super) missing: f64,
    pub(super) additive: bool,
    pub(super) decimals: Decimals,
    /// Which statuses of the cube's list its known cells have, one bit each.
    pub(super) flags: u32,
}

impl Sum {
    /// The sum of some sums; `adds`: whether they may be added to each other.
    pub(super) fn of<'a>(sums: impl Iterator<Item = &'a Self>, adds: bool) -> Self {
        let mut all = Self {
            additive: adds,
            ..Self::default()
        };
        for sum in sums {
            all.value += sum.value;
            all.cells += sum.cells;
            all.suppressed += sum.suppressed;
            all.missing += sum.missing;
            all.decimals = all.decimals.max(sum.decimals);
            all.flags |= sum.flags;
            all.additive &= sum.additive;
        }
        all
    }

    /// The sum as a reader may see it. No cells at all are the number 0; where figures may not be
    /// added they are no figure, and a sum beyond every number is [`Figure::TooLarge`]. It has the
    /// [`Decimals`] of its measure.
    #[must_use]
    pub fn figure(&self) -> Figure {
        let value = self.decimals.rounded(self.value);
        if !self.additive && self.cells > 1.0 {
            Figure::NotAdditive
        } else if !self.additive && self.cells == 0.0 {
            Figure::Missing
        } else if self.suppressed + self.missing == 0.0 {
            Figure::of_sum(value)
        } else if self.suppressed + self.missing < self.cells {
            let known = Figure::of_sum(value).number();
            known.map_or(Figure::TooLarge, Figure::AtLeast)
        } else if self.suppressed > 0.0 {
            Figure::Suppressed
        } else {
            Figure::Missing
        }
    }
}
