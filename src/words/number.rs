//! Numbers as text.

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberForm {
    /// Between groups of three digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
    /// Between a number and the sign of its unit ("%", "€"): nothing, or a no-break space.
    pub before_sign: &'static str,
    /// Beside every sign of a number (before "−" and "+", around "%"): nothing, or, in a language that is
    /// written from right to left, the mark without width that keeps the sign on its side (U+200E).
    pub mark: &'static str,
}

/// From here on a number is written with a power of ten: the largest power of ten whose digits, all
/// of them, still fit a `u64`.
const POWER_FROM: f64 = 1e18;

impl NumberForm {
    /// A number with a fixed count of decimals, rounded half away from zero; from 10¹⁸ on with a
    /// power of ten.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let indonesian = NumberForm { group: '.', decimal: ',', before_sign: "", mark: "" };
    /// assert_eq!(indonesian.decimals(17_500_000.0, 0), "17.500.000");
    /// assert_eq!(indonesian.decimals(-1234.56, 1), "-1.234,6");
    /// assert_eq!(indonesian.decimals(2.5e307, 0), "2,5\u{a0}×\u{a0}10³⁰⁷");
    /// ```
    #[must_use]
    pub fn decimals(self, number: f64, decimals: usize) -> String {
        if is_long(number) {
            return self.power_of_ten(number, 2);
        }
        let (negative, whole, fraction) = parts(number, decimals);
        let mut text = if negative {
            self.signed("-", "")
        } else {
            String::new()
        };
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

    /// A number times a power of ten, with up to so many decimals; what is infinite as such, and a dash
    /// for what is no number.
    fn power_of_ten(self, number: f64, decimals: usize) -> String {
        let sign = if number < 0.0 { "-" } else { "" };
        if !number.is_finite() {
            let sign_of = if number.is_nan() { "–" } else { "∞" };
            return self.signed(sign, sign_of);
        }
        let (mantissa, power) = mantissa_and_power(number.abs());
        let mantissa = self.without_last_zeros(&self.decimals(mantissa, decimals));
        let mut raised = String::new();
        for digit in power.to_string().bytes() {
            raised.push(SUPERSCRIPTS[usize::from(digit - b'0')]);
        }
        self.signed(sign, &[&*mantissa, "\u{a0}×\u{a0}10", &raised].concat())
    }

    /// A number and, before it, its sign ("−", "<"); without one, too, where other signs follow.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let arabic = NumberForm { group: '.', decimal: ',', before_sign: "", mark: "\u{200e}" };
    /// assert_eq!(arabic.signed("−", "24,8"), "\u{200e}−24,8");
    /// ```
    #[must_use]
    pub fn signed(self, sign: &str, number: &str) -> String {
        [self.mark, sign, number].concat()
    }

    /// How many there are of something.
    #[must_use]
    pub fn count(self, many: usize) -> String {
        self.decimals(f64::from(u32::try_from(many).unwrap_or(u32::MAX)), 0)
    }

    /// A figure of a cube, with the decimals that it has; with two at most, from 1,000 on with one,
    /// where it has more than six, as a quotient does. What is not zero never reads as zero.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let english = NumberForm { group: ',', decimal: '.', before_sign: "", mark: "" };
    /// assert_eq!(english.figure(1234.125), "1,234.125");
    /// assert_eq!(english.figure(0.3 - 0.1), "0.2");
    /// assert_eq!(english.figure(2.0 / 3.0), "0.67");
    /// ```
    #[must_use]
    pub fn figure(self, number: f64) -> String {
        self.finer_figure(number, 0)
    }

    /// A figure with so many more decimals than it is shown with alone, to tell it from one near it.
    #[must_use]
    pub fn finer_figure(self, number: f64, more: usize) -> String {
        if is_long(number) {
            return self.power_of_ten(number, 2 + more);
        }
        let few = if number.abs() < 1000.0 { 2 } else { 1 };
        let decimals = own_decimals(number).unwrap_or_else(|| telling_decimals(number, few) + more);
        self.without_last_zeros(&self.decimals(number, decimals))
    }

    /// A number with `usual` decimals, where it is too small for them with so many that two of its digits
    /// show, and with `more` besides. What is not zero never reads as zero.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let english = NumberForm { group: ',', decimal: '.', before_sign: "", mark: "" };
    /// assert_eq!(english.telling(12.34, 1, 0), "12.3");
    /// assert_eq!(english.telling(0.000_43, 1, 0), "0.00043");
    /// assert_eq!(english.telling(0.0, 1, 0), "0.0");
    /// ```
    #[must_use]
    pub fn telling(self, number: f64, usual: usize, more: usize) -> String {
        let decimals = telling_decimals(number, usual);
        let text = self.decimals(number, decimals + more);
        if decimals + more > usual && more == 0 {
            return self.without_last_zeros(&text);
        }
        text
    }

    /// A number without the zeros that end its decimals.
    fn without_last_zeros(self, text: &str) -> String {
        if !text.contains(self.decimal) {
            return text.to_owned();
        }
        let text = text.trim_end_matches('0').trim_end_matches(self.decimal);
        text.to_owned()
    }

    /// A share (0 to 1) in percent, with one decimal below 10 %, and below 0.1 % with two digits.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let english = NumberForm { group: ',', decimal: '.', before_sign: "", mark: "" };
    /// assert_eq!(english.percent(0.8600), "86%");
    /// assert_eq!(english.percent(0.034), "3.4%");
    /// assert_eq!(english.percent(0.000_042), "0.0042%");
    /// ```
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        self.finer_percent(share, 0)
    }

