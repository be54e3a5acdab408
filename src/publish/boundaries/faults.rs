//! Places where segments cross, overlap or touch other than end to end.

use std::collections::HashMap;

use super::point::{GridPoint, Segment, cross, is_inside};

/// Side of the squares that segments are sorted into before they are compared, in steps of the grid.
const SQUARE: i64 = 100;

/// Every pair of segments that cross, overlap, or touch other than end to end, as positions in the
/// list; a pair may stand there twice.
pub(super) fn conflicts(segments: &[Segment]) -> Vec<[usize; 2]> {
    let mut squares: HashMap<[i64; 2], Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, [a, b]) in segments.iter().enumerate() {
        let span = |axis: usize| {
            let (low, high) = (a[axis].min(b[axis]), a[axis].max(b[axis]));
            low.div_euclid(SQUARE)..=high.div_euclid(SQUARE)
        };
        for column in span(0) {
            for row in span(1) {
                let there = squares.entry([column, row]).or_default();
                let against = there.iter();
                let bad = against.filter(|&&other| conflict(segments[other], [*a, *b]));
                found.extend(bad.map(|&other| [other, at]));
                there.push(at);
            }
        }
    }
    found
}

/// Whether two segments have more in common than one end.
fn conflict(one: Segment, other: Segment) -> bool {
    let [a, b] = one;
    let [c, d] = other;
    let apart = |axis: usize| {
        a[axis].max(b[axis]) < c[axis].min(d[axis]) || c[axis].max(d[axis]) < a[axis].min(b[axis])
    };
    let same = one == other || one == [d, c];
    let touch = || {
        other.iter().any(|end| is_inside(one, *end)) || one.iter().any(|end| is_inside(other, *end))
    };
    !apart(0) && !apart(1) && (same || touch() || cross(one, other))
}

/// A place where two lines (or twice the same) do what lines of a map may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) lines: [usize; 2],
    pub(super) near: GridPoint,
}

/// The conflicts among the segments of lines.
pub(super) fn faults(lines: &[Vec<GridPoint>]) -> Vec<Fault> {
    let (mut segments, mut of) = (Vec::new(), Vec::new());
    for (line, points) in lines.iter().enumerate() {
        for ends in points.windows(2) {
            segments.push([ends[0], ends[1]]);
            of.push(line);
        }
    }
    let found = conflicts(&segments).into_iter();
    found
        .map(|pair| Fault {
            lines: pair.map(|at| of[at]),
            near: segments[pair[1]][0],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: Segment, other: Segment, expected: bool) {
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
