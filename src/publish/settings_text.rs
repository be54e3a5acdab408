//! A text of the settings: in one language, or in several.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cube::{Label, Noun};

/// A text, in the language of the dataset or by language: `"Grants"`, `{ en = "Grants", fr = "Bourses" }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a text, or texts by language: { en = \"…\", fr = \"…\" }"
)]
pub enum Text {
    /// In the language of the dataset.
    Own(String),
    /// By language.
    ByLanguage(BTreeMap<String, String>),
}

impl Text {
    /// The text for readers of each language; `lang`: the language of the dataset.
    #[must_use]
    pub fn label(&self, lang: &str) -> Label {
        match self {
            Self::Own(text) => Label::new(text),
            Self::ByLanguage(texts) => {
                let own = texts.get(lang).or_else(|| texts.values().next());
                let label = Label::new(own.map_or("", String::as_str));
                let others = texts.iter().filter(|(of, _)| *of != lang);
                others.fold(label, |label, (lang, text)| label.with(lang, text))
            }
        }
    }
}

/// What is counted, one and many: `["grant", "grants"]`, or by language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "expected [\"one\", \"many\"], or the same by language: { en = [\"…\", \"…\"] }"
)]
pub enum NounText {
    /// In the language of the dataset.
    Own([String; 2]),
    /// By language.
    ByLanguage(BTreeMap<String, [String; 2]>),
}

impl NounText {
    /// The noun for readers of each language; `lang`: the language of the dataset.
    #[must_use]
    pub fn noun(&self, lang: &str) -> Noun {
        let form = |at: usize| match self {
            Self::Own(forms) => Text::Own(forms[at].clone()),
            Self::ByLanguage(forms) => {
                let of_lang = forms
                    .iter()
                    .map(|(lang, forms)| (lang.clone(), forms[at].clone()));
                Text::ByLanguage(of_lang.collect())
            }
        };
        Noun {
            one: form(0).label(lang),
            many: form(1).label(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Settings {
        title: Text,
        noun: NounText,
    }

    #[test]
    fn a_text_stands_alone_or_by_language() {
        let one: Settings =
            toml::from_str("title = \"Grants\"\nnoun = [\"grant\", \"grants\"]").unwrap();
        assert_eq!(one.title.label("en"), Label::new("Grants"));
        assert_eq!(one.noun.noun("en").many.own(), "grants");
        let two: Settings = toml::from_str(
            "title = { en = \"Grants\", fr = \"Bourses\" }\n[noun]\nen = [\"grant\", \"grants\"]\nfr = [\"bourse\", \"bourses\"]",
        )
        .unwrap();
        let title = two.title.label("fr");
        assert_eq!((title.own(), title.in_lang("en")), ("Bourses", "Grants"));
        assert_eq!(two.noun.noun("en").one.in_lang("fr"), "bourse");
    }
}