    /// A share in percent with so many more decimals, to tell it from one near it.
    #[must_use]
    pub fn finer_percent(self, share: f64, more: usize) -> String {
        let percent = share * 100.0;
        let usual = usize::from(percent > 0.0 && percent < 9.95);
        self.with_unit_sign(&self.telling(percent, usual, more), "%")
    }

    /// A share (0 to 1) in whole percent, as a sentence says it; with one decimal below 1 %, with two below
    /// 0.1 %, and as less than a hundredth of a percent below that.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let english = NumberForm { group: ',', decimal: '.', before_sign: "", mark: "" };
    /// assert_eq!(english.round_percent(0.86), "86%");
    /// assert_eq!(english.round_percent(0.000_42), "0.04%");
    /// assert_eq!(english.round_percent(0.000_042), "<0.01%");
    /// ```
    #[must_use]
    pub fn round_percent(self, share: f64) -> String {
        let percent = share * 100.0;
        if (LEAST..0.005).contains(&percent) {
            let least = self.with_unit_sign(&self.decimals(0.01, 2), "%");
            return self.signed("<", &[self.before_sign, &least].concat());
        }
        let decimals = match percent {
            _ if !(LEAST..0.95).contains(&percent) => 0,
            _ if percent >= 0.095 => 1,
            _ => 2,
        };
        self.with_unit_sign(&self.decimals(percent, decimals), "%")
    }

    /// A number and, after it, the sign of its unit.
    ///
    /// ```
    /// use jangkau::words::NumberForm;
    /// let french = NumberForm { group: '\u{202f}', decimal: ',', before_sign: "\u{a0}", mark: "" };
    /// assert_eq!(french.with_unit_sign("24,8", "%"), "24,8\u{a0}%");
    /// ```
    #[must_use]
    pub fn with_unit_sign(self, number: &str, sign: &str) -> String {
        [number, self.before_sign, self.mark, sign, self.mark].concat()
    }
}

/// What is smaller is what calculating with floats leaves, and shown as nothing.
const LEAST: f64 = 1e-12;

/// How many decimals show a number: `usual`, and where these would leave less than one digit of it as many
/// as show two.
#[must_use]
pub fn telling_decimals(number: f64, usual: usize) -> usize {
    let size = number.abs();
    if !(LEAST..1.0).contains(&size) {
        return usual;
    }
    let mut scaled = (0..usual).fold(size, |scaled, _| scaled * 10.0);
    let mut decimals = usual;
    if scaled < 0.95 {
        while scaled < 9.5 {
            scaled *= 10.0;
            decimals += 1;
        }
    }
    decimals
}

