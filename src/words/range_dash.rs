//! The dash between two numbers: "2020–2023".

/// A mark without width at which no line breaks (Unicode U+2060, word joiner).
const JOINER: char = '\u{2060}';

/// A period as a source prints it, with the dash of a range between two years. Dates stay as they are.
///
/// ```
/// use jangkau::words::with_range_dash;
/// assert_eq!(with_range_dash("2020-2022 (to 2022-12-10)"), "2020–2022 (to 2022-12-10)");
/// ```
#[must_use]
pub fn with_range_dash(text: &str) -> String {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let word = |word: &str| match word.split_once('-') {
        Some((first, last)) if is_year(first) && is_year(last) => [first, "–", last].concat(),
        _ => word.to_owned(),
    };
    let words: Vec<String> = text.split(' ').map(word).collect();
    words.join(" ")
}

/// A text as it is shown: no line ends after the dash between two numbers.
///
/// ```
/// use jangkau::words::unbroken;
/// assert_eq!(unbroken("wells, 2020–2023"), "wells, 2020–\u{2060}2023");
/// ```
#[must_use]
pub fn unbroken(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let (mut before, mut after_dash) = (' ', false);
    for letter in text.chars() {
        if after_dash && letter.is_ascii_digit() {
            shown.push(JOINER);
        }
        after_dash = letter == '–' && before.is_ascii_digit();
        shown.push(letter);
        before = letter;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dash_between_two_years_becomes_that_of_a_range() {
        for (printed, expected) in [
            ("2020-2023", "2020–2023"),
            ("2010-2011 to 2021-2022", "2010–2011 to 2021–2022"),
            ("2020 batches 1-11", "2020 batches 1-11"),
            ("2022-12-10", "2022-12-10"),
            ("2020-12", "2020-12"),
            ("2020–2023", "2020–2023"),
        ] {
            assert_eq!(with_range_dash(printed), expected);
        }
    }

    #[test]
    fn a_dash_that_stands_between_words_may_end_a_line() {
        for text in ["6 – 13", "A–B", "–5", "2020-2023", "2020–"] {
            assert_eq!(unbroken(text), text);
        }
        assert_eq!(unbroken("1–4, 18–25"), "1–\u{2060}4, 18–\u{2060}25");
    }
}
