//! What a figure was worked out of: the cells that were added, and what that was divided by.

use crate::cube::{Figure, Interval, Sum};

/// How a figure was worked out, down to sums of cells of the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Calculation {
    /// Parts, added up; one alone stands as it is.
    Added(Vec<Part>),
    /// None: there is no such figure.
    Nothing,
    /// A number that is divided by: inhabitants.
    Number(f64),
    /// One over another.
    Divided {
        /// Of which so many are asked.
        part: Box<Self>,
        /// What it is divided by.
        whole: Box<Self>,
        /// What the quotient is multiplied by: 1 for a share (0 to 1), 1,000 for a rate.
        times: f64,
        /// Whether every cell of the part is one of the whole, so that what is hidden of the one is hidden
        /// of the other.
        within: bool,
    },
}

/// One of the parts that were added.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is: a period, a place, a category; empty of a figure that has no parts.
    pub name: String,
    /// Its cells.
    pub sum: Sum,
}

impl Calculation {
    /// The figure that it gives; a quotient that is not known exactly lies between its bounds.
    #[must_use]
    pub fn evaluate(&self) -> Figure {
        match self {
            Self::Added(parts) => Sum::added(parts.iter().map(|part| &part.sum)).figure(),
            Self::Nothing => Figure::Missing,
            Self::Number(number) => Figure::Number(*number),
            Self::Divided { .. } => match self.quotient() {
                Some(quotient) if quotient.is_exact() => Figure::Number(quotient.low),
                Some(quotient) => Figure::Between(quotient),
                None => Figure::Missing,
            },
        }
    }

    /// From the least to the greatest value that it may have, where both are known.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.evaluate().interval()
    }

    fn quotient(&self) -> Option<Interval> {
        let Self::Divided {
            part,
            whole,
            times,
            within,
        } = self
        else {
            return None;
        };
        let (part, whole) = (part.interval()?, whole.interval()?);
        let quotient = if *within {
            part.share_of_sum(whole)
        } else {
            part.over(whole)
        };
        Some(quotient?.times(*times))
    }
}
