//! Finding places by name, by code, one typo away.
//!
//! A [`PlaceIndex`] holds the folded words of every place of a cube, built once; a query walks it.
//! Folding drops case and diacritics and turns punctuation into spaces, for labels and queries alike.

mod fold;
mod hit;
mod place;
mod place_index;
mod rank;
mod typo;

pub use fold::folded;
pub use hit::{Hit, Matched};
pub use place_index::PlaceIndex;
