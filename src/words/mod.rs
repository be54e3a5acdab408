//! The words of the page in each language, and numbers as text.
//!
//! A language is one table in one file: a third one is a new file with every field of
//! [`Messages`] filled in, named in [`LANGUAGES`]; nothing else changes. The page carries no table:
//! it loads the one of its reader ([`Messages::to_sheet`]), so that no language weighs on the others.

mod en;
mod fill;
mod id;
mod letter;
mod messages;
mod number;

pub use fill::fill;
pub use letter::{large, small};
pub use messages::Messages;
pub use number::{NumberForm, plain_number};

/// Every language of the site, the default first.
pub static LANGUAGES: [&Messages; 2] = [&id::MESSAGES, &en::MESSAGES];

/// The codes of the languages, the default first.
pub static LANGUAGE_CODES: [&str; 2] = [id::MESSAGES.code, en::MESSAGES.code];

/// Code and own name of each language, the default first.
pub static LANGUAGE_NAMES: [(&str, &str); 2] = [
    (id::MESSAGES.code, id::MESSAGES.name),
    (en::MESSAGES.code, en::MESSAGES.name),
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

    /// Messages that are the same words in Indonesian and English.
    const SAME: [&str; 1] = ["about_reached"];

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
            let sheet: &'static str = words.to_sheet().leak();
            let read = Messages::from_sheet(sheet).expect("a sheet of this build");
            assert_eq!(read.numbers, words.numbers);
            assert_eq!(read.all(), words.all());
            assert!(Messages::from_sheet(&sheet[..sheet.len() / 2]).is_none());
        }
        assert!(Messages::from_sheet("").is_none());
    }

    #[test]
    fn every_language_says_everything_with_the_same_blanks() {
        let [default, others @ ..] = LANGUAGES;
        for other in others {
            for ((name, own), (_, translated)) in default.all().into_iter().zip(other.all()) {
                assert_eq!(blanks(own), blanks(translated), "{name} in {}", other.code);
            }
        }
        for words in LANGUAGES {
            for (name, message) in words.all() {
                let (code, opened) = (words.code, message.matches('{').count());
                assert!(!message.trim().is_empty(), "{name} in {code}");
                assert_eq!(message.trim(), message, "{name} in {code}");
                assert_eq!(opened, message.matches('}').count(), "{name} in {code}");
                assert!(!message.contains("  "), "{name} in {code}");
            }
        }
    }

    #[test]
    fn nothing_is_left_untranslated() {
        let [indonesian, english] = LANGUAGES.map(Messages::all);
        let pairs = indonesian.into_iter().zip(english);
        let same = pairs.filter(|((_, own), (_, other))| own == other);
        let names: Vec<&str> = same.map(|((name, _), _)| name).collect();
        assert_eq!(names, SAME);
    }

    #[test]
    fn a_language_that_the_site_lacks_gets_the_default_s_words() {
        assert_eq!(messages("fr").code, "id");
        assert_eq!(
            LANGUAGE_CODES.map(|code| messages(code).code),
            LANGUAGE_CODES
        );
    }
}
