//! What a publisher says of single cells.

use super::{CubeError, Figure, Interval, Sum};

/// A status of SDMX `CL_OBS_STATUS`, or a letter of the file's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    text: Box<str>,
    gap: Gap,
}

impl Status {
    /// A status, taken as it stands; why a cell of it has no value follows from its text: `Q`, the
    /// confidential `c` of Eurostat and SDMX, `n.p.` and limits (`<5`, `<= 3`: a count of 1 to 4,
    /// of 1 to 3; `>95`) are suppressed, `M` cannot be, any other is missing.
    ///
    /// ```
    /// use jangkau::cube::{Gap, Interval, Status};
    /// let few = Interval { low: 1.0, high: 4.0 };
    /// assert_eq!(Status::new("<5").gap(), Gap::Suppressed(few));
    /// assert_eq!(Status::new("x").gap(), Gap::Missing);
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::with_gap(text, gap_of(text))
    }

    /// A status with what its publisher says of cells without a value.
    #[must_use]
    pub fn with_gap(text: &str, gap: Gap) -> Self {
        Self {
            text: text.into(),
            gap,
        }
    }

    /// The letter or word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// Why a cell of this status has no value.
    #[must_use]
    pub fn gap(&self) -> Gap {
        self.gap
    }
}

/// Why a cell of a status has no value, by the text of the status alone.
fn gap_of(text: &str) -> Gap {
    match text {
        "Q" | "c" | "C" | "n.p." | "np" => Gap::Suppressed(Interval::UNBOUNDED),
        "M" => Gap::CannotExist,
        _ if is_limit(text) => Gap::Suppressed(below(text).unwrap_or(Interval::UNBOUNDED)),
        _ => Gap::Missing,
    }
}

/// Whether a text is a limit, as "<5", "≤ 3" or ">95": what lies beyond it is not said.
fn is_limit(text: &str) -> bool {
    let limit = text.strip_prefix(['<', '≤', '>', '≥']);
    let limit = limit.map(|limit| limit.strip_prefix('=').unwrap_or(limit).trim_start());
    limit.is_some_and(|limit| limit.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// What a count below a limit may be; one alone is never zero, which would be said.
fn below(text: &str) -> Option<Interval> {
    let limit = text.strip_prefix(['<', '≤'])?;
    let (limit, reached) = match limit.strip_prefix('=') {
        Some(limit) => (limit, true),
        None => (limit, text.starts_with('≤')),
    };
    let limit: u32 = limit.trim().parse().ok()?;
    let most = if reached {
        limit
    } else {
        limit.checked_sub(1)?
    };
    Interval::new(1.0, f64::from(most))
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

    /// Every status that the file has, in its order.
    #[must_use]
    pub fn list(&self) -> &[Status] {
        match self {
            Self::None => &[],
            Self::All(status) => std::slice::from_ref(status),
            Self::Each { list, .. } => list,
        }
    }

    /// The status of a sum (SDMX `CL_OBS_STATUS`, or of the file's own): those that its cells have,
    /// in the order of the file, else why there is no number; `>=` marks a lower bound, `Q` that the
    /// number lies between bounds, too, since cells are suppressed.
    #[must_use]
    pub fn of_sum(&self, sum: &Sum) -> String {
        match (sum.figure(), self) {
            (Figure::Number(_), _) => {
                let flags = self.flags_of(sum).map(Status::as_str);
                flags.collect::<Vec<_>>().join(" ")
            }
            // What may not be added is neither hidden nor missing.
            (Figure::NotAdditive, _) => String::new(),
            (Figure::AtLeast(_), _) => ">=".to_owned(),
            (Figure::Between(_) | Figure::Suppressed, _) => "Q".to_owned(),
            (Figure::Missing, _) => "O".to_owned(),
            (Figure::TooLarge, _) => "M".to_owned(),
        }
    }

    /// The statuses that the known and the suppressed cells of a sum have, in the order of the file;
    /// the one of all cells where there is one alone.
    pub fn flags_of(&self, sum: &Sum) -> impl Iterator<Item = &Status> {
        // Of one status for all cells nothing is counted.
        let (list, flags) = match self {
            Self::Each { list, .. } => (&list[..], sum.flags),
            Self::None | Self::All(_) => (self.list(), 1),
        };
        (0_u32..32)
            .zip(list)
            .filter_map(move |(at, status)| (flags >> at & 1 == 1).then_some(status))
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gap {
    /// Kept back to protect people, with what the value may be.
    Suppressed(Interval),
    /// Not there, or not collected (`O`, `L`, or no status).
    Missing,
    /// Nobody can be in this cell (`M`); it counts as nothing.
    CannotExist,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_the_file_s_own_makes_a_gap_a_missing_one() {
        let hidden = Gap::Suppressed(Interval::UNBOUNDED);
        for (text, gap) in [
            ("Q", hidden),
            ("c", hidden),
            ("n.p.", hidden),
            ("M", Gap::CannotExist),
            ("O", Gap::Missing),
            ("x", Gap::Missing),
            (":", Gap::Missing),
            ("", Gap::Missing),
        ] {
            assert_eq!(Status::new(text).gap(), gap, "{text}");
        }
    }

    #[test]
    fn a_count_below_a_limit_is_one_or_more() {
        for (text, most) in [("<5", 4.0), ("< 10", 9.0), ("<=3", 3.0), ("≤3", 3.0)] {
            let few = Interval {
                low: 1.0,
                high: most,
            };
            assert_eq!(Status::new(text).gap(), Gap::Suppressed(few), "{text}");
        }
        // No count is below 1, and these limits are of no counts: what they hide has no bound.
        for text in ["<1", "<0", "<5%", "<0.5", "<1,000", ">95", "≥ 95"] {
            let any = Gap::Suppressed(Interval::UNBOUNDED);
            assert_eq!(Status::new(text).gap(), any, "{text}");
        }
        for text in ["<", "<-5", "<>", "< x", ">"] {
            assert_eq!(Status::new(text).gap(), Gap::Missing, "{text}");
        }
    }
}
