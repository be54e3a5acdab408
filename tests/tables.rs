//! Tables as people write them: what is right is read, what is wrong is named with its place.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops and says why"
)]

mod table {
    mod dialects;
    mod dirty;
}
