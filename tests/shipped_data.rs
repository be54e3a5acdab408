//! What the site ships: published totals, sentences, patterns, places and boundaries.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops"
)]

mod shipped;
mod support {
    pub(crate) mod link;
    pub(crate) mod opened;
    #[allow(dead_code, reason = "the totals are all that is asked for here")]
    pub(crate) mod reference;
    pub(crate) mod shipped;
}
