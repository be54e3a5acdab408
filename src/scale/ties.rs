//! Values in order, equal ones together.

/// A value and how often it occurs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tie {
    pub(super) value: f64,
    pub(super) times: f64,
}

/// The distinct finite values, ascending.
pub(super) fn ties(values: impl Iterator<Item = f64>) -> Vec<Tie> {
    let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    shell_sort(&mut values);
    let mut ties: Vec<Tie> = Vec::new();
    for value in values {
        match ties.last_mut() {
            Some(tie) if tie.value >= value => tie.times += 1.0,
            _ => ties.push(Tie { value, times: 1.0 }),
        }
    }
    ties
}

/// Ascending, by Shell's method (Knuth 1973, vol. 3, 5.2.1): the page pays for every sort of std
/// in kilobytes, and a map has a thousand values at most.
fn shell_sort(values: &mut [f64]) {
    let mut gap = values.len();
    while gap > 1 {
        gap = gap / 3 + 1;
        if gap == values.len() {
            gap = 1;
        }
        for end in gap..values.len() {
            let mut at = end;
            while at >= gap && values[at - gap] > values[at] {
                values.swap(at - gap, at);
                at -= gap;
            }
        }
        if gap == 1 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_left_out_and_both_zeros_are_one_value() {
        let found = ties([f64::NAN, 0.0, f64::INFINITY, -0.0, 2.0].into_iter());
        let found: Vec<(f64, f64)> = found.iter().map(|tie| (tie.value, tie.times)).collect();
        assert_eq!(found, [(0.0, 2.0), (2.0, 1.0)]);
    }

    proptest! {
        #[test]
        fn any_values_end_up_ascending(mut values in prop::collection::vec(-9.0..9.0_f64, 0..90)) {
            let mut expected = values.clone();
            expected.sort_by(f64::total_cmp);
            shell_sort(&mut values);
            prop_assert_eq!(values, expected);
        }
    }
}
