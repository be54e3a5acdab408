//! Whom to ask.

use super::context::Context;
use super::paragraph::{by_lang, long_text};
use crate::cube::Label;
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};

/// The persons and offices of `contact`: texts, texts by language, or as `PxWeb` writes them, objects
/// with name, mail and telephone.
pub(super) fn contacts(node: &Node<'_>, context: &Context<'_>) -> Result<Vec<Label>, Failure> {
    match node.tree() {
        Tree::Null | Tree::Array(_) => node.each(|item| contact(item, context)),
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {
            Ok(vec![contact(node, context)?])
        }
    }
}

fn contact(node: &Node<'_>, context: &Context<'_>) -> Result<Label, Failure> {
    let mut parts = Vec::new();
    if let Tree::Object(_) = node.tree() {
        for key in ["name", "mail", "phone"] {
            parts.extend(long_text(&node.get(key), context)?);
        }
        if parts.is_empty() {
            parts.extend(long_text(&node.get("raw"), context)?);
        }
    }
    if parts.is_empty() {
        return by_lang(node, context);
    }
    Ok(Label::new(&parts.join(", ")))
}
