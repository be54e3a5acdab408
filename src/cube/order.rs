//! One order for all lists: the page carries a single sort.

use std::cmp::Ordering;

/// The positions 0 to `len` in the order that `compare` gives them; equal ones stay as they are.
///
/// (Each list sorted by its own type would bring a whole algorithm into the wasm again, and std's
/// weighs two kilobytes there: this one merges runs of doubling length.)
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
    let mut merged = order.clone();
    let mut run = 1;
    while run < len {
        for start in (0..len).step_by(2 * run) {
            let (middle, end) = ((start + run).min(len), (start + 2 * run).min(len));
            let (mut left, mut right) = (start, middle);
            for to in &mut merged[start..end] {
                let take_left = left < middle
                    && (right == end || compare(order[left], order[right]) != Ordering::Greater);
                let from = if take_left { &mut left } else { &mut right };
                *to = order[*from];
                *from += 1;
            }
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_stable_order_of_std(values in prop::collection::vec(0..20_u8, 0..70)) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by(|&a, &b| values[a].cmp(&values[b]));
            prop_assert_eq!(order_by(values.len(), &|a, b| values[a].cmp(&values[b])), expected);
        }
    }
}
