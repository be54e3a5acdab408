//! What of a closed line lies within a box.

use super::Bounds;

/// The part of a ring within `bounds` (Sutherland and Hodgman, 1974): where it leaves the box, it follows its edge.
/// Empty where nothing of it is inside.
///
/// ```
/// use jangkau::geo::{Bounds, clipped};
/// let bounds = Bounds { least: (0.0, 0.0), most: (10.0, 10.0) };
/// let ring = [(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)];
/// assert_eq!(clipped(&ring, bounds), [(5.0, 5.0), (10.0, 5.0), (10.0, 8.0), (5.0, 8.0)]);
/// ```
#[must_use]
pub fn clipped(ring: &[(f64, f64)], bounds: Bounds) -> Vec<(f64, f64)> {
    let Bounds { least, most } = bounds;
    let turned = |(x, y): (f64, f64)| (y, x);
    let across = within(&within(ring, |x| x - least.0), |x| most.0 - x);
    let down: Vec<(f64, f64)> = across.into_iter().map(turned).collect();
    let down = within(&within(&down, |y| y - least.1), |y| most.1 - y);
    down.into_iter().map(turned).collect()
}

/// The part of a ring on one side of a line: where `depth` of the first coordinate is not negative.
fn within(ring: &[(f64, f64)], depth: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(ring.len());
    let following = ring.iter().cycle().skip(1);
    for (&from, &to) in ring.iter().zip(following) {
        let (here, there) = (depth(from.0), depth(to.0));
        if here >= 0.0 {
            kept.push(from);
        }
        if (here < 0.0) != (there < 0.0) {
            let share = here / (here - there);
            let crossing = |from: f64, to: f64| from + (to - from) * share;
            kept.push((crossing(from.0, to.0), crossing(from.1, to.1)));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Bounds = Bounds {
        least: (0.0, 0.0),
        most: (10.0, 10.0),
    };

    #[test]
    fn a_ring_inside_stays_one_outside_goes_and_one_around_is_the_box() {
        let inside = [(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)];
        assert_eq!(clipped(&inside, BOUNDS), inside);
        assert_eq!(
            clipped(&[(11.0, 1.0), (19.0, 1.0), (15.0, 9.0)], BOUNDS),
            []
        );
        let around = [(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)];
        let mut corners = clipped(&around, BOUNDS);
        corners.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let all = [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0)];
        assert_eq!(corners, all);
    }

    proptest! {
        #[test]
        fn nothing_is_left_outside_the_box(
            ring in prop::collection::vec((-20.0..30.0_f64, -20.0..30.0_f64), 3..30),
        ) {
            for (x, y) in clipped(&ring, BOUNDS) {
                prop_assert!((-1e-9..=10.0 + 1e-9).contains(&x), "{x}");
                prop_assert!((-1e-9..=10.0 + 1e-9).contains(&y), "{y}");
            }
        }
    }
}
