//! How files are read where nothing is chosen: never a sum that means nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod reading;
