//! PURE: published figures as a list, without a table: a facts edition.
//!
//! Whoever has ten figures of ten places, and no table by region, publishes them as they were printed: each
//! [`PrintedFact`] with its publisher, date and link. Nothing is added up, filled in or repaired. A [`FactList`]
//! says which of them stand on a map, which stand side by side because they disagree, and which form a
//! [`Series`]: points in time, and a line only within one publisher and one definition.

mod conflict;
mod error;
mod list;
mod map_cube;
mod period;
mod printed_fact;
mod printed_number;
mod qualifier;
mod series;

pub use conflict::Beside;
pub use error::FactListError;
pub use list::{AboutFacts, FactIx, FactList, FactMap, ListedPlace, PlaceIx, Related};
pub use map_cube::map_cube;
pub use period::{DatedPeriod, dated_period};
pub use printed_fact::{Definition, PrintedFact, Whose};
pub use printed_number::PrintedNumber;
pub use qualifier::Qualifier;
pub use series::{Series, SeriesPoint, series};
