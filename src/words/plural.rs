//! Messages that count, in the plural forms of a language.
//!
//! The forms are the cardinal plural categories of Unicode CLDR (UTS #35, part 3, "Language Plural
//! Rules"; release 48), chosen by the number as it is written: "1 point", "1.0 points".

use super::{Messages, interpolate};

/// A plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralCategory {
    /// Nothing, in Arabic.
    Zero,
    /// One, and what is spoken of like it.
    One,
    /// Two, in Arabic.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Every other number.
    Other,
}

impl PluralCategory {
    /// The name that CLDR gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Which numbers take which category in a language. A language whose rule is none of these adds it
/// here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralRule {
    /// One form for every number: Indonesian, Khmer, Thai, Vietnamese.
    Uniform,
    /// 1 without decimals, and the rest: English, German, Swahili, Urdu.
    OneOrMore,
    /// Below 2, whole millions, and the rest: French.
    French,
    /// All six: Arabic.
    Arabic,
}

impl PluralRule {
    /// Every rule, in the order of their [keys](Self::key).
    const ALL: [Self; 4] = [Self::Uniform, Self::OneOrMore, Self::French, Self::Arabic];

    /// The categories that messages need, the last for what no other takes.
    #[must_use]
    pub fn categories(self) -> &'static [PluralCategory] {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        match self {
            Self::Uniform => &[Other],
            Self::OneOrMore => &[One, Other],
            Self::French => &[One, Many, Other],
            Self::Arabic => &[Zero, One, Two, Few, Many, Other],
        }
    }

    /// The category of a number, as CLDR 48 prints the rules.
    fn category(self, number: &Written) -> PluralCategory {
        let Written {
            whole,
            decimals,
            fraction,
        } = *number;
        match self {
            Self::OneOrMore if whole == 1 && decimals == 0 => PluralCategory::One,
            Self::French if whole < 2 => PluralCategory::One,
            Self::French if whole % 1_000_000 == 0 && decimals == 0 => PluralCategory::Many,
            Self::Arabic if !fraction => match (whole, whole % 100) {
                (0, _) => PluralCategory::Zero,
                (1, _) => PluralCategory::One,
                (2, _) => PluralCategory::Two,
                (_, 3..=10) => PluralCategory::Few,
                (_, 11..) => PluralCategory::Many,
                _ => PluralCategory::Other,
            },
            Self::Uniform | Self::OneOrMore | Self::French | Self::Arabic => PluralCategory::Other,
        }
    }

    /// How the words that the page loads name it.
    pub(super) fn key(self) -> char {
        match self {
            Self::Uniform => '0',
            Self::OneOrMore => '1',
            Self::French => '2',
            Self::Arabic => '3',
        }
    }

    /// Reads [`PluralRule::key`].
    pub(super) fn from_key(key: char) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.key() == key)
    }
}

/// What the rules read of a number as it is written.
struct Written {
    /// The number before the decimals; of one above 10^12 only that it is large, and its last six
    /// digits.
    whole: u64,
    /// How many decimals are written.
    decimals: usize,
    /// Whether any of them is not 0.
    fraction: bool,
}

impl Written {
    /// Of the first number of a text.
    fn of(text: &str, [group, decimal]: [char; 2]) -> Self {
        const MILLION: u64 = 1_000_000;
        let is_digit = |letter: char| letter.is_ascii_digit();
        let number = &text[text.find(is_digit).unwrap_or(text.len())..];
        let ends = |letter: char| !is_digit(letter) && letter != group && letter != decimal;
        let number = &number[..number.find(ends).unwrap_or(number.len())];
        let (whole, fraction) = number.split_once(decimal).unwrap_or((number, ""));
        let digits = |letter: char| letter.to_digit(10).map(u64::from);
        let whole = whole.chars().filter_map(digits).fold(0, |whole, digit| {
            let whole = whole * 10 + digit;
            if whole < MILLION * MILLION {
                whole
            } else {
                MILLION + whole % MILLION
            }
        });
        let fraction: Vec<u64> = fraction.chars().filter_map(digits).collect();
        Self {
            whole,
            decimals: fraction.len(),
            fraction: fraction.iter().any(|digit| *digit > 0),
        }
    }
}

/// A message that counts: its variants as "one: {n} place | other: {n} places", each with the name
/// of its category. It says nothing without its number: [`Messages::count`], [`Messages::amount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural(pub(super) &'static str);

impl Plural {
    /// Names of categories and texts, in the order of the language file.
    pub(super) fn variants(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let variants = self.0.split(" | ");
        variants.filter_map(|variant| variant.split_once(": "))
    }

    fn variant(self, category: PluralCategory) -> &'static str {
        let of = |wanted: PluralCategory| {
            let mut variants = self.variants();
            variants.find(|(name, _)| *name == wanted.name())
        };
        let found = of(category).or_else(|| of(PluralCategory::Other));
        found.map_or("", |(_, text)| text)
    }
}

impl Messages {
    /// A message that counts whole things; `values` fill its other blanks.
    #[must_use]
    pub fn count(&self, message: Plural, n: usize, values: &[(&str, &str)]) -> String {
        self.amount(message, &self.numbers.count(n), values)
    }

    /// A message about a number as [`Messages::numbers`] writes it, with or without a sign;
    /// `values` fill its other blanks.
    #[must_use]
    pub fn amount(&self, message: Plural, number: &str, values: &[(&str, &str)]) -> String {
        let message = message.variant(self.category(number));
        interpolate(message, &[&[("n", number)], values].concat())
    }

