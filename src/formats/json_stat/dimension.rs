//! `dimension.<id>`: categories, groupings, roles.

use super::JsonStatError;
use super::limits::Context;
use super::tree::Node;
use crate::cube::{CatIx, Category, Code, CubeError, Dimension, Grouping, Id, Label, Role};

/// A cube error at a place of the file.
pub(super) fn at(node: &Node<'_>) -> impl Fn(CubeError) -> JsonStatError {
    let at = node.path();
    move |source| JsonStatError::Cube {
        at: at.clone(),
        source,
    }
}

/// The text of a node, within the limits; `None` where there is none.
pub(super) fn label_text<'t>(
    node: &Node<'t>,
    context: &Context<'_>,
) -> Result<Option<&'t str>, JsonStatError> {
    let Some(node) = node.clone().given() else {
        return Ok(None);
    };
    let text = node.text()?;
    let found = text.chars().count();
    if found > context.limits.label_chars {
        let (what, limit) = ("characters", context.limits.label_chars);
        return Err(JsonStatError::TooMany {
            at: node.path(),
            what,
            limit,
            found,
        });
    }
    Ok(Some(text))
}

/// `label` with the other languages of `extension.labels`.
pub(super) fn label_of(
    node: &Node<'_>,
    fallback: &str,
    context: &Context<'_>,
) -> Result<Label, JsonStatError> {
    let own = label_text(&node.get("label"), context)?.unwrap_or(fallback);
    let mut label = Label::new(own);
    for (lang, text) in node.get("extension").get("labels").members()? {
        label = label.with(lang, label_text(&text, context)?.unwrap_or(own));
    }
    Ok(label)
}

/// One dimension of a dataset, its size checked against `size`.
pub(super) fn dimension_from(
    node: &Node<'_>,
    id: &str,
    (role, size): (Role, usize),
    context: &Context<'_>,
) -> Result<Dimension, JsonStatError> {
    if node.clone().given().is_none() {
        return Err(node.expected("a dimension of this id"));
    }
    let category = node.get("category");
    let codes = codes_of(&category)?;
    if codes.len() != size {
        let found = codes.len().to_string();
        let expected = format!("{size} categories, as \"size\" says");
        return Err(JsonStatError::Unexpected {
            at: category.path(),
            expected,
            found,
        });
    }
    let categories = codes
        .iter()
        .map(|code| category_from(&category, code, context))
        .collect::<Result<_, _>>()?;
    let label = label_of(node, id, context)?;
    let mut dimension = Dimension::new(Id::new(id), label, role, categories).map_err(at(node))?;
    let children = category
        .get("child")
        .members()?
        .into_iter()
        .map(|(parent, parts)| {
            Ok((
                Code::new(parent),
                parts.texts()?.into_iter().map(Code::new).collect(),
            ))
        });
    let children: Vec<(Code, Vec<Code>)> = children.collect::<Result<_, JsonStatError>>()?;
    dimension = dimension
        .with_children(&children)
        .map_err(at(&category.get("child")))?;
    let extension = node.get("extension");
    if let Some(total) = extension.get("total").given() {
        dimension = dimension
            .with_total(&Code::new(total.text()?))
            .map_err(at(&total))?;
    }
    if let Some(whole) = extension.get("whole").given() {
        dimension = dimension.with_whole(super::extension::by_lang(&whole, context)?);
    }
    let groupings = extension.get("groupings");
    let list: Result<_, _> = groupings
        .items()?
        .iter()
        .map(|grouping| grouping_from(grouping, &dimension, context))
        .collect();
    dimension.with_groupings(list?).map_err(at(&groupings))
}

