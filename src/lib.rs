//! Jangkau: who did a public programme reach?

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
mod browser;
pub mod cube;
pub mod formats;
#[cfg(feature = "publish")]
pub mod publish;
pub mod scene;
pub mod search;
pub mod view_state;
pub mod words;
