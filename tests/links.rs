//! Every form of link opens with the figures it must, and any link at all opens with some.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod link;
mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod ids;
    pub(crate) mod link;
    pub(crate) mod made;
    pub(crate) mod metadata;
    #[allow(dead_code, reason = "the map is drawn elsewhere")]
    pub(crate) mod shipped;
}
