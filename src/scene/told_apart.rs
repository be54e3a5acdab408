//! The numbers of a legend or a scale: no two that differ read alike.

/// With more decimals than these, two floats are the same.
const MOST: usize = 12;

/// Numbers in ascending order as text, each with the fewest decimals more that tell all of them apart;
/// `text` writes a number with so many more.
pub(super) fn told_apart(numbers: &[f64], text: &dyn Fn(f64, usize) -> String) -> Vec<String> {
    let mut more = 0;
    loop {
        let texts: Vec<String> = numbers.iter().map(|number| text(*number, more)).collect();
        let mut pairs = numbers.windows(2).zip(texts.windows(2));
        let is_apart =
            pairs.all(|(numbers, texts)| numbers[0] >= numbers[1] || texts[0] != texts[1]);
        if is_apart || more == MOST {
            return texts;
        }
        more += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::measures::finer_number_text;
    use super::*;
    use crate::view_state::Quantity;
    use crate::words::messages;

    fn texts(quantity: Quantity, numbers: &[f64]) -> Vec<String> {
        let words = messages("en");
        told_apart(numbers, &|number, more| {
            finer_number_text(quantity, (number, more), words)
        })
    }

    #[test]
    fn numbers_near_each_other_get_the_digits_that_part_them() {
        assert_eq!(texts(Quantity::Rate, &[12.0, 12.3]), ["12.0", "12.3"]);
        assert_eq!(
            texts(Quantity::Rate, &[12.01, 12.04, 14.0]),
            ["12.01", "12.04", "14.00"]
        );
        assert_eq!(
            texts(Quantity::Share, &[0.0, 0.000_05, 0.0001]),
            ["0%", "0.005%", "0.01%"]
        );
        assert_eq!(texts(Quantity::Share, &[0.101, 0.102]), ["10.1%", "10.2%"]);
        assert_eq!(texts(Quantity::Index, &[0.0, 0.2, 1.0]), ["0", "0.2", "1"]);
        assert_eq!(
            texts(Quantity::Count, &[0.33, 1.0 / 3.0]),
            ["0.33", "0.333"]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_two_bounds_of_a_scale_read_alike_and_none_but_zero_as_zero(
            digits in proptest::collection::btree_set(0_u32..100_000, 2..9), power in 0_i32..8, nth in 0..4_usize,
        ) {
            let numbers: Vec<f64> = digits.iter().map(|it| f64::from(*it) / 10_f64.powi(power)).collect();
            let texts = texts(Quantity::ALL[nth], &numbers);
            for (at, text) in texts.iter().enumerate() {
                proptest::prop_assert!(!texts[..at].contains(text), "{texts:?}");
                let is_zero = !text.contains(|it| matches!(it, '1'..='9'));
                proptest::prop_assert_eq!(is_zero, numbers[at] == 0.0, "{:?}", &texts);
            }
        }
    }
}
