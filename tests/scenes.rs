//! Sentence, bars, table and ranking of a view: the same figures everywhere, and words that read
//! well whatever the dataset.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod scene;
mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod link;
    pub(crate) mod made;
    pub(crate) mod metadata;
    pub(crate) mod opened;
    #[allow(dead_code, reason = "the totals are all that is asked for here")]
    pub(crate) mod reference;
}
