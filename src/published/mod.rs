//! What a site has published, fetched and checked: list, dataset, boundaries, words.

mod dataset;
mod fault_text;
mod wording;

pub(crate) use dataset::{Boundaries, Dataset, load, load_boundaries};
pub(crate) use fault_text::fault_text;
pub(crate) use wording::{read_words, words_of};