/// The codes in order: `index` as array or object, or the one key of `label`.
fn codes_of<'t>(category: &Node<'t>) -> Result<Vec<&'t str>, JsonStatError> {
    let index = category.get("index");
    if index.clone().given().is_none() {
        let labels = category.get("label").members()?;
        return match &labels[..] {
            [(only, _)] => Ok(vec![only]),
            _ => Err(index.expected("an array or object of codes")),
        };
    }
    if index.items().is_ok() {
        return index.texts();
    }
    let members = index
        .members()
        .map_err(|_| index.expected("an array or object of codes"))?;
    let mut codes = vec![None; members.len()];
    for (code, node) in members {
        let place = node.whole()?;
        match codes.get_mut(place) {
            Some(slot @ None) => *slot = Some(code),
            _ => return Err(node.expected("positions from 0, each once")),
        }
    }
    Ok(codes.into_iter().flatten().collect())
}

fn category_from(
    category: &Node<'_>,
    code: &str,
    context: &Context<'_>,
) -> Result<Category, JsonStatError> {
    let own = label_text(&category.get("label").get(code), context)?.unwrap_or(code);
    let extension = category.get("extension");
    let mut label = Label::new(own);
    for (lang, labels) in extension.get("labels").members()? {
        if let Some(text) = label_text(&labels.get(code), context)? {
            label = label.with(lang, text);
        }
    }
    let unit = category.get("unit").get(code).get("label");
    let mut codes = Vec::new();
    for (scheme, table) in extension.get("codes").members()? {
        if let Some(other) = label_text(&table.get(code), context)? {
            codes.push((scheme.into(), Code::new(other)));
        }
    }
    Ok(Category::new(Code::new(code), label)
        .with_phrase(phrase(&extension.get("phrases"), code, context)?)
        .with_unit(label_text(&unit, context)?)
        .with_other_codes(codes))
}

/// The phrase of a code, from `{lang: {code: phrase}}`.
fn phrase(
    phrases: &Node<'_>,
    code: &str,
    context: &Context<'_>,
) -> Result<Option<Label>, JsonStatError> {
    let mut texts = Vec::new();
    for (lang, table) in phrases.members()? {
        texts.extend(label_text(&table.get(code), context)?.map(|text| (lang, text)));
    }
    Ok(label_from_texts(&texts, context.lang))
}

/// A label of texts by language: the file's own language first, else the first given.
pub(super) fn label_from_texts(texts: &[(&str, &str)], own_lang: &str) -> Option<Label> {
    let own = texts
        .iter()
        .find(|(lang, _)| *lang == own_lang)
        .or(texts.first())?;
    let others = texts.iter().filter(|(lang, _)| *lang != own_lang);
    Some(others.fold(Label::new(own.1), |label, (lang, text)| {
        label.with(lang, text)
    }))
}

fn grouping_from(
    node: &Node<'_>,
    dimension: &Dimension,
    context: &Context<'_>,
) -> Result<Grouping, JsonStatError> {
    let id = label_text(&node.get("id"), context)?
        .ok_or_else(|| node.get("id").expected("the id of a grouping"))?;
    let mut label = Label::new(label_text(&node.get("label"), context)?.unwrap_or(id));
    for (lang, text) in node.get("labels").members()? {
        label = label.with(lang, text.text()?);
    }
    let mut groups = Vec::new();
    for (code, own) in node.get("categories").members()? {
        let mut name = Label::new(label_text(&own, context)?.unwrap_or(code));
        for (lang, names) in node.get("category_labels").members()? {
            if let Some(text) = label_text(&names.get(code), context)? {
                name = name.with(lang, text);
            }
        }
        let phrase = phrase(&node.get("phrases"), code, context)?;
        groups.push(Category::new(Code::new(code), name).with_phrase(phrase));
    }
    let mut of = vec![None; dimension.categories().len()];
    for (leaf, group) in node.get("of").members()? {
        let place = dimension.categories().position(leaf);
        let place = place.ok_or_else(|| group.expected("a category of the dimension as key"))?;
        let code = group.text()?;
        let at = groups
            .iter()
            .position(|known| known.code().as_str() == code)
            .map(CatIx);
        of[place.0] = Some(at.ok_or_else(|| group.expected("the code of a group"))?);
    }
    let vintage = label_text(&node.get("vintage"), context)?;
    Ok(Grouping::new(Id::new(id), label, groups, of)
        .map_err(at(node))?
        .with_vintage(vintage))
}
