//! One order for all lists: the page carries a single sort.

use std::cmp::Ordering;

/// The positions 0 to `len` in the order that `compare` gives them; equal ones stay as they are.
///
/// (Each list sorted by its own type would bring the whole algorithm into the wasm again.)
///
/// ```
/// use jangkau::cube::order_by;
/// let words = ["pear", "fig", "plum"];
/// let by_letters = order_by(words.len(), &|a, b| words[a].len().cmp(&words[b].len()));
/// assert_eq!(by_letters, [1, 0, 2]);
/// ```
#[must_use]
#[inline(never)]
pub fn order_by(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}
