//! A number with the digits that it was printed with.

/// The most digits of a number.
const DIGITS: usize = 18;

/// A number as it was printed, without separators of thousands and with a decimal point: `35.90` keeps its zero.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PrintedNumber(Box<str>);

impl PrintedNumber {
    /// A text of digits, with a sign before them and a decimal point among them at most; `None` of any other.
    ///
    /// ```
    /// use jangkau::fact_list::PrintedNumber;
    /// let number = PrintedNumber::new("35.90").expect("a number");
    /// assert_eq!((number.as_str(), number.value(), number.decimals()), ("35.90", 35.9, 2));
    /// assert_eq!(PrintedNumber::new("10,128"), None);
    /// assert_eq!(PrintedNumber::new("1e5"), None);
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        let is_number = are_digits(whole) && are_digits(decimals) && digits.len() <= DIGITS;
        is_number.then(|| Self(text.into()))
    }

    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.0.parse().unwrap_or_default()
    }

    /// How many digits it has after the point.
    #[must_use]
    pub fn decimals(&self) -> u8 {
        let decimals = self.0.split_once('.').map_or(0, |(_, it)| it.len());
        u8::try_from(decimals).unwrap_or(u8::MAX)
    }
}
