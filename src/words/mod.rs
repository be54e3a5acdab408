//! The words of the page in each language, and numbers as text.
//!
//! A language is one table in one file: another is a new file with every field of
//! [`Messages`] filled in, named in [`LANGUAGES`]; nothing else changes, unless it counts by a
//! [`PluralRule`] of its own. The page carries no table: it loads the one of its reader
//! ([`Messages::to_language_file`]), so that no language weighs on the others.
//!
//! One word a thing, in every message:
//!
//! | thing | English | Indonesian | French |
//! |---|---|---|---|
//! | what the map and the table list | place | tempat | lieu |
//! | a number of any kind | figure | angka | chiffre |
//! | a figure that a source printed | published figure | angka resmi | chiffre publié |
//! | what the model works out | estimate | perkiraan | estimation |
//! | the distribution that others repeat | pattern | pola | profil |
//! | a part of all, 0 to 100% | share | bagian | part |
//! | a share as a number | percent | persen | pour cent |
//! | the time that a figure speaks of | period | periode | période |
//! | what narrows the view | filter | filter | filtre |
//! | who printed a figure | source | sumber | source |
//! | a numbered edition of a dataset | release | rilis | version |
//!
//! The kinds of places, and what is counted, are words of a dataset, never of a message.

mod document_words;
mod en;
mod fact_words;
mod fr;
mod id;
mod interpolate;
mod letter;
mod list;
mod messages;
mod number;
mod offline_words;
mod plural;
mod range_dash;

pub use document_words::{DocumentWords, document_words};
pub use fact_words::{FactWords, fact_words};
pub use interpolate::{Piece, interpolate, interpolated};
pub use letter::{large, small};
pub use messages::Messages;
pub use number::{NumberForm, plain_number, telling_decimals};
pub use offline_words::{OfflineWords, offline_words};
pub use plural::{Plural, PluralCategory, PluralRule};
pub use range_dash::{unbroken, with_range_dash};

/// Every language of the site, the default first.
pub static LANGUAGES: [&Messages; 3] = [&id::MESSAGES, &en::MESSAGES, &fr::MESSAGES];

/// The codes of the languages, the default first.
pub static LANGUAGE_CODES: [&str; 3] = [id::MESSAGES.code, en::MESSAGES.code, fr::MESSAGES.code];

/// Code and own name of each language, the default first.
pub static LANGUAGE_NAMES: [(&str, &str); 3] = [
    (id::MESSAGES.code, id::MESSAGES.name),
    (en::MESSAGES.code, en::MESSAGES.name),
    (fr::MESSAGES.code, fr::MESSAGES.name),
];

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
    const SAME: [(&str, &str, &[&str]); 3] = [
        (
            "id",
            "en",
            &["menu", "total", "col_status", "as_rate", "about_reached"],
        ),
        ("id", "fr", &["menu", "total"]),
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
        let [default, others @ ..] = LANGUAGES;
        for other in others {
            for ((name, own), (_, translated)) in default.plain().into_iter().zip(other.plain()) {
                assert_eq!(blanks(own), blanks(translated), "{name} in {}", other.code);
            }
        }
        for words in LANGUAGES {
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
        let [default, ..] = LANGUAGES;
        for words in LANGUAGES {
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
        for (nth, first) in LANGUAGES.iter().enumerate() {
            for second in &LANGUAGES[nth + 1..] {
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
        let names = [
            "{place}",
            "{where}",
            "{base}",
            "{whole}",
            "{name}",
            "{group}",
            "{low_place}",
        ];
        for (text_of, text) in words.plain() {
            for name in names {
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
