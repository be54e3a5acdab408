//! A number as the text of a file: the one way from `f64` to text that is read back.

use serde_json::Value;

/// Below it a whole number has no fewer digits than its shortest text.
const DIGITS_BELOW: f64 = 1e16;

/// The text with the fewest digits that reads back as the number, the way JSON and CSV write it: a
/// dot before decimals, an exponent from 10¹⁶ on and for the very small. Not finite: `null`.
///
/// # Examples
/// ```
/// use jangkau::formats::number_text;
/// assert_eq!(number_text(0.1), "0.1");
/// assert_eq!(number_text(17_500_000.0), "17500000");
/// assert_eq!(number_text(5e307), "5e+307");
/// ```
#[must_use]
pub fn number_text(number: f64) -> String {
    number_value(number).to_string()
}

/// The number as JSON; whole numbers without decimals. Not finite: `null`.
#[allow(clippy::cast_possible_truncation, reason = "whole, and below 10^16")]
pub(crate) fn number_value(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < DIGITS_BELOW {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

/// The number that a text is, with a decimal point; `None` of any other text, words for infinity too.
pub(super) fn number_from_text(text: &str) -> Option<f64> {
    let is_part =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
    if !text.bytes().all(is_part) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A number for a message, with three decimals at most, from 10¹⁵ on as "about" a power of ten.
/// (What writes all digits would weigh more in the page than the rest of the reader.)
#[allow(clippy::cast_possible_truncation, reason = "below 10^15")]
pub(super) fn number_for_message(number: f64) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let (mut size, mut power) = (number.abs(), 0);
    if size >= 1e15 {
        while size >= 10.0 {
            size /= 10.0;
            power += 1;
        }
        return format!("about {sign}{}e{power}", size as i64);
    }
    let text = format!(
        "{sign}{}.{:03}",
        size as i64,
        (size.fract() * 1000.0) as i64
    );
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The digits of a text, without those that say only how large it is.
    fn digits(text: &str) -> String {
        let mantissa = text.split('e').next().unwrap_or_default();
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        digits.trim_matches('0').to_owned()
    }

    #[track_caller]
    fn check(number: f64, expected: &str) {
        assert_eq!(number_text(number), expected);
    }

    #[test]
    fn a_number_is_written_as_a_person_would() {
        check(0.0, "0");
        check(-0.0, "0");
        check(-12.5, "-12.5");
        check(0.1 + 0.2, "0.30000000000000004");
        check(4_294_967_296.0, "4294967296");
        check(9_007_199_254_740_994.0, "9007199254740994");
        check(1e16, "1e+16");
        check(1e308, "1e+308");
        check(5e-324, "5e-324");
        check(f64::INFINITY, "null");
    }

    #[test]
    fn a_message_never_names_a_number_that_is_not_there() {
        let cases = [
            (0.0, "0"),
            (-2.25, "-2.25"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "about 1e15"),
            (-1.8e300, "about -1e300"),
        ];
        for (number, expected) in cases {
            assert_eq!(number_for_message(number), expected);
        }
    }

    proptest! {
        #[test]
        fn the_text_is_the_shortest_that_reads_back(number in any::<f64>()) {
            prop_assume!(number.is_finite());
            let text = number_text(number);
            let read: f64 = text.parse().unwrap();
            prop_assert_eq!(read.to_bits(), (number + 0.0).to_bits());
            // What std writes with an exponent has the fewest digits.
            prop_assert_eq!(digits(&text).len(), digits(&format!("{number:e}")).len());
        }

        #[test]
        fn a_published_decimal_comes_back_as_it_was_written(
            whole in -1_000_000_000_i64..1_000_000_000, part in 1..1000_u32,
        ) {
            let written = format!("{whole}.{part:03}");
            let text = number_text(written.parse().unwrap());
            prop_assert_eq!(text, written.trim_end_matches('0'));
        }
    }
}