/// A number as programs write it, with a fixed count of decimals, rounded half away from zero; from
/// 10¹⁸ on with an exponent. What is larger than 1.79 × 10³⁰⁸ is that, since programs take no infinity.
///
/// ```
/// use jangkau::words::plain_number;
/// assert_eq!(plain_number(-0.125, 2), "-0.13");
/// assert_eq!(plain_number(2.5e307, 2), "2.50e307");
/// ```
#[must_use]
pub fn plain_number(number: f64, decimals: usize) -> String {
    if is_long(number) {
        let (mantissa, power) = mantissa_and_power(number.abs().min(1.79e308));
        let mantissa = plain_number(mantissa.copysign(number), decimals);
        return [&*mantissa, "e", &power.to_string()].concat();
    }
    let (negative, whole, fraction) = parts(number, decimals);
    let sign = if negative { "-" } else { "" };
    let point = if decimals > 0 { "." } else { "" };
    [sign, &whole, point, &fraction].concat()
}

/// Whether a number is written with a power of ten, or not at all.
fn is_long(number: f64) -> bool {
    number.is_nan() || number.abs() >= POWER_FROM
}

/// The most decimals that a figure is shown with.
const MOST_DECIMALS: usize = 6;

/// How many decimals a number has, of 13 digits at most, but for what adding and subtracting floats
/// leaves at their ends; `None`: more than are shown.
fn own_decimals(number: f64) -> Option<usize> {
    let mut scaled = number.abs();
    if scaled.fract() == 0.0 {
        return Some(0);
    }
    for decimals in 0..=MOST_DECIMALS {
        if scaled >= 1e13 {
            return None;
        }
        if (scaled - scaled.round()).abs() <= scaled * 8.0 * f64::EPSILON {
            return Some(decimals);
        }
        scaled *= 10.0;
    }
    None
}

/// Digits as exponents.
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A finite number of 1 or more as one below 9.995, which two decimals do not round up to ten, and a power of ten.
fn mantissa_and_power(number: f64) -> (f64, u32) {
    let (mut mantissa, mut power) = (number, 0);
    while mantissa >= 9.995 {
        mantissa /= 10.0;
        power += 1;
    }
    (mantissa, power)
}

