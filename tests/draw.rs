//! The map of a link as a picture that stands alone.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod drawing;
mod support {
    pub(crate) mod link;
    pub(crate) mod made;
}
