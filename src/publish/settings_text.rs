//! A text of the settings: in one language, or in several.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cube::{Label, Noun, NounForms};

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

/// What is counted in one language: of one and of all other numbers, `["grant", "grants"]`, or by the plural
/// categories of Unicode CLDR, `{ one = "grant", other = "grants" }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum FormsText {
    /// Of one and of all other numbers.
    OneAndOther([String; 2]),
    /// By category.
    ByCategory(CategoryTexts),
}

/// A form for each plural category that a language has; the last for all numbers without one of their own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryTexts {
    zero: Option<String>,
    one: Option<String>,
    two: Option<String>,
    few: Option<String>,
    many: Option<String>,
    other: String,
}

impl FormsText {
    fn forms(&self) -> NounForms {
        let CategoryTexts {
            zero,
            one,
            two,
            few,
            many,
            other,
        } = match self {
            Self::OneAndOther([one, other]) => return NounForms::new(other).with("one", one),
            Self::ByCategory(texts) => texts,
        };
        let special = [zero, one, two, few, many];
        let special = NounForms::CATEGORIES.into_iter().zip(special);
        special.fold(NounForms::new(other), |forms, (category, text)| {
            (text.iter()).fold(forms, |forms, text| forms.with(category, text))
        })
    }
}

/// What is counted, or the same by language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "expected [\"one\", \"many\"], or { one = \"…\", other = \"…\" } with any of zero, one, two, few, many and other, or the same by language: { en = [\"…\", \"…\"] }"
)]
pub enum NounText {
    /// In the language of the dataset.
    Own(FormsText),
    /// By language.
    ByLanguage(BTreeMap<String, FormsText>),
}

impl NounText {
    /// The noun for readers of each language; `lang`: the language of the dataset.
    #[must_use]
    pub fn noun(&self, lang: &str) -> Noun {
        match self {
            Self::Own(text) => Noun::new(text.forms()),
            Self::ByLanguage(texts) => {
                let own = texts.get(lang).or_else(|| texts.values().next());
                let noun = Noun::new(own.map_or_else(NounForms::default, FormsText::forms));
                let others = texts.iter().filter(|(of, _)| *of != lang);
                others.fold(noun, |noun, (lang, text)| noun.with(lang, text.forms()))
            }
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
        assert_eq!(one.noun.noun("en").own().several(), "grants");
        let two: Settings = toml::from_str(
            "title = { en = \"Grants\", fr = \"Bourses\" }\n[noun]\nen = [\"grant\", \"grants\"]\nfr = [\"bourse\", \"bourses\"]",
        )
        .unwrap();
        let title = two.title.label("fr");
        assert_eq!((title.own(), title.in_lang("en")), ("Bourses", "Grants"));
        assert_eq!(two.noun.noun("en").in_lang("fr").form("one"), "bourse");
    }

    #[test]
    fn a_noun_has_as_many_forms_as_its_language_needs() {
        let noun = |text: &str| toml::from_str::<Settings>(&format!("title = \"x\"\n{text}"));
        let own = noun("noun = { one = \"grant\", other = \"grants\" }").unwrap();
        let expected = NounForms::new("grants").with("one", "grant");
        assert_eq!(own.noun.noun("en"), Noun::new(expected.clone()));
        let two = "[noun]\nen = [\"grant\", \"grants\"]\n\
            ar = { two = \"منحتان\", few = \"منح\", other = \"منحة\" }\nid = { other = \"hibah\" }";
        let arabic = NounForms::new("منحة")
            .with("few", "منح")
            .with("two", "منحتان");
        assert_eq!(
            noun(two).unwrap().noun.noun("en"),
            (Noun::new(expected).with("ar", arabic)).with("id", NounForms::new("hibah"))
        );
        for wrong in [
            "{ one = \"grant\" }",
            "{ other = \"x\", lots = \"y\" }",
            "\"x\"",
        ] {
            let error = noun(&format!("noun = {wrong}")).err().unwrap();
            assert!(error.message().contains("other = "), "{wrong}: {error}");
        }
    }
}
