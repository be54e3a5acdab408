//! A publisher's list of published figures: a CSV file with a row a figure, and the places of a map.
//!
//! It is told by its heading, which names a topic, a value and a link. What is wrong with a row is a [`Finding`]
//! with its line and column; nothing is guessed, added up or filled in.
//!
//! [`Finding`]: super::Finding

mod columns;
mod figures;
mod map_places;
mod rows;
mod whose;

pub use figures::{FactFile, facts_from_file, is_fact_file};
pub use map_places::{MapPlaces, places_from_map};
pub use whose::PlaceNames;
