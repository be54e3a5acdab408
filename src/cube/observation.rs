//! One published figure, and what its publisher says of it.

use super::{CubeError, Sum};

/// A status of SDMX `CL_OBS_STATUS`, or a letter of the file's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status(Box<str>);

impl Status {
    /// A status, taken as it stands.
    #[must_use]
    pub fn new(status: &str) -> Self {
        Self(status.into())
    }
    /// The letter or word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Why a cell of this status has no value.
    #[must_use]
    pub fn gap(&self) -> Gap {
        match &*self.0 {
            "Q" => Gap::Suppressed,
            "M" => Gap::CannotExist,
            _ => Gap::Missing,
        }
    }
}

/// The statuses of a cube's cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Statuses {
    /// The file says nothing.
    #[default]
    None,
    /// Every cell has the same.
    All(Status),
    /// One of `list` a cell, or none: row-major, as long as the values.
    Each {
        /// The different statuses, at most 255.
        list: Vec<Status>,
        /// Position in `list`, or 255 for none.
        cells: Vec<u8>,
    },
}

/// Position in [`Statuses::Each`] that stands for no status.
pub const NO_STATUS: u8 = u8::MAX;

impl Statuses {
    /// The status of a cell.
    #[must_use]
    pub fn get(&self, cell: usize) -> Option<&Status> {
        match self {
            Self::None => None,
            Self::All(status) => Some(status),
            Self::Each { list, cells } => list.get(usize::from(cells[cell])),
        }
    }

    /// The status of a sum (SDMX `CL_OBS_STATUS`, or of the file's own): those that its cells have,
    /// in the order of the file, else why there is no number; `>=` marks a lower bound.
    #[must_use]
    pub fn of_sum(&self, sum: &Sum) -> String {
        match (sum.figure(), self) {
            (Figure::Number(_), Self::All(status)) => status.as_str().to_owned(),
            (Figure::Number(_), Self::Each { list, .. }) => {
                let flags = self.flags(sum).map(|at| list[at].as_str());
                flags.collect::<Vec<_>>().join(" ")
            }
            // What may not be added is neither hidden nor missing.
            (Figure::NotAdditive, _) | (Figure::Number(_), Self::None) => String::new(),
            (Figure::AtLeast(_), _) => ">=".to_owned(),
            (Figure::Suppressed, _) => "Q".to_owned(),
            (Figure::Missing, _) => "O".to_owned(),
            (Figure::TooLarge, _) => "M".to_owned(),
        }
    }

    /// Which statuses the known cells of a sum have: positions in the list.
    fn flags(&self, sum: &Sum) -> impl Iterator<Item = usize> + use<'_> {
        let (flags, all) = match self {
            Self::Each { list, .. } => (sum.flags, list.len().min(32)),
            Self::None | Self::All(_) => (0, 0),
        };
        (0..all).filter(move |at| flags >> at & 1 == 1)
    }

    /// The statuses that the known cells of a sum have, in the order of the file; the one of all
    /// cells where there is one alone.
    pub fn flags_of(&self, sum: &Sum) -> impl Iterator<Item = &Status> {
        let of_all = match self {
            Self::All(status) => Some(status),
            Self::None | Self::Each { .. } => None,
        };
        let list: &[Status] = match self {
            Self::Each { list, .. } => list,
            Self::None | Self::All(_) => &[],
        };
        of_all
            .into_iter()
            .chain(self.flags(sum).map(|at| &list[at]))
    }

    /// Every position must be one of `list`.
    pub(super) fn check(&self) -> Result<(), CubeError> {
        let Self::Each { list, cells } = self else {
            return Ok(());
        };
        let beyond = |&code: &u8| code != NO_STATUS && usize::from(code) >= list.len();
        match cells.iter().position(beyond) {
            None => Ok(()),
            Some(cell) => Err(CubeError::StatusOutOfRange {
                cell,
                statuses: list.len(),
                found: cells[cell],
            }),
        }
    }
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Kept back to protect people (`Q`).
    Suppressed,
    /// Not there, or not collected (`O`, `L`, or no status).
    Missing,
    /// Nobody can be in this cell (`M`); it counts as nothing.
    CannotExist,
}

/// A sum as a reader may see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Every cell has a value.
    Number(f64),
    /// Some cells are suppressed or missing: the sum of the others.
    AtLeast(f64),
    /// No cell has a value, and one at least is suppressed.
    Suppressed,
    /// No cell has a value.
    Missing,
    /// More than one cell of a cube whose figures may not be added.
    NotAdditive,
    /// The numbers add up to more than an `f64` can hold (1.8 × 10³⁰⁸).
    TooLarge,
}

impl Figure {
    /// The figure of a sum: [`Figure::TooLarge`] where it is no finite number.
    #[must_use]
    pub fn of_sum(sum: f64) -> Self {
        if sum.is_finite() {
            Self::Number(sum)
        } else {
            Self::TooLarge
        }
    }

    /// The number shown, if one is.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::AtLeast(number) => Some(number),
            Self::Suppressed | Self::Missing | Self::NotAdditive | Self::TooLarge => None,
        }
    }

    /// This over that, 0 to 1 for a part of a whole; `None` where either is unknown, only a lower
    /// bound, the whole is 0, or the quotient is no finite number.
    #[must_use]
    pub fn over(self, whole: Self) -> Option<f64> {
        match (self, whole) {
            (Self::Number(part), Self::Number(whole)) => {
                Some(part / whole).filter(|quotient| quotient.is_finite())
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_of_known_figures_only() {
        let [three, four, zero] = [3.0, 4.0, 0.0].map(Figure::Number);
        assert_eq!(three.over(four), Some(0.75));
        assert_eq!(zero.over(four), Some(0.0));
        assert_eq!(three.over(zero), None);
        for unknown in [
            Figure::AtLeast(4.0),
            Figure::Suppressed,
            Figure::Missing,
            Figure::NotAdditive,
            Figure::TooLarge,
        ] {
            assert_eq!((three.over(unknown), unknown.over(four)), (None, None));
        }
    }

    #[test]
    fn a_quotient_that_no_number_can_hold_is_no_share() {
        let [large, small] = [1e300, 1e-300].map(Figure::Number);
        assert_eq!(large.over(small), None);
        assert_eq!(small.over(large), Some(0.0));
    }

    #[test]
    fn a_letter_of_the_file_s_own_makes_a_gap_a_missing_one() {
        let gaps = ["Q", "M", "O", "L", "x", ""].map(|letter| Status::new(letter).gap());
        let [suppressed, never] = [Gap::Suppressed, Gap::CannotExist];
        let missing = Gap::Missing;
        assert_eq!(
            gaps,
            [suppressed, never, missing, missing, missing, missing]
        );
    }
}