/// Whether it is below zero, the digits before the decimals, and the decimals, of a number below
/// [`POWER_FROM`]. By whole numbers, because the page would pay for how std writes fractions with four
/// kilobytes.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "numbers below 10^18, and their decimals, are below 2^64"
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
        before_sign: "",
        mark: "",
    };

    const FR: NumberForm = NumberForm {
        group: '\u{202f}',
        decimal: ',',
        before_sign: "\u{a0}",
        mark: "",
    };

    /// A text with its no-break spaces as signs: a narrow one (U+202F) as "_", one of full width
    /// (U+00A0) as "~".
    fn told(text: &str) -> String {
        text.replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    #[test]
    fn french_parts_digits_by_narrow_spaces_and_percent_from_its_number() {
        for (number, decimals, expected) in [
            (999.0, 0, "999"),
            (1000.0, 0, "1_000"),
            (7_533_389.5, 1, "7_533_389,5"),
            (-1234.56, 1, "-1_234,6"),
        ] {
            assert_eq!(told(&FR.decimals(number, decimals)), expected);
        }
        assert_eq!(told(&FR.figure(7_533_389.5)), "7_533_389,5");
        assert_eq!(told(&FR.decimals(2.5e18, 0)), "2,5~×~10¹⁸");
        assert_eq!(
            [0.0, 0.034, 0.248, 12.0].map(|it| told(&FR.percent(it))),
            ["0~%", "3,4~%", "25~%", "1_200~%"]
        );
        assert_eq!(
            [0.248, 0.000_42, 0.000_042].map(|it| told(&FR.round_percent(it))),
            ["25~%", "0,04~%", "<~0,01~%"]
        );
    }

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
    fn a_number_too_long_for_its_digits_is_written_with_a_power_of_ten() {
        let cases = [
            (999_999_999_999_999_872.0, "999.999.999.999.999.872"),
            (1e18, "1 × 10¹⁸"),
            (18_446_744_073_709_551_615.0, "1,84 × 10¹⁹"),
            (9.994e20, "9,99 × 10²⁰"),
            (9.996e20, "1 × 10²¹"),
            (-5e307, "-5 × 10³⁰⁷"),
            (f64::MAX, "1,8 × 10³⁰⁸"),
            (f64::INFINITY, "∞"),
            (f64::NEG_INFINITY, "-∞"),
            (f64::NAN, "–"),
        ];
        for (number, expected) in cases {
            let expected = expected.replace(' ', "\u{a0}");
            assert_eq!(ID.figure(number), expected);
            assert_eq!(ID.decimals(number, 0), expected);
        }
        assert_eq!(ID.percent(5e305), "5 × 10³⁰⁷%".replace(' ', "\u{a0}"));
    }

    #[test]
    fn a_program_reads_a_long_number_back() {
        for number in [1e18, -2.5e19, 9.996e20, 1.79e308, f64::MAX, f64::INFINITY] {
            let text = plain_number(number, 2);
            let read: f64 = text.parse().unwrap();
            let expected = number.min(f64::MAX);
            assert!((read / expected - 1.0).abs() < 0.01, "{number}: {text}");
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
    fn a_figure_has_the_decimals_it_has_and_few_where_it_has_many() {
        let cases = [
            (12.5, "12,5"),
            (8.765_43, "8,76543"),
            (7.0, "7"),
            (106_179.75, "106.179,75"),
            (0.004, "0,004"),
            (0.305 - 0.1, "0,205"),
            (0.1 + 0.2 - 0.3, "0"),
            (0.000_000_4, "0,0000004"),
            (100.0 - 1e-14, "100"),
            (100.0 / 3.0, "33,33"),
            (100_000.0 / 3.0, "33.333,3"),
            (2e12 / 3.0, "666.666.666.666,7"),
        ];
        for (number, expected) in cases {
            assert_eq!(ID.figure(number), expected, "{number}");
        }
    }

    #[test]
    fn a_small_share_is_never_called_nothing() {
        assert_eq!(
            [0.0, 0.000_04, 0.000_041, 0.0001, 0.000_94, 0.000_96, 0.0996].map(|it| ID.percent(it)),
            ["0%", "0,004%", "0,0041%", "0,01%", "0,094%", "0,1%", "10%"]
        );
        assert_eq!(
            [0.0, 0.02, 0.004, 0.0004, 0.000_051, 0.000_049].map(|it| ID.round_percent(it)),
            ["0%", "2%", "0,4%", "0,04%", "0,01%", "<0,01%"]
        );
    }

    #[test]
    fn a_small_number_has_two_digits() {
        let cases = [
            (0.0, "0,0"),
            (0.0004, "0,0004"),
            (0.000_456, "0,00046"),
            (0.0996, "0,1"),
            (-0.004, "-0,004"),
            (0.95, "1,0"),
            (12.04, "12,0"),
        ];
        for (number, expected) in cases {
            assert_eq!(ID.telling(number, 1, 0), expected, "{number}");
        }
        assert_eq!(ID.telling(0.04, 0, 0), "0,04");
        assert_eq!(ID.telling(12.04, 1, 1), "12,04");
        assert_eq!(ID.figure(1.0 / 3e6), "0,00000033");
    }

    proptest::proptest! {
        #[test]
        fn what_is_not_zero_never_reads_as_zero(digits in 1_u32..1000, power in 0_i32..14) {
            let number = f64::from(digits) / 10_f64.powi(power);
            if number >= 1e-11 {
                let percent = [ID.percent(number / 100.0), ID.round_percent(number / 100.0)];
                let texts = [ID.figure(number), ID.telling(number, 1, 0), ID.telling(-number, 0, 0)];
                for text in percent.iter().chain(&texts) {
                    proptest::prop_assert!(text.contains(|it| matches!(it, '1'..='9')), "{number}: {text}");
                }
            }
        }
    }
}
