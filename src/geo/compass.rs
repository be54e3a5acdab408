//! The next place in a direction, for walking by arrow keys.

/// A direction in the picture: an arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To smaller x.
    Left,
    /// To larger x.
    Right,
    /// To smaller y.
    Up,
    /// To larger y.
    Down,
}

impl Direction {
    /// The four directions.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];

    /// How far a way leads in this direction, and how far to its side.
    pub(super) fn ahead_and_aside(self, (dx, dy): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Left => (-dx, dy),
            Self::Right => (dx, dy),
            Self::Up => (-dy, dx),
            Self::Down => (dy, dx),
        }
    }
}

/// The place that one step from `at` leads to: the nearest within 45° of the direction, where a
/// way counts the longer the more it leads aside; if there is none, the like within 90°.
///
/// Points are x to the right and y down, in any one unit; `among` says which of them may be
/// stepped on. `None` where nothing lies in that direction. A point at the very place of `at` is
/// never stepped on.
///
/// ```
/// use jangkau::geo::{Direction, step};
/// let points = [(0.0, 0.0), (1.0, 0.9), (3.0, 0.1), (0.1, -2.0)];
/// let all = |_: usize| true;
/// assert_eq!(step(&points, points[0], Direction::Right, &all), Some(1));
/// assert_eq!(step(&points, points[0], Direction::Up, &all), Some(3));
/// assert_eq!(step(&points, points[0], Direction::Left, &all), None);
/// ```
pub fn step(
    points: &[(f64, f64)],
    at: (f64, f64),
    towards: Direction,
    among: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let mut best = [(f64::INFINITY, None); 2];
    for (index, point) in points.iter().enumerate() {
        let (ahead, aside) = towards.ahead_and_aside((point.0 - at.0, point.1 - at.1));
        if ahead <= 0.0 || !among(index) {
            continue;
        }
        // The circle through both points whose tangent at the first lies across the direction:
        // its size grows with the distance and, without bound, with the angle.
        let size = (ahead * ahead + aside * aside) / ahead;
        let best = &mut best[usize::from(aside.abs() > ahead)];
        if size < best.0 {
            *best = (size, Some(index));
        }
    }
    let [narrow, wide] = best.map(|(_, index)| index);
    narrow.or(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(points: &[(f64, f64)], towards: Direction, expected: Option<usize>) {
        assert_eq!(step(points, points[0], towards, &|_| true), expected);
    }

    #[test]
    fn what_lies_straight_ahead_wins_over_what_is_as_near_but_aside() {
        check(
            &[(0.0, 0.0), (1.0, 0.9), (1.3, 0.0)],
            Direction::Right,
            Some(2),
        );
    }

    #[test]
    fn only_where_nothing_lies_ahead_is_a_place_aside_taken() {
        check(
            &[(0.0, 0.0), (9.0, 1.0), (1.0, 2.0)],
            Direction::Right,
            Some(1),
        );
        check(&[(0.0, 0.0), (1.0, 2.0)], Direction::Right, Some(1));
        check(&[(0.0, 0.0), (0.0, 2.0)], Direction::Right, None);
    }

    #[test]
    fn a_place_left_out_is_passed_over() {
        let points = [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0)];
        let found = step(&points, points[0], Direction::Down, &|index| index != 1);
        assert_eq!(found, Some(2));
    }
}
