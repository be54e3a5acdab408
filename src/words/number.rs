//! Numbers as text.

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberForm {
    /// Between groups of three digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
}

impl NumberForm {
    /// A number with a fixed count of decimals, rounded half away from zero.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let indonesian = NumberForm { group: '.', decimal: ',' };
    /// assert_eq!(indonesian.decimals(17_500_000.0, 0), "17.500.000");
    /// assert_eq!(indonesian.decimals(-1234.56, 1), "-1.234,6");
    /// ```
    #[must_use]
    pub fn decimals(self, number: f64, decimals: usize) -> String {
        let (negative, whole, fraction) = parts(number, decimals);
        let mut text = String::from(if negative { "-" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(self.group);
            }
            text.push(digit);
        }
        if decimals > 0 {
            text.push(self.decimal);
            text += &fraction;
        }
        text
    }

    /// A figure of a cube: whole where it is whole, else with up to two decimals.
    #[must_use]
    pub fn figure(self, number: f64) -> String {
        if number.fract() == 0.0 {
            return self.decimals(number, 0);
        }
        let text = self.decimals(number, if number.abs() < 1000.0 { 2 } else { 1 });
        text.trim_end_matches('0')
            .trim_end_matches(self.decimal)
            .to_owned()
    }

    /// A share (0 to 1) in percent, with one decimal below 10 %.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let english = NumberForm { group: ',', decimal: '.' };
    /// assert_eq!(english.percent(0.8600), "86%");
    /// assert_eq!(english.percent(0.034), "3.4%");
    /// assert_eq!(english.percent(0.0004), "<0.1%");
    /// ```
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let percent = share * 100.0;
        if percent > 0.0 && percent < 0.05 {
            return format!("<{}%", self.decimals(0.1, 1));
        }
        let decimals = usize::from(percent > 0.0 && percent < 9.95);
        format!("{}%", self.decimals(percent, decimals))
    }

    /// A share (0 to 1) in whole percent, as a sentence says it; one decimal below 1 %.
    #[must_use]
    pub fn round_percent(self, share: f64) -> String {
        if share > 0.0 && share < 0.0095 {
            self.percent(share)
        } else {
            format!("{}%", self.decimals(share * 100.0, 0))
        }
    }
}

/// A number as programs write it, with a fixed count of decimals, rounded half away from zero.
///
/// ```
/// assert_eq!(jangkau::words::plain_number(-0.125, 2), "-0.13");
/// ```
#[must_use]
pub fn plain_number(number: f64, decimals: usize) -> String {
    let (negative, whole, fraction) = parts(number, decimals);
    let sign = if negative { "-" } else { "" };
    let point = if decimals > 0 { "." } else { "" };
    [sign, &whole, point, &fraction].concat()
}

/// Whether it is below zero, the digits before the decimals, and the decimals. By whole numbers,
/// because the page would pay for how std writes fractions with four kilobytes.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "figures are far below 2^64, and `as` stops there"
)]
fn parts(number: f64, decimals: usize) -> (bool, String, String) {
    let ten = (0..decimals).fold(1, |ten, _| ten * 10_u64);
    let (whole, fraction) = (number.abs().trunc(), number.abs().fract());
    let scaled = (fraction * ten as f64).round() as u64;
    let whole = whole as u64 + scaled / ten;
    let scaled = scaled % ten;
    let digits = (ten + scaled).to_string();
    (
        number < 0.0 && whole + scaled > 0,
        whole.to_string(),
        digits[1..].to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: NumberForm = NumberForm {
        group: '.',
        decimal: ',',
    };

    #[test]
    fn a_number_is_grouped_by_threes() {
        let cases = [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1.000"),
            (-0.2, "0"),
            (17_500_000.0, "17.500.000"),
        ];
        for (number, expected) in cases {
            assert_eq!(ID.decimals(number, 0), expected);
        }
    }

    #[test]
    fn decimals_are_rounded_half_away_from_zero_and_carried() {
        let cases = [
            (0.25, 1, "0,3"),
            (-2.5, 0, "-3"),
            (9.996, 2, "10,00"),
            (999.96, 1, "1.000,0"),
            (0.05, 2, "0,05"),
            (-0.04, 1, "0,0"),
        ];
        for (number, decimals, expected) in cases {
            assert_eq!(ID.decimals(number, decimals), expected, "{number}");
        }
    }

    #[test]
    fn a_fraction_keeps_only_the_decimals_it_has() {
        assert_eq!(
            [ID.figure(12.5), ID.figure(8.765_43), ID.figure(7.0)],
            ["12,5", "8,77", "7"]
        );
    }

    #[test]
    fn a_small_share_is_never_called_nothing() {
        assert_eq!(
            [ID.percent(0.0), ID.percent(0.0001), ID.percent(0.0996)],
            ["0%", "<0,1%", "10%"]
        );
        assert_eq!(
            [ID.round_percent(0.02), ID.round_percent(0.004)],
            ["2%", "0,4%"]
        );
    }
}
