//! The native tool: what is made and checked before anything is published.

pub mod model;
