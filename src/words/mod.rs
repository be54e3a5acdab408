//! The words of the page in each language, and numbers as text.
//!
//! A language is one table in one file: another is a new file with every field of
//! [`Messages`] filled in, named in [`LANGUAGES`] and [`COMPLETE_LANGUAGES`]; nothing else changes, unless it
//! counts by a [`PluralRule`] of its own. The page carries no table: it loads the one of its reader
//! ([`Messages::to_language_file`]), so that no language weighs on the others.
//!
//! Khmer and Thai wait to be filled in: each message that one of them lacks is the English one.
//!
//! One word a thing, in every message:
//!
//! | thing | English | Indonesian | French | Arabic |
//! |---|---|---|---|---|
//! | what the map and the table list | place | tempat | lieu | مكان |
//! | a number of any kind | figure | angka | chiffre | رقم |
//! | a figure that a source printed | published figure | angka resmi | chiffre publié | رقم منشور |
//! | what the model works out | estimate | perkiraan | estimation | تقدير |
//! | the distribution that others repeat | pattern | pola | profil | نمط |
//! | a part of all, 0 to 100% | share | bagian | part | نسبة |
//! | a share as a number | percent | persen | pour cent | في المائة |
//! | the time that a figure speaks of | period | periode | période | فترة |
//! | what narrows the view | filter | filter | filtre | تصفية |
//! | who printed a figure | source | sumber | source | مصدر |
//! | a numbered edition of a dataset | release | rilis | version | إصدار |
//! | what a dataset holds | data | data | données | معطيات |
//! | what is picked of a dimension | category | kategori | modalité | فئة |
//!
//! The kinds of places, and what is counted, are words of a dataset, never of a message.

mod ar;
#[cfg(test)]
mod cldr;
mod document_words;
mod en;
mod fact_words;
mod fr;
mod id;
mod interpolate;
mod km;
mod letter;
mod list;
mod messages;
mod number;
mod offline_words;
mod plural;
mod range_dash;
mod th;

pub use document_words::{DocumentWords, document_words};
pub use fact_words::{FactWords, fact_words};
pub use interpolate::{Piece, interpolate, interpolated};
pub use letter::{large, small};
pub use messages::Messages;
pub use number::{NumberForm, plain_number, telling_decimals};
pub use offline_words::{OfflineWords, offline_words};
pub use plural::{Plural, PluralCategory, PluralRule};
pub use range_dash::{unbroken, with_range_dash};

/// Every language that a site can speak, the default first; those that are not yet translated last.
pub static LANGUAGES: [&Messages; 6] = [
    &id::MESSAGES,
    &en::MESSAGES,
    &fr::MESSAGES,
    &ar::MESSAGES,
    &km::MESSAGES,
    &th::MESSAGES,
];

/// The languages in which every message is said, the default first: those of a site that names none.
pub static COMPLETE_LANGUAGES: [&Messages; 4] =
    [&id::MESSAGES, &en::MESSAGES, &fr::MESSAGES, &ar::MESSAGES];

/// The codes of the languages, the default first.
pub static LANGUAGE_CODES: [&str; 6] = [
    id::MESSAGES.code,
    en::MESSAGES.code,
    fr::MESSAGES.code,
    ar::MESSAGES.code,
    km::MESSAGES.code,
    th::MESSAGES.code,
];

/// Code and own name of each language, the default first.
pub static LANGUAGE_NAMES: [(&str, &str); 6] = [
    (id::MESSAGES.code, id::MESSAGES.name),
    (en::MESSAGES.code, en::MESSAGES.name),
    (fr::MESSAGES.code, fr::MESSAGES.name),
    (ar::MESSAGES.code, ar::MESSAGES.name),
    (km::MESSAGES.code, km::MESSAGES.name),
    (th::MESSAGES.code, th::MESSAGES.name),
];

/// The language that a reader of another is shown: that one where it is offered, else English, else the first.
#[must_use]
pub fn nearest<'a>(wanted: &'a str, offered: &[&'a str]) -> &'a str {
    let known = [wanted, en::MESSAGES.code].into_iter();
    let mut known = known.chain(offered.first().copied());
    let found = known.find(|lang| offered.contains(lang));
    found.unwrap_or(wanted)
}

/// Which way a language is written, as `dir` of HTML has it.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    if lang == ar::MESSAGES.code {
        "rtl"
    } else {
        "ltr"
    }
}

