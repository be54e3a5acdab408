//! The words of the languages that have come.
use leptos::prelude::*;

use crate::published::{read_words, words_of};
use crate::words::Messages;

/// One of the messages of a language.
pub(super) type Message = fn(&'static Messages) -> &'static str;

/// The words of the language that the page came in, and of the others that are there.
#[derive(Clone, Copy)]
pub(super) struct Wording {
    pub(super) first: &'static Messages,
    others: RwSignal<Vec<&'static Messages>>,
}

impl Wording {
    /// The words of one language, as the site has them; `None` where they are of another build.
    pub(super) fn of(sheet: String) -> Option<Self> {
        Some(Self {
            first: read_words(sheet)?,
            others: RwSignal::new(Vec::new()),
        })
    }

    /// The words of a language, if they are there.
    pub(super) fn of_lang(self, lang: &str) -> Option<&'static Messages> {
        if lang == self.first.code {
            return Some(self.first);
        }
        let of = |words: &&&'static Messages| words.code == lang;
        self.others.with(|others| others.iter().find(of).copied())
    }

    /// The words of a language, or those that the page came in.
    pub(super) fn of_lang_or_first(self, lang: &str) -> &'static Messages {
        self.of_lang(lang).unwrap_or(self.first)
    }

    /// Loads the words of the other languages from the folder of the program.
    pub(super) async fn load_others(self, assets: &str, languages: &[&'static str]) {
        for lang in languages {
            if self.is_there(lang) {
                continue;
            }
            let words = words_of(lang, assets).await;
            if let Some(words) = words.filter(|_| !self.is_there(lang)) {
                self.others.update(|others| others.push(words));
            }
        }
    }

    fn is_there(self, lang: &str) -> bool {
        let of = |words: &&'static Messages| words.code == lang;
        lang == self.first.code || self.others.with_untracked(|others| others.iter().any(of))
    }
}
