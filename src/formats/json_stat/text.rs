//! Texts of a file, in one language or several, within the limits.

use super::context::Context;
use crate::cube::Label;
use crate::formats::error::Failure;
use crate::formats::json::{Node, Table, too_many};

/// The text of a node, within the limits; `None` where there is none.
pub(super) fn label_text<'t>(
    node: &Node<'t>,
    context: &Context<'_>,
) -> Result<Option<&'t str>, Failure> {
    let Some(text) = node.optional_text()? else {
        return Ok(None);
    };
    too_many(
        node,
        "characters",
        context.limits.label_chars,
        text.chars().count(),
    )?;
    Ok(Some(text))
}

/// The members of an object by language (or by scheme of codes), within the limits.
pub(super) fn languages<'t>(
    node: &Node<'t>,
    context: &Context<'_>,
) -> Result<Vec<(&'t str, Node<'t>)>, Failure> {
    too_many(
        node,
        "languages or schemes",
        context.limits.languages,
        node.count(),
    )?;
    node.members()
}

/// `{lang: {code: text}}`, ready for many look-ups.
pub(super) fn tables<'t>(
    node: &Node<'t>,
    context: &Context<'_>,
) -> Result<Vec<(&'t str, Table<'t>)>, Failure> {
    let mut tables = Vec::new();
    for (lang, node) in languages(node, context)? {
        tables.push((lang, node.table()?));
    }
    Ok(tables)
}

/// What `tables` say of a code: language and text.
pub(super) fn texts_of<'t>(
    tables: &[(&'t str, Table<'t>)],
    code: &str,
    context: &Context<'_>,
) -> Result<Vec<(&'t str, &'t str)>, Failure> {
    let mut texts = Vec::new();
    for (lang, table) in tables {
        if let Some(node) = table.get(code) {
            let text = label_text(&node, context)?;
            texts.extend(text.map(|text| (*lang, text)));
        }
    }
    Ok(texts)
}

/// `label` with the other languages of `extension.labels`.
pub(super) fn label_of(
    node: &Node<'_>,
    fallback: &str,
    context: &Context<'_>,
) -> Result<Label, Failure> {
    let own = label_text(&node.get("label"), context)?.unwrap_or(fallback);
    let mut label = Label::new(own);
    for (lang, text) in languages(&node.get("extension").get("labels"), context)? {
        label = label.with(lang, label_text(&text, context)?.unwrap_or(own));
    }
    Ok(label)
}

/// A label of texts by language: the file's own language first, else the first given.
pub(super) fn label_from_texts(texts: &[(&str, &str)], own_lang: &str) -> Option<Label> {
    let own = texts
        .iter()
        .find(|(lang, _)| *lang == own_lang)
        .or(texts.first())?;
    let mut label = Label::new(own.1);
    for (lang, text) in texts {
        if *lang != own_lang {
            label = label.with(lang, text);
        }
    }
    Some(label)
}
