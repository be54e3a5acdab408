//! Texts longer than a label, in one language or several.

use super::context::Context;
use super::text::{label_from_texts, label_text, languages};
use crate::cube::Label;
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};
use crate::formats::limits::Limits;

/// Characters of a paragraph: longer than a label.
const LONG_TEXT: usize = 5_000;

/// The text of a paragraph; `None` where there is none.
pub(super) fn long_text<'t>(
    node: &Node<'t>,
    context: &Context<'_>,
) -> Result<Option<&'t str>, Failure> {
    let limits = Limits {
        label_chars: LONG_TEXT,
        ..*context.limits
    };
    let long = Context {
        limits: &limits,
        lang: context.lang,
    };
    label_text(node, &long)
}

/// A text, or texts by language, the first being the file's own.
pub(super) fn by_lang(node: &Node<'_>, context: &Context<'_>) -> Result<Label, Failure> {
    if let Tree::Text(_) = node.tree() {
        return Ok(Label::new(long_text(node, context)?.unwrap_or_default()));
    }
    let mut texts = Vec::new();
    for (lang, text) in languages(node, context)? {
        texts.push((lang, long_text(&text, context)?.unwrap_or_default()));
    }
    label_from_texts(&texts, context.lang)
        .ok_or_else(|| node.expected("a text, or texts by language"))
}

/// Like [`by_lang`]; `None` where there is nothing.
pub(super) fn optional_by_lang(
    node: &Node<'_>,
    context: &Context<'_>,
) -> Result<Option<Label>, Failure> {
    match node.present() {
        Some(node) => by_lang(&node, context).map(Some),
        None => Ok(None),
    }
}

/// Paragraphs: one text or several, each in one language or by language.
pub(super) fn paragraphs(node: &Node<'_>, context: &Context<'_>) -> Result<Vec<Label>, Failure> {
    match node.tree() {
        Tree::Null | Tree::Array(_) => node.each(|item| by_lang(item, context)),
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
            Ok(vec![by_lang(node, context)?])
        }
    }
}
