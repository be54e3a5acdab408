//! How much each point of a line matters (Visvalingam and Whyatt 1993, effective area).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::point::{GridPoint, double_area};

/// Of each point of a line twice the area of the triangle that would be lost with it, in steps of the
/// grid, and never less than what went before it; the ends, and of a closed line as many points as
/// make four corners, may not be lost at all.
pub(super) fn weights(line: &[GridPoint]) -> Vec<u64> {
    let last = line.len() - 1;
    let mut weights = vec![u64::MAX; line.len()];
    let mut before: Vec<usize> = (0..=last).map(|at: usize| at.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=last + 1).collect();
    let mut current = vec![0; line.len()];
    let weigh = |at: usize, before: &[usize], after: &[usize]| {
        double_area(line[before[at]], line[at], line[after[at]]).unsigned_abs()
    };
    let mut queue = BinaryHeap::new();
    for (at, weight) in current.iter_mut().enumerate().take(last).skip(1) {
        *weight = weigh(at, &before, &after);
        queue.push(Reverse((*weight, at)));
    }
    let kept = if line[0] == line[last] { 3 } else { 0 };
    let (mut inner, mut floor) = (last.saturating_sub(1), 0);
    while let Some(Reverse((weight, at))) = queue.pop() {
        if weight != current[at] || weights[at] != u64::MAX {
            continue;
        }
        if inner <= kept {
            break;
        }
        inner -= 1;
        floor = weight.max(floor);
        weights[at] = floor;
        let (left, right) = (before[at], after[at]);
        after[left] = right;
        before[right] = left;
        for neighbour in [left, right] {
            if neighbour != 0 && neighbour != last {
                current[neighbour] = weigh(neighbour, &before, &after);
                queue.push(Reverse((current[neighbour], neighbour)));
            }
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: u64 = u64::MAX;

    #[test]
    fn a_point_weighs_what_is_lost_with_it() {
        // A dent of 1 on a line of 4, then a corner of 8 x 6.
        let line = [[0, 0], [2, 1], [4, 0], [12, 0], [12, 6]];
        // First the dent: 4 x 1 / 2, doubled 4. Then the point on the straight line: 0, but no less
        // than 4. Then the corner: 12 x 6.
        assert_eq!(weights(&line), [END, 4, 4, 72, END]);
    }

    #[test]
    fn a_closed_line_keeps_four_corners() {
        let line = [[0, 0], [4, 0], [5, 2], [4, 4], [0, 4], [0, 0]];
        let weights = weights(&line);
        assert_eq!(weights.iter().filter(|&&weight| weight == END).count(), 5);
    }
}
