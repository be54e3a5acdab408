//! Jangkau.

#[cfg(feature = "publish")]
pub mod publish;
