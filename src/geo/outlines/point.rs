//! Points of the grid, and exact answers about them.

/// A point of the grid: steps east, steps north, each at most [`REACH`] either way.
pub(super) type GridPoint = [i64; 2];

/// The farthest point in either direction: products of two distances stay far below 2^63.
pub(super) const REACH: i64 = 1 << 24;

/// A straight line between two points.
pub(super) type Segment = [GridPoint; 2];

/// Twice the area of a triangle, positive where it runs counterclockwise.
pub(super) fn double_area(a: GridPoint, b: GridPoint, c: GridPoint) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
}

/// Twice the area that a closed line encloses, positive where it runs counterclockwise. The first
/// point may be repeated at the end. Parts of the sum may pass over the largest number and back.
pub(super) fn double_area_of(line: &[GridPoint]) -> i64 {
    let [first, rest @ ..] = line else {
        return 0;
    };
    let triangles = rest.windows(2);
    triangles
        .map(|ends| double_area(*first, ends[0], ends[1]))
        .fold(0, i64::wrapping_add)
}

/// Whether a point lies on a segment, its ends left out.
pub(super) fn is_inside([a, b]: Segment, point: GridPoint) -> bool {
    let between =
        |axis: usize| a[axis].min(b[axis]) <= point[axis] && point[axis] <= a[axis].max(b[axis]);
    point != a && point != b && between(0) && between(1) && double_area(a, b, point) == 0
}

/// Whether two segments pass through each other, each with its ends on both sides of the other.
pub(super) fn cross([a, b]: Segment, [c, d]: Segment) -> bool {
    let parted = |from, to, one, other| {
        let sides = double_area(from, to, one).signum() * double_area(from, to, other).signum();
        sides < 0
    };
    parted(a, b, c, d) && parted(c, d, a, b)
}

/// The point of the grid nearest to where two segments cross.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a grid has few points"
)]
pub(super) fn crossing([a, b]: Segment, [c, d]: Segment) -> GridPoint {
    let share = double_area(c, d, a) as f64 / (double_area(c, d, a) - double_area(c, d, b)) as f64;
    [0, 1].map(|axis| a[axis] + ((b[axis] - a[axis]) as f64 * share).round() as i64)
}

/// Whether a closed line has a point inside, by how often it is crossed west of it; a point on the
/// line may count either way.
pub(super) fn encloses(line: &[GridPoint], point: GridPoint) -> bool {
    let following = line.iter().cycle().skip(1);
    let crossed = line.iter().zip(following).filter(|(a, b)| {
        let (low, high) = if a[1] < b[1] { (a, b) } else { (b, a) };
        low[1] <= point[1] && point[1] < high[1] && double_area(**low, **high, point) < 0
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_are_found_and_rounded_to_the_grid() {
        let (rising, falling) = ([[0, 0], [5, 5]], [[0, 4], [5, 0]]);
        assert!(cross(rising, falling));
        // At 20/9 = 2.22 in both.
        assert_eq!(crossing(rising, falling), [2, 2]);
        assert!(!cross(rising, [[0, 4], [2, 2]]));
        assert!(is_inside(rising, [2, 2]) && !is_inside(rising, [5, 5]));
        assert!(!is_inside(rising, [6, 6]));
    }

    #[test]
    fn a_line_encloses_what_is_west_of_one_side_and_east_of_the_other() {
        let line = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4]];
        assert_eq!(double_area_of(&line), 20);
        assert!(encloses(&line, [1, 1]) && encloses(&line, [3, 2]));
        assert!(!encloses(&line, [2, 3]) && !encloses(&line, [5, 2]) && !encloses(&line, [-1, 2]));
    }
}
