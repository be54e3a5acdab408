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
    for (at, &segment) in segments.iter().enumerate() {
        for square in squares_along(segment) {
            let there = squares.entry(square).or_default();
            let against = there.iter();
            let bad = against.filter(|&&other| conflict(segments[other], segment));
            found.extend(bad.map(|&other| [other, at]));
            there.push(at);
        }
    }
    found
}

/// The squares that a segment passes through, column by column: as many as it is long, however wide
/// the land around it.
fn squares_along([a, b]: Segment) -> impl Iterator<Item = [i64; 2]> {
    let [west, east] = if a[0] <= b[0] { [a, b] } else { [b, a] };
    let row_at = move |x: i64| {
        let rise = (east[1] - west[1]) * (x - west[0]);
        (west[1] + rise.div_euclid(east[0] - west[0])).div_euclid(SQUARE)
    };
    let columns = west[0].div_euclid(SQUARE)..=east[0].div_euclid(SQUARE);
    columns.flat_map(move |column| {
        let ends = if west[0] == east[0] {
            [west[1], east[1]].map(|y| y.div_euclid(SQUARE))
        } else {
            let from = west[0].max(column * SQUARE);
            let to = east[0].min((column + 1) * SQUARE);
            [row_at(from), row_at(to)]
        };
        let rows = ends[0].min(ends[1])..=ends[0].max(ends[1]);
        rows.map(move |row| [column, row])
    })
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
    fn a_long_segment_is_compared_in_every_square_it_passes_and_in_no_other() {
        let found: Vec<_> = squares_along([[450, 150], [-50, -100]]).collect();
        // 1 up in 2 east: at -100 by x = -50, at -75 by 0, at -25 by 100, 25 by 200, 75, 125, 150.
        let expected = [
            [-1, -1],
            [0, -1],
            [1, -1],
            [1, 0],
            [2, 0],
            [3, 0],
            [3, 1],
            [4, 1],
        ];
        assert_eq!(found, expected);
        let upright: Vec<_> = squares_along([[5, 210], [5, -1]]).collect();
        assert_eq!(upright, [[0, -1], [0, 0], [0, 1], [0, 2]]);
    }

    #[test]
    fn a_line_that_crosses_itself_far_from_where_it_began_is_found() {
        let line = vec![[0, 0], [1000, 0], [1000, 500], [900, 500], [900, -1]];
        let found = faults(&[line]);
        assert!(found.iter().all(|fault| fault.lines == [0, 0]));
        assert!(!found.is_empty());
    }
}
