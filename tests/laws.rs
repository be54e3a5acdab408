//! What holds for every cube and every selection.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod law;
mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod metadata;
    pub(crate) mod picks;
    pub(crate) mod px_plan;
    pub(crate) mod px_text;
    pub(crate) mod reference;
}
