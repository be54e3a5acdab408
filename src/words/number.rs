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
        let plain = format!("{number:.decimals$}");
        let (sign, plain) = plain
            .strip_prefix('-')
            .map_or(("", &*plain), |rest| ("-", rest));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let zero = plain.bytes().all(|byte| byte == b'0' || byte == b'.');
        let mut text = String::from(if zero { "" } else { sign });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text += fraction;
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
