//! What Unicode CLDR 48 has of the languages: numbers, percents and plurals, as Node.js 20 with ICU 78.2 writes
//! them for `id`, `en`, `fr`, `ar-MA`, `km` and `th`. No message has a date in words, so that there are none.

use super::PluralCategory::{self, Few, Many, One, Other, Two, Zero};
use super::{LANGUAGES, NumberForm, messages};

/// Language, 7533389.5, 24.8 % and -12.
const NUMBERS: [(&str, &str, &str, &str); 6] = [
    ("id", "7.533.389,5", "24,8%", "-12"),
    ("en", "7,533,389.5", "24.8%", "-12"),
    ("fr", "7\u{202f}533\u{202f}389,5", "24,8\u{a0}%", "-12"),
    ("ar", "7.533.389,5", "24,8\u{200e}%\u{200e}", "\u{200e}-12"),
    ("km", "7,533,389.5", "24.8%", "-12"),
    ("th", "7,533,389.5", "24.8%", "-12"),
];

/// Cardinal plurals; those of the languages that have no other form than one are left out.
const PLURALS: [(&str, &[(f64, PluralCategory)]); 3] = [
    (
        "en",
        &[(0.0, Other), (1.0, One), (1.5, Other), (2.0, Other)],
    ),
    (
        "fr",
        &[
            (0.0, One),
            (1.5, One),
            (2.0, Other),
            (1e6, Many),
            (1e6 + 1.0, Other),
        ],
    ),
    (
        "ar",
        &[
            (0.0, Zero),
            (1.0, One),
            (2.0, Two),
            (3.0, Few),
            (10.0, Few),
            (11.0, Many),
            (99.0, Many),
            (100.0, Other),
            (101.0, Other),
            (102.0, Other),
            (103.0, Few),
            (111.0, Many),
            (1e6, Other),
            (3.5, Other),
        ],
    ),
];

#[test]
fn numbers_and_percents_are_written_as_cldr_48_has_them() {
    assert_eq!(LANGUAGES.map(|words| words.code), NUMBERS.map(|it| it.0));
    for (lang, number, percent, negative) in NUMBERS {
        let numbers: NumberForm = messages(lang).numbers;
        let written = [
            numbers.figure(7_533_389.5),
            numbers.with_unit_sign(&numbers.figure(24.8), "%"),
            numbers.figure(-12.0),
        ];
        assert_eq!(written, [number, percent, negative], "{lang}");
    }
}

#[test]
fn numbers_take_the_plurals_that_cldr_48_gives_them() {
    for (lang, samples) in PLURALS {
        let words = messages(lang);
        for (number, expected) in samples {
            let written = words.numbers.figure(*number);
            assert_eq!(words.category(&written), *expected, "{lang}: {written}");
        }
    }
    for lang in ["id", "km", "th"] {
        let words = messages(lang);
        for number in [0.0, 1.0, 2.0, 3.0, 11.0, 100.0, 1.5] {
            assert_eq!(words.category(&words.numbers.figure(number)), Other);
        }
    }
}
