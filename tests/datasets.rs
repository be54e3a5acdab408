//! Datasets quite unlike each other, through the reader, the engine, the search and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod dataset;
mod support {
    pub(crate) mod made;
    pub(crate) mod reference;
}
