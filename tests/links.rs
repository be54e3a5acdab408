//! Every form of link opens with the figures it must, and any link at all opens with some.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod link;
mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod ids;
    pub(crate) mod metadata;
    #[allow(dead_code, reason = "the totals are all that is asked for here")]
    pub(crate) mod reference;
    pub(crate) mod shipped;
}
