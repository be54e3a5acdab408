//! The words of the page in each language, and numbers as text.
//!
//! A language is one table in one file: a third one is a new file with every field of
//! [`Messages`] filled in, named in [`LANGUAGES`]; nothing else changes.

mod en;
mod id;
mod letter;
mod messages;
mod number;

pub use letter::{large, small};
pub use messages::{Messages, fill};
pub use number::NumberForm;

/// Every language of the site, the default first.
pub static LANGUAGES: [&Messages; 2] = [&id::MESSAGES, &en::MESSAGES];

/// The codes of the languages, the default first.
pub static LANGUAGE_CODES: [&str; 2] = [id::MESSAGES.code, en::MESSAGES.code];

/// The words for a language; the default's where the site does not have it.
#[must_use]
pub fn messages(lang: &str) -> &'static Messages {
    LANGUAGES
        .into_iter()
        .find(|messages| messages.code == lang)
        .unwrap_or(LANGUAGES[0])
}