/// The words for a language; the default's where the site does not have it.
#[must_use]
pub fn messages(lang: &str) -> &'static Messages {
    LANGUAGES
        .into_iter()
        .find(|messages| messages.code == lang)
        .unwrap_or(LANGUAGES[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Messages that are the same words in two languages.
    const SAME: [(&str, &str, &[&str]); 6] = [
        (
            "id",
            "en",
            &["menu", "total", "col_status", "as_rate", "about_reached"],
        ),
        ("id", "fr", &["menu", "total"]),
        ("id", "ar", &[]),
        (
            "en",
            "fr",
            &[
                "menu",
                "total",
                "col_code",
                "about_source",
                "about_notes",
                "about_licences",
                "class_method",
                "source",
                "cite",
            ],
        ),
        ("en", "ar", &[]),
        ("fr", "ar", &[]),
    ];

    /// Blanks for names of which a language does not know the gender.
    const NAMES: [&str; 8] = [
        "{place}",
        "{where}",
        "{base}",
        "{whole}",
        "{name}",
        "{group}",
        "{low_place}",
        "{high_place}",
    ];

    /// Whether a message has words of its own, apart from its blanks.
    fn has_words(message: &str) -> bool {
        let own = message
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |it| it.1));
        own.collect::<String>().contains(char::is_alphabetic)
    }

    /// The names in braces, in alphabetical order.
    fn blanks(message: &str) -> Vec<&str> {
        let opened = message.split('{').skip(1);
        let mut names: Vec<&str> = opened.map(|rest| rest.split('}').next().unwrap()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn whoever_reads_none_of_the_languages_is_shown_english_where_it_is_one() {
        for (wanted, offered, shown) in [
            ("fr", &["id", "fr"][..], "fr"),
            ("ar", &["fr", "en"], "en"),
            ("de", &["id", "fr"], "id"),
            ("de", &[], "de"),
        ] {
            assert_eq!(nearest(wanted, offered), shown, "{wanted} of {offered:?}");
        }
    }

    #[test]
    fn what_the_page_loads_is_what_a_language_says() {
        for words in LANGUAGES {
            let sheet: &'static str = words.to_language_file().leak();
            let read = Messages::from_language_file(sheet).expect("a sheet of this build");
            assert_eq!((read.numbers, read.plurals), (words.numbers, words.plurals));
            assert_eq!(read.plain(), words.plain());
            assert_eq!(read.counted(), words.counted());
            let half = sheet.floor_char_boundary(sheet.len() / 2);
            assert!(Messages::from_language_file(&sheet[..half]).is_none());
        }
        assert!(Messages::from_language_file("").is_none());
    }

    #[test]
    fn every_language_says_everything_with_the_same_blanks() {
        let [default, others @ ..] = COMPLETE_LANGUAGES;
        for other in others {
            for ((name, own), (_, translated)) in default.plain().into_iter().zip(other.plain()) {
                assert_eq!(blanks(own), blanks(translated), "{name} in {}", other.code);
            }
        }
        for words in COMPLETE_LANGUAGES {
            let counted = words.counted().into_iter();
            let variants = counted.flat_map(|(name, message)| {
                let variants = message.variants();
                variants.map(move |(_, text)| (name, text))
            });
            for (name, message) in words.plain().into_iter().chain(variants) {
                let (code, opened) = (words.code, message.matches('{').count());
                assert!(!message.trim().is_empty(), "{name} in {code}");
                assert_eq!(message.trim(), message, "{name} in {code}");
                assert_eq!(opened, message.matches('}').count(), "{name} in {code}");
                assert!(!message.contains("  "), "{name} in {code}");
            }
        }
    }

    #[test]
    fn what_counts_has_every_form_of_its_language_and_the_same_blanks_in_each() {
        // What is spoken of one or two may leave their number out.
        let others = |text: &'static str| {
            let mut names = blanks(text);
            names.retain(|name| *name != "n");
            names
        };
        let [default, ..] = COMPLETE_LANGUAGES;
        for words in COMPLETE_LANGUAGES {
            let forms: Vec<&str> = words
                .plurals
                .categories()
                .iter()
                .map(|it| it.name())
                .collect();
            for ((name, message), (_, default)) in
                words.counted().into_iter().zip(default.counted())
            {
                let (names, texts): (Vec<&str>, Vec<&str>) = message.variants().unzip();
                assert_eq!(names, forms, "{name} in {}", words.code);
                let (_, first) = default.variants().next().unwrap();
                for text in &texts {
                    assert_eq!(others(text), others(first), "{name} in {}", words.code);
                }
                let other = texts.last().unwrap();
                assert!(other.contains("{n}"), "{name} in {}", words.code);
            }
        }
    }

    #[test]
    fn nothing_is_left_untranslated() {
        let mut found = Vec::new();
        for (nth, first) in COMPLETE_LANGUAGES.iter().enumerate() {
            for second in &COMPLETE_LANGUAGES[nth + 1..] {
                let pairs = first.plain().into_iter().zip(second.plain());
                let same = pairs.filter(|((_, own), (_, other))| own == other && has_words(own));
                let names: Vec<&str> = same.map(|((name, _), _)| name).collect();
                found.push((first.code, second.code, names));
            }
        }
        assert_eq!(
            found,
            SAME.map(|(one, other, names)| (one, other, names.to_vec()))
        );
    }

    #[test]
    fn what_a_language_lacks_that_is_not_yet_translated_is_english() {
        let english = messages("en");
        for lang in ["km", "th"] {
            let words = messages(lang);
            let pairs = words.plain().into_iter().zip(english.plain());
            let own: Vec<&str> = (pairs.filter(|(own, english)| own != english))
                .map(|((name, _), _)| name)
                .collect();
            assert_eq!(own, ["code", "name", "privacy"], "{lang}");
            assert_eq!(words.counted(), english.counted(), "{lang}");
            assert!(words.privacy.contains("Not yet translated"), "{lang}");
            assert_eq!(words.plurals.categories(), [PluralCategory::Other]);
        }
    }

    #[test]
    fn arabic_glues_nothing_to_a_blank_and_puts_no_word_before_a_name() {
        let words = messages("ar");
        let counted = words.counted().into_iter();
        let counted =
            counted.flat_map(|(name, message)| message.variants().map(move |it| (name, it.1)));
        for (text_of, text) in words.plain().into_iter().chain(counted) {
            for (at, _) in text.match_indices('{') {
                let before = text[..at].chars().next_back();
                assert!(
                    !before.is_some_and(char::is_alphabetic),
                    "{text_of}: {text}"
                );
            }
            for (at, _) in text.match_indices('}') {
                let after = text[at + 1..].chars().next();
                assert!(!after.is_some_and(char::is_alphabetic), "{text_of}: {text}");
            }
            for name in NAMES {
                for (at, _) in text.match_indices(name) {
                    let before = text[..at].trim_end_matches([' ', '[', '\u{200f}']);
                    let stands_alone =
                        before.is_empty() || before.ends_with(['(', '،', '؛', ':', '«', ']']);
                    assert!(stands_alone, "{text_of}: {text}");
                }
            }
        }
    }

    #[test]
    fn arabic_has_its_own_commas_and_question_marks() {
        let words = messages("ar");
        for (name, text) in words.plain() {
            let foreign = [',', ';', '?', '"', '“', '”'];
            assert!(!text.contains(foreign), "{name}: {text}");
        }
    }

    #[test]
    fn only_arabic_is_written_from_right_to_left() {
        for words in LANGUAGES {
            let is_rtl = direction(words.code) == "rtl";
            assert_eq!(is_rtl, words.code == "ar");
            assert_eq!(is_rtl, !words.numbers.mark.is_empty(), "{}", words.code);
        }
    }

    #[test]
    fn french_signs_stand_apart_from_their_words() {
        let words = messages("fr");
        let counted = words.counted().into_iter();
        let counted =
            counted.flat_map(|(name, message)| message.variants().map(move |it| (name, it.1)));
        let texts = words.plain().into_iter().chain(counted);
        for (name, text) in texts {
            let letters: Vec<char> = text.chars().collect();
            for pair in letters.windows(2) {
                match *pair {
                    [before, ':' | '»'] | ['«', before] => {
                        assert_eq!(before, '\u{a0}', "{name}: {text}");
                    }
                    [before, ';' | '?' | '!'] => {
                        assert_eq!(before, '\u{202f}', "{name}: {text}");
                    }
                    [before, letter] => {
                        assert!(!"'\"“”".contains(letter), "{name}: {text}");
                        assert_ne!((before, letter), (' ', '%'), "{name}: {text}");
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn french_puts_no_word_before_a_name_whose_gender_it_does_not_know() {
        let words = messages("fr");
        for (text_of, text) in words.plain() {
            for name in NAMES {
                for (at, _) in text.match_indices(name) {
                    let before = text[..at].trim_end_matches([' ', '[', '\u{a0}']);
                    let stands_alone =
                        before.is_empty() || before.ends_with(['(', ',', ':', '«', ']']);
                    assert!(stands_alone, "{text_of}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_language_that_the_site_lacks_gets_the_default_s_words() {
        assert_eq!(messages("sv").code, "id");
        assert_eq!(
            LANGUAGE_CODES.map(|code| messages(code).code),
            LANGUAGE_CODES
        );
    }
}
