//! What is counted, or what a place is called: by language, by plural category.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::text::{label_text, languages};
use crate::cube::{Noun, NounForms};
use crate::formats::error::Failure;
use crate::formats::json::Node;

/// The noun of a node; `None` where there is none.
pub(super) fn noun(node: &Node<'_>, context: &Context<'_>) -> Result<Option<Noun>, Failure> {
    let mut read = Vec::new();
    for (lang, words) in languages(node, context)? {
        read.push((lang, noun_forms(&words, context)?));
    }
    let own = read.iter().position(|(lang, _)| *lang == context.lang);
    if read.is_empty() {
        return Ok(None);
    }
    let (_, own) = read.remove(own.unwrap_or(0));
    let others = read.into_iter();
    Ok(Some(others.fold(Noun::new(own), |noun, (lang, forms)| {
        noun.with(lang, forms)
    })))
}

/// The forms of a noun in one language. Before there were more than two, `many` was that of all but one.
fn noun_forms(words: &Node<'_>, context: &Context<'_>) -> Result<NounForms, Failure> {
    let Some(other) = words.get("other").present() else {
        let [one, many] = ["one", "many"].map(|key| words.get(key));
        let forms = NounForms::new(word(&many, context)?);
        return Ok(forms.with("one", word(&one, context)?));
    };
    let mut forms = NounForms::new(word(&other, context)?);
    for category in NounForms::CATEGORIES {
        if let Some(form) = label_text(&words.get(category), context)? {
            forms = forms.with(category, form);
        }
    }
    Ok(forms)
}

fn word<'n>(node: &Node<'n>, context: &Context<'_>) -> Result<&'n str, Failure> {
    label_text(node, context)?.ok_or_else(|| node.expected("a word"))
}

/// The noun as a file has it; `lang`: the language of the file.
pub(super) fn noun_value(noun: &Noun, lang: &str) -> Value {
    let own = std::iter::once((lang, noun.own()));
    let words = own.chain(noun.others());
    let words = words.map(|(lang, forms)| (lang.to_owned(), forms_value(forms)));
    Value::Object(words.collect::<Map<_, _>>())
}

/// The forms of one language. Those of one and of all others are written as before there were more, so
/// that a release that was published stays the file that it was.
fn forms_value(forms: &NounForms) -> Value {
    let forms: Vec<(&str, &str)> = forms.forms().collect();
    match *forms {
        [("one", one), ("other", many)] => json!({ "one": one, "many": many }),
        _ => forms.into_iter().collect(),
    }
}