    /// The category of a number as [`Messages::numbers`] writes it; of a text with several, of the first.
    #[must_use]
    pub fn category(&self, number: &str) -> PluralCategory {
        let number = Written::of(number, [self.numbers.group, self.numbers.decimal]);
        self.plurals.category(&number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{COMPLETE_LANGUAGES, messages};

    /// Numbers and their categories, as CLDR 48 lists samples for each rule.
    #[track_caller]
    fn check(rule: PluralRule, samples: &[(&str, PluralCategory)]) {
        for (number, expected) in samples {
            let written = Written::of(number, [',', '.']);
            assert_eq!(rule.category(&written), *expected, "{number} by {rule:?}");
            assert!(rule.categories().contains(expected), "{number} by {rule:?}");
        }
    }

    #[test]
    fn a_number_takes_the_category_that_cldr_gives_it() {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        check(
            PluralRule::Uniform,
            &[("0", Other), ("1", Other), ("2", Other)],
        );
        let english = [
            ("0", Other),
            ("1", One),
            ("2", Other),
            ("1.0", Other),
            ("1.5", Other),
            ("21", Other),
            ("−1", One),
            ("1,000,001", Other),
            ("about 1 m2", One),
        ];
        check(PluralRule::OneOrMore, &english);
        let french = [
            ("0", One),
            ("1.5", One),
            ("2", Other),
            ("999,999", Other),
            ("1,000,000", Many),
            ("1,000,001", Other),
            ("1,000,000.0", Other),
        ];
        check(PluralRule::French, &french);
        let arabic = [
            ("0", Zero),
            ("1", One),
            ("1.0", One),
            ("2", Two),
            ("3", Few),
            ("110", Few),
            ("11", Many),
            ("1,099", Many),
            ("100", Other),
            ("102", Other),
            ("0.1", Other),
        ];
        check(PluralRule::Arabic, &arabic);
        // More than any integer of the machine holds.
        let large = ["1", &",000".repeat(40)].concat();
        check(PluralRule::French, &[(&large, Many)]);
        check(PluralRule::OneOrMore, &[(&large, Other)]);
    }

    #[test]
    fn what_is_counted_agrees_with_its_number() {
        for (n, expected) in [
            (
                0,
                [
                    "0 tempat ditemukan",
                    "0 places found",
                    "0 lieu trouvé",
                    "لم يُعثر على أي مكان",
                ],
            ),
            (
                1,
                [
                    "1 tempat ditemukan",
                    "1 place found",
                    "1 lieu trouvé",
                    "عُثر على مكان واحد",
                ],
            ),
            (
                2,
                [
                    "2 tempat ditemukan",
                    "2 places found",
                    "2 lieux trouvés",
                    "عُثر على مكانين",
                ],
            ),
            (
                1_205,
                [
                    "1.205 tempat ditemukan",
                    "1,205 places found",
                    "1~205 lieux trouvés",
                    "عُثر على 1.205 أماكن",
                ],
            ),
            (
                75,
                [
                    "75 tempat ditemukan",
                    "75 places found",
                    "75 lieux trouvés",
                    "عُثر على 75 مكانًا",
                ],
            ),
            (
                2_000_000,
                [
                    "2.000.000 tempat ditemukan",
                    "2,000,000 places found",
                    "2~000~000 de lieux trouvés",
                    "عُثر على 2.000.000 مكان",
                ],
            ),
        ] {
            let found = COMPLETE_LANGUAGES.map(|words| words.count(words.search_found, n, &[]));
            assert_eq!(found, expected.map(|text| text.replace('~', "\u{202f}")));
        }
        let [english, french, arabic] = ["en", "fr", "ar"].map(messages);
        for (number, expected) in [
            ("0", "0 points"),
            ("+1", "+1 point"),
            ("1.0", "1.0 points"),
            ("−2", "−2 points"),
        ] {
            assert_eq!(english.amount(english.points, number, &[]), expected);
        }
        for (number, expected) in [
            ("0", "0 point"),
            ("+1,9", "+1,9 point"),
            ("−2", "−2 points"),
            ("12,5", "12,5 points"),
        ] {
            assert_eq!(french.amount(french.points, number, &[]), expected);
        }
        for (number, expected) in [
            ("0", "0 نقطة"),
            ("\u{200e}−2", "\u{200e}−2 نقطة"),
            ("3", "3 نقط"),
            ("\u{200e}+12", "\u{200e}+12 نقطة"),
            ("3,5", "3,5 نقطة"),
        ] {
            assert_eq!(arabic.amount(arabic.points, number, &[]), expected);
        }
    }

    #[test]
    fn a_language_of_six_forms_has_each_of_them_said() {
        let places = Plural(
            "zero: none | one: a place | two: both | few: {n} few | many: {n} many | other: {n}",
        );
        let texts = [0, 1, 2, 3, 11, 100].map(|n: u64| {
            let written = n.to_string();
            let category = PluralRule::Arabic.category(&Written::of(&written, [',', '.']));
            interpolate(places.variant(category), &[("n", &written)])
        });
        assert_eq!(
            texts,
            ["none", "a place", "both", "3 few", "11 many", "100"]
        );
    }

    #[test]
    fn every_rule_is_read_back_by_its_key() {
        for rule in PluralRule::ALL {
            assert_eq!(PluralRule::from_key(rule.key()), Some(rule));
        }
        assert_eq!(PluralRule::from_key('x'), None);
    }
}
