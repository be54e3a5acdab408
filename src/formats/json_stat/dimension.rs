//! `dimension.<id>`: categories, groupings, roles.

use std::collections::BTreeMap;

use super::JsonStatError;
use super::limits::Context;
use super::text::{label_from_texts, label_of, label_text, languages, tables, texts_of, too_many};
use super::tree::{Node, Tree};
use crate::cube::{CatIx, Category, Code, CubeError, Dimension, Grouping, Id, Label, Role};

/// A cube error at a place of the file.
pub(super) fn at(node: &Node<'_>) -> impl Fn(CubeError) -> JsonStatError {
    let at = node.path();
    move |source| JsonStatError::Cube {
        at: at.clone(),
        source,
    }
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
    let codes = codes_of(&category, size)?;
    size_fits(&category, size, codes.len())?;
    let categories = categories_from(&category, &codes, context)?;
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

fn size_fits(node: &Node<'_>, expected: usize, found: usize) -> Result<(), JsonStatError> {
    if expected == found {
        return Ok(());
    }
    Err(JsonStatError::Unexpected {
        at: node.path(),
        expected: format!("{expected} categories, as \"size\" says"),
        found: found.to_string(),
    })
}

/// The codes in order: `index` as array or object, or the one key of `label`.
fn codes_of<'t>(category: &Node<'t>, size: usize) -> Result<Vec<&'t str>, JsonStatError> {
    let index = category.get("index");
    if index.clone().given().is_none() {
        let labels = category.get("label").members()?;
        return match &labels[..] {
            [(only, _)] => Ok(vec![only]),
            _ => Err(index.expected("an array or object of codes")),
        };
    }
    size_fits(&index, size, index.count())?;
    if matches!(index.tree(), Tree::Array(_)) {
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

fn categories_from(
    category: &Node<'_>,
    codes: &[&str],
    context: &Context<'_>,
) -> Result<Vec<Category>, JsonStatError> {
    let extension = category.get("extension");
    let (own, units) = (
        category.get("label").table()?,
        category.get("unit").table()?,
    );
    let [labels, phrases, schemes] =
        ["labels", "phrases", "codes"].map(|name| tables(&extension.get(name), context));
    let (labels, phrases, schemes) = (labels?, phrases?, schemes?);
    let one = |code: &&str| {
        too_many(
            &category.get("index"),
            "characters of a code",
            context.limits.label_chars,
            code.chars().count(),
        )?;
        let text = own
            .get(code)
            .map(|node| label_text(&node, context))
            .transpose()?;
        let own = Label::new(text.flatten().unwrap_or(code));
        let texts = texts_of(&labels, code, context)?;
        let label = texts
            .into_iter()
            .fold(own, |label, (lang, text)| label.with(lang, text));
        let unit = units
            .get(code)
            .map(|unit| label_text(&unit.get("label"), context));
        let codes = texts_of(&schemes, code, context)?.into_iter();
        Ok(Category::new(Code::new(code), label)
            .with_phrase(label_from_texts(
                &texts_of(&phrases, code, context)?,
                context.lang,
            ))
            .with_unit(unit.transpose()?.flatten())
            .with_other_codes(
                codes
                    .map(|(scheme, code)| (scheme.into(), Code::new(code)))
                    .collect(),
            ))
    };
    codes.iter().map(one).collect()
}

fn grouping_from(
    node: &Node<'_>,
    dimension: &Dimension,
    context: &Context<'_>,
) -> Result<Grouping, JsonStatError> {
    let id = label_text(&node.get("id"), context)?
        .ok_or_else(|| node.get("id").expected("the id of a grouping"))?;
    let mut label = Label::new(label_text(&node.get("label"), context)?.unwrap_or(id));
    for (lang, text) in languages(&node.get("labels"), context)? {
        label = label.with(lang, label_text(&text, context)?.unwrap_or(id));
    }
    let names = tables(&node.get("category_labels"), context)?;
    let phrases = tables(&node.get("phrases"), context)?;
    let (mut groups, mut order) = (Vec::new(), BTreeMap::new());
    for (code, own) in node.get("categories").members()? {
        let own = Label::new(label_text(&own, context)?.unwrap_or(code));
        let names = texts_of(&names, code, context)?.into_iter();
        let name = names.fold(own, |name, (lang, text)| name.with(lang, text));
        let phrase = label_from_texts(&texts_of(&phrases, code, context)?, context.lang);
        order.insert(code, CatIx(groups.len()));
        groups.push(Category::new(Code::new(code), name).with_phrase(phrase));
    }
    let mut of = vec![None; dimension.categories().len()];
    for (leaf, group) in node.get("of").members()? {
        let place = dimension.categories().position(leaf);
        let place = place.ok_or_else(|| group.expected("a category of the dimension as key"))?;
        let at = order.get(group.text()?).copied();
        of[place.0] = Some(at.ok_or_else(|| group.expected("the code of a group"))?);
    }
    let vintage = label_text(&node.get("vintage"), context)?;
    Ok(Grouping::new(Id::new(id), label, groups, of)
        .map_err(at(node))?
        .with_vintage(vintage))
}
