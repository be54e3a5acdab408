//! Jangkau.
