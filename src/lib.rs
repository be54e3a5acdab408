//! Jangkau: who did a public programme reach?

pub mod cube;
pub mod formats;
pub mod scene;
pub mod view_state;
pub mod words;
