//! The roundest number between two.

/// The number above `low` and at most `high` that takes the fewest digits to write: a break may
/// lie anywhere in the gap between two classes, so it lies where it reads best.
///
/// Gives `high` where the two are equal or nothing rounder is found in twelve decimals.
pub(super) fn roundest(low: f64, high: f64) -> f64 {
    if low < 0.0 && high >= 0.0 {
        return 0.0;
    }
    let mut step = 1e15;
    while step > 1e-12 {
        for part in [1.0, 2.0] {
            let found = multiple(high, step, part);
            if found > low && found <= high {
                return found;
            }
        }
        step /= 10.0;
    }
    high
}

/// The largest multiple of `step / part` that is at most `value`; divided last, so that it is the
/// float nearest to what is written.
fn multiple(value: f64, step: f64, part: f64) -> f64 {
    if step >= 1.0 {
        let step = step.round() / part;
        (value / step).floor() * step
    } else {
        let inverse = (1.0 / step).round() * part;
        (value * inverse).floor() / inverse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, expected: f64) {
        let found = roundest(low, high);
        assert!((found - expected).abs() < 1e-15, "{low} to {high}: {found}");
    }

    #[test]
    fn a_gap_is_named_by_its_roundest_number() {
        check(11.2, 13.9, 13.0);
        check(14.2, 15.7, 15.0);
        check(98.0, 104.0, 100.0);
        check(0.291, 0.312, 0.3);
        check(0.262, 0.281, 0.28);
        check(1_234.0, 1_612.0, 1_500.0);
        check(-0.4, 0.2, 0.0);
        check(-17.0, -12.0, -15.0);
        check(7.0, 7.0, 7.0);
        check(0.0, 1e-9, 1e-9);
    }
}
