//! What a link said that could not be done.

use crate::cube::Axis;

/// One thing that was left out; the rest of the link applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A key that no dataset of this site knows.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A code that the dimension or grouping does not have (any more).
    UnknownCode {
        /// The dimension or grouping.
        axis: Axis,
        /// The code.
        code: String,
    },
    /// A range of periods that holds nothing.
    EmptyRange {
        /// The dimension.
        axis: Axis,
        /// The range, as written.
        range: String,
    },
    /// A value that the key does not take.
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// A place that the dataset does not have.
    UnknownPlace {
        /// The place, as written.
        place: String,
    },
    /// A place more than are compared.
    TooManyPlaces {
        /// The place, as written.
        place: String,
    },
    /// A filter along the axis of the place in focus: the place stands.
    PlaceFirst {
        /// The axis.
        axis: Axis,
    },
    /// A quantity that needs a denominator where there is none.
    NoDenominator {
        /// The quantity, as written.
        quantity: String,
    },
    /// A release that is not listed: the latest is shown.
    UnknownRelease {
        /// The release.
        release: String,
    },
    /// A release that was withdrawn: the latest is shown.
    WithdrawnRelease {
        /// The release.
        release: String,
        /// The day, as the list has it.
        date: String,
        /// Why.
        reason: String,
    },
    /// A dataset that is not listed: the first is shown.
    UnknownDataset {
        /// The dataset.
        dataset: String,
    },
    /// A language the site does not have: the first is shown.
    UnknownLanguage {
        /// The language.
        lang: String,
    },
    /// More than one value for a dimension that shows one at a time: the first is shown.
    OneAtATime {
        /// The dimension.
        axis: Axis,
    },
}

impl Notice {
    /// Of a release that a link names and the list does not have; with day and reason where it was withdrawn.
    #[must_use]
    pub fn of_release(release: String, withdrawn: Option<(&str, &str)>) -> Self {
        match withdrawn {
            Some((date, reason)) => Self::WithdrawnRelease {
                release,
                date: date.to_owned(),
                reason: reason.to_owned(),
            },
            None => Self::UnknownRelease { release },
        }
    }
}
