//! Jangkau: who did a public programme reach?

pub mod cube;
pub mod formats;
#[cfg(feature = "publish")]
pub mod publish;
