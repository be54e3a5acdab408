//! Why figures are no list.

/// What stands in the way of a list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactListError {
    /// It has no figures.
    #[error("the list has no figures")]
    NoFigures,
    /// A text that every list has is missing.
    #[error("the list has no {0}")]
    Unsaid(&'static str),
    /// Two places have one code.
    #[error("two places have the code {code:?}")]
    SameCode {
        /// The code.
        code: String,
    },
    /// A figure names a place that the list does not have.
    #[error("figure {figure} names place {place} of {places}")]
    NoPlace {
        /// Counted from 1.
        figure: usize,
        /// Counted from 1.
        place: usize,
        /// How many there are.
        places: usize,
    },
    /// A figure does not say who published it.
    #[error("figure {figure} has no publisher")]
    NoPublisher {
        /// Counted from 1.
        figure: usize,
    },
    /// The address of a source is none that a page may lead to.
    #[error("{url:?} is no address: expected one that begins with https:// or http://")]
    NoAddress {
        /// What stands there.
        url: String,
    },
    /// The map, or what stands side by side, names a figure that is not there.
    #[error("figure {figure} is named, and there are {figures}")]
    NoFigure {
        /// Counted from 1.
        figure: usize,
        /// How many there are.
        figures: usize,
    },
    /// A figure on the map is of no place.
    #[error("figure {figure} stands on the map and is of no place of the list")]
    NowhereOnMap {
        /// Counted from 1.
        figure: usize,
    },
    /// Two figures on the map are of one place.
    #[error("two figures on the map are of {place:?}")]
    TwiceOnMap {
        /// The name of the place.
        place: String,
    },
    /// Figures on one map do not count the same.
    #[error("figures on the map have two units: {first:?} and {other:?}")]
    TwoUnitsOnMap {
        /// The unit of the first.
        first: String,
        /// Another.
        other: String,
    },
}
