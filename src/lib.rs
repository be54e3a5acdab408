//! Jangkau: who did a public programme reach?

pub mod cube;
pub mod formats;
pub mod search;
