//! Places where lines cross, overlap or touch without sharing a point.

use std::collections::HashMap;

use super::visvalingam::{GridPoint, double_area};

/// Side of the squares that lines are sorted into before they are compared, in steps of the grid.
const SQUARE: i64 = 100;

/// A piece of a line between two of its points.
#[derive(Debug, Clone, Copy)]
struct Segment {
    line: usize,
    at: usize,
    ends: [GridPoint; 2],
}

/// A place where two lines (or twice the same) do what lines of a map may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) lines: [usize; 2],
    pub(super) near: GridPoint,
}

/// Every pair of segments that cross, overlap, or touch other than end to end.
pub(super) fn faults(lines: &[Vec<GridPoint>]) -> Vec<Fault> {
    let mut squares: HashMap<[i64; 2], Vec<Segment>> = HashMap::new();
    let mut faults = Vec::new();
    for (line, points) in lines.iter().enumerate() {
        for (at, ends) in points.windows(2).enumerate() {
            let segment = Segment {
                line,
                at,
                ends: [ends[0], ends[1]],
            };
            let [west, south] = [0, 1].map(|axis| ends[0][axis].min(ends[1][axis]));
            let [east, north] = [0, 1].map(|axis| ends[0][axis].max(ends[1][axis]));
            for column in west.div_euclid(SQUARE)..=east.div_euclid(SQUARE) {
                for row in south.div_euclid(SQUARE)..=north.div_euclid(SQUARE) {
                    let there = squares.entry([column, row]).or_default();
                    for &other in there.iter() {
                        if conflict(segment.ends, other.ends) {
                            faults.push(Fault {
                                lines: [other.line, line],
                                near: segment.ends[0],
                            });
                        }
                    }
                    there.push(segment);
                }
            }
        }
    }
    faults
}

/// Whether two segments have more in common than one end.
fn conflict([a, b]: [GridPoint; 2], [c, d]: [GridPoint; 2]) -> bool {
    let apart = |axis: usize| {
        a[axis].max(b[axis]) < c[axis].min(d[axis]) || c[axis].max(d[axis]) < a[axis].min(b[axis])
    };
    if apart(0) || apart(1) {
        return false;
    }
    for (shared, one, end, other) in [(a, b, c, d), (a, b, d, c), (b, a, c, d), (b, a, d, c)] {
        if shared == end {
            let forward = (one[0] - shared[0]) * (other[0] - shared[0])
                + (one[1] - shared[1]) * (other[1] - shared[1]);
            return double_area(shared, one, other) == 0 && forward > 0;
        }
    }
    let parted = |from, to, one, other| {
        double_area(from, to, one).signum() * double_area(from, to, other).signum()
    };
    let (across, along) = (parted(a, b, c, d), parted(c, d, a, b));
    // On one straight line: the boxes meet, so the segments overlap.
    across <= 0 && along <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: [GridPoint; 2], other: [GridPoint; 2], expected: bool) {
        let [a, b] = other;
        for (one, other) in [(one, [a, b]), (one, [b, a]), ([a, b], one), ([b, a], one)] {
            assert_eq!(conflict(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn segments_may_meet_end_to_end_and_no_other_way() {
        let level = [[0, 0], [4, 0]];
        check(level, [[2, -1], [2, 1]], true);
        check(level, [[2, 0], [2, 3]], true);
        check(level, [[2, 0], [6, 0]], true);
        check(level, [[0, 0], [2, 0]], true);
        check(level, level, true);
        check(level, [[4, 0], [6, 0]], false);
        check(level, [[4, 0], [2, 1]], false);
        check(level, [[5, 0], [6, 0]], false);
        check(level, [[3, 1], [6, -5]], true);
        check(level, [[3, 2], [6, -1]], false);
    }

    #[test]
    fn a_line_that_crosses_itself_far_from_where_it_began_is_found() {
        let line = vec![[0, 0], [1000, 0], [1000, 500], [900, 500], [900, -1]];
        let found = faults(&[line]);
        assert!(found.iter().all(|fault| fault.lines == [0, 0]));
        assert!(!found.is_empty());
    }
}
