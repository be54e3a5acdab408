//! The figures of the shipped dataset and its places, one file a concept.

mod basis;
mod boundaries;
mod derivation;
mod facts_editions;
mod headline;
mod hidden;
mod keyboard_navigation;
mod map;
mod morocco;
mod picture;
mod search;
mod table;
mod tiles;
mod totals;
