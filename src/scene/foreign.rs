//! What of a text is in another language than the reader's.

use super::text::inside_sentence;
use crate::cube::{Cube, Label, Noun};
use crate::view_state::ResolvedView;
use crate::words::{Messages, unbroken};

/// Texts of a dataset that it has in its own language alone, which is not the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignTexts {
    lang: String,
    texts: Vec<String>,
}

impl ForeignTexts {
    /// What sentences about a view are made of: nouns, places, the names of what is chosen.
    #[must_use]
    pub fn of(cube: &Cube, view: &ResolvedView, words: &Messages) -> Self {
        let mut foreign = Self {
            lang: String::new(),
            texts: Vec::new(),
        };
        let mut add = |label: &Label| {
            if let Some(lang) = cube.other_lang(label, words.code) {
                lang.clone_into(&mut foreign.lang);
                let text = label.in_lang(words.code);
                foreign.texts.push(unbroken(text));
                foreign.texts.push(unbroken(&inside_sentence(text)));
            }
        };
        let metadata = cube.metadata();
        let noun = metadata.noun.iter();
        noun.flat_map(Noun::labels).for_each(|label| add(&label));
        for fact in &metadata.headline {
            add(&fact.phrase);
        }
        for axis in cube.axes() {
            add(cube.axis_label(axis));
            let all = cube.dimension(axis.dimension()).all_label();
            let place = view.place.filter(|place| place.axis == axis);
            let place = place.map(|place| cube.members(axis).get(place.at).label());
            for label in [all, place].into_iter().flatten() {
                add(label);
            }
        }
        for (axis, picked) in cube.with_picks(&view.selection).clauses() {
            for at in picked {
                let category = cube.members(axis).get(*at);
                add(category.label());
                if let Some(phrase) = category.phrase() {
                    add(phrase);
                }
            }
        }
        foreign
    }

    /// A text piece by piece, each with its language where that is not the reader's.
    #[must_use]
    pub fn pieces(&self, text: &str) -> Vec<(Option<&str>, String)> {
        let mut pieces = Vec::new();
        let (mut rest, mut plain, mut in_word) = (text, String::new(), false);
        while let Some(letter) = rest.chars().next() {
            let mut found = "";
            for own in &self.texts {
                if !in_word && own.len() > found.len() && begins_with_words(rest, own) {
                    found = own;
                }
            }
            if found.is_empty() {
                plain.push(letter);
                in_word = letter.is_alphabetic();
                rest = &rest[letter.len_utf8()..];
            } else {
                pieces.push((None, std::mem::take(&mut plain)));
                pieces.push((Some(&*self.lang), found.to_owned()));
                rest = &rest[found.len()..];
            }
        }
        pieces.push((None, plain));
        pieces
    }
}

/// Whether a text begins with some words and no longer ones.
fn begins_with_words(text: &str, words: &str) -> bool {
    let rest = text.strip_prefix(words).map(|rest| rest.chars().next());
    rest.is_some_and(|next| !next.is_some_and(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<&str>, &str)]) {
        let foreign = ForeignTexts {
            lang: "fr".to_owned(),
            texts: ["eau", "eau de source", "Île"].map(str::to_owned).to_vec(),
        };
        let pieces = foreign.pieces(text);
        let pieces = pieces.iter().map(|(lang, text)| (*lang, &**text));
        let pieces: Vec<_> = pieces.filter(|(_, text)| !text.is_empty()).collect();
        assert_eq!(pieces, expected);
    }

    #[test]
    fn whole_words_are_set_apart_and_of_two_the_longer() {
        check("", &[]);
        check("3 seaux", &[(None, "3 seaux")]);
        check("eaux", &[(None, "eaux")]);
        check(
            "3 eau de source in Île, eau",
            &[
                (None, "3 "),
                (Some("fr"), "eau de source"),
                (None, " in "),
                (Some("fr"), "Île"),
                (None, ", "),
                (Some("fr"), "eau"),
            ],
        );
    }
}
