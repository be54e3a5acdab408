//! Ids of elements that name each other.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An id that no other element of the page has, so that a component may stand twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct UniqueId {
    stem: &'static str,
    nth: usize,
}

impl UniqueId {
    /// Another id; the stem says in the document what it is of.
    pub(super) fn new(stem: &'static str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        Self { stem, nth }
    }
}

impl fmt::Display for UniqueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.stem, self.nth)
    }
}
