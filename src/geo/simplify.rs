//! Lines with fewer points.

/// How much each point of a line tells of its course (Douglas and Peucker, 1973): without those that tell less than
/// a tolerance, it stays within that of itself. The first and the last tell most, so that lines that meet go on
/// meeting; of a closed line also the one that is farthest from where it closes.
///
/// ```
/// use jangkau::geo::significances;
/// let line = [(0.0, 0.0), (5.0, 0.5), (10.0, 0.0), (10.0, 8.0)];
/// let told = significances(&line);
/// assert!(told[1] < 1.0 && told[2] > 1.0 && told[3].is_infinite());
/// ```
#[must_use]
pub fn significances(line: &[(f64, f64)]) -> Vec<f64> {
    let mut told = vec![f64::INFINITY; line.len()];
    let mut stretches: Vec<_> = (line.len().checked_sub(1))
        .map(|last| (0, last, f64::INFINITY))
        .into_iter()
        .collect();
    while let Some((from, to, most)) = stretches.pop() {
        let off = |at: usize| distance(line[at], (line[from], line[to]));
        let between = (from + 1..to).max_by(|a, b| off(*a).total_cmp(&off(*b)));
        let Some(farthest) = between else {
            continue;
        };
        // No point is left that hangs on one that is gone.
        told[farthest] = if line[from] == line[to] {
            most
        } else {
            off(farthest).min(most)
        };
        let own = told[farthest];
        stretches.extend([(from, farthest, own), (farthest, to, own)]);
    }
    told
}

/// How far a point is from the stretch between two others.
fn distance(point: (f64, f64), (from, to): ((f64, f64), (f64, f64))) -> f64 {
    let (along, to_point) = (minus(to, from), minus(point, from));
    let length = along.0 * along.0 + along.1 * along.1;
    if length <= 0.0 {
        return to_point.0.hypot(to_point.1);
    }
    let share = (to_point.0 * along.0 + to_point.1 * along.1) / length;
    let share = share.clamp(0.0, 1.0);
    (to_point.0 - along.0 * share).hypot(to_point.1 - along.1 * share)
}

fn minus(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    (one.0 - other.0, one.1 - other.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simplified(line: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
        let told = line.iter().zip(significances(line));
        let kept = told.filter(|(_, told)| *told > tolerance);
        kept.map(|(point, _)| *point).collect()
    }

    #[test]
    fn a_closed_line_stays_open_to_its_farthest_point() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)];
        assert_eq!(simplified(&square, 1.0), square);
        assert_eq!(
            simplified(&square, 9.0),
            [(0.0, 0.0), (4.0, 4.0), (0.0, 0.0)]
        );
        assert_eq!(simplified(&[], 1.0), []);
        assert_eq!(simplified(&square[..1], 1.0), [(0.0, 0.0)]);
    }

    proptest! {
        #[test]
        fn every_point_stays_within_the_tolerance_and_the_ends_where_they_are(
            line in prop::collection::vec((0.0..100.0_f64, 0.0..100.0_f64), 2..60),
            tolerance in 0.1..20.0_f64,
        ) {
            let kept = simplified(&line, tolerance);
            prop_assert_eq!(kept.first(), line.first());
            prop_assert_eq!(kept.last(), line.last());
            for point in line {
                let off = kept.windows(2).map(|ends| distance(point, (ends[0], ends[1])));
                let off = off.fold(f64::INFINITY, f64::min);
                prop_assert!(off <= tolerance + 1e-9, "{off}");
            }
        }
    }
}
