//! What a site has published, fetched and checked: list, dataset, boundaries, facts,
//! words.

mod dataset;
mod fault_text;
mod wording;

pub(crate) use dataset::{Companion, Dataset, load, load_boundaries, load_facts};
pub(crate) use fault_text::fault_text;
pub(crate) use wording::{read_words, words_of};
