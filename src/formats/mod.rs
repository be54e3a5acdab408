//! Bytes to values and back, without any I/O.

pub mod json_stat;
