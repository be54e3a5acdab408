//! The tool in folders that are no checkout: packed, unpacked, run without Rust and without a path.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

mod support {
    pub(crate) mod made;
}
mod tool;
