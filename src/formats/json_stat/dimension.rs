//! `dimension.<id>`: categories, groupings, roles.

use super::context::Context;
use super::paragraph::{by_lang, paragraphs};
use super::text::{label_from_texts, label_of, label_text, languages, tables, texts_of};
use super::unit::{measuring_type as measuring_type_of, unit_from};
use crate::cube::{CatIx, Category, Code, CubeError, Dimension, Grouping, Id, Label, Role};
use crate::formats::error::{Failure, FormatError, unexpected};
use crate::formats::json::{Node, Tree, too_many};

/// A cube error at a place of the file.
pub(super) fn at<'n>(node: &'n Node<'_>) -> impl Fn(CubeError) -> Failure + 'n {
    move |fault| cube_error(node, fault)
}

#[cold]
#[inline(never)]
fn cube_error(node: &Node<'_>, fault: CubeError) -> Failure {
    Failure::from(FormatError::Cube {
        at: node.path(),
        fault,
    })
}

/// One dimension of a dataset, its size checked against `size`.
pub(super) fn dimension_from(
    node: &Node<'_>,
    id: &str,
    (role, size): (Role, usize),
    context: &Context<'_>,
) -> Result<Dimension, Failure> {
    if node.present().is_none() {
        return Err(node.expected("a dimension of this id"));
    }
    let category = node.get("category");
    let codes = codes_of(&category, size)?;
    size_fits(&category, size, codes.len())?;
    let categories = categories_from(node, &codes, context)?;
    let label = label_of(node, id, context)?;
    let mut dimension = Dimension::new(Id::new(id), label, role, categories).map_err(at(node))?;
    let present = category.get("child");
    let mut children = Vec::new();
    for (parent, parts) in present.members()? {
        let parts = parts.texts()?.into_iter().map(Code::new).collect();
        children.push((Code::new(parent), parts));
    }
    dimension = dimension.with_children(&children).map_err(at(&present))?;
    dimension = dimension.with_notes(paragraphs(&node.get("note"), context)?);
    let extension = node.get("extension");
    if let Some(whole) = extension.get("whole").present() {
        dimension = dimension.with_all_label(by_lang(&whole, context)?);
    }
    let groupings = extension.get("groupings");
    let list = groupings.each(|grouping| grouping_from(grouping, &dimension, context))?;
    dimension.with_groupings(list).map_err(at(&groupings))
}

fn size_fits(node: &Node<'_>, expected: usize, found: usize) -> Result<(), Failure> {
    if expected == found {
        return Ok(());
    }
    Err(unexpected(
        node.path(),
        format!("{expected} categories, as \"size\" says"),
        found.to_string(),
    ))
}

/// The codes in order: `index` as array or object, or the one key of `label`.
fn codes_of<'t>(category: &Node<'t>, size: usize) -> Result<Vec<&'t str>, Failure> {
    let index = category.get("index");
    if index.present().is_none() {
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
        let place = node.integer()?;
        match codes.get_mut(place) {
            Some(slot @ None) => *slot = Some(code),
            _ => return Err(node.expected("positions from 0, each once")),
        }
    }
    Ok(codes.into_iter().flatten().collect())
}

fn categories_from(
    dimension: &Node<'_>,
    codes: &[&str],
    context: &Context<'_>,
) -> Result<Vec<Category>, Failure> {
    let category = dimension.get("category");
    let extension = category.get("extension");
    let (own, units) = (
        category.get("label").table()?,
        category.get("unit").table()?,
    );
    let measuring_types = dimension.get("extension").get("measuringType").table()?;
    let reference_periods = dimension.get("extension").get("refperiod").table()?;
    let labels = tables(&extension.get("labels"), context)?;
    let phrases = tables(&extension.get("phrases"), context)?;
    let schemes = tables(&extension.get("codes"), context)?;
    let mut categories = Vec::with_capacity(codes.len());
    for &code in codes {
        too_many(
            &category.get("index"),
            "characters of a code",
            context.limits.label_chars,
            code.chars().count(),
        )?;
        let label = label_at(
            own.get(code),
            code,
            &texts_of(&labels, code, context)?,
            context,
        )?;
        let unit = match units.get(code) {
            Some(unit) => unit_from(&unit, context)?,
            None => None,
        };
        let measuring_type = measuring_types.get(code);
        let reference_period = match reference_periods.get(code) {
            Some(node) => label_text(&node, context)?,
            None => None,
        };
        let phrase = label_from_texts(&texts_of(&phrases, code, context)?, context.lang);
        let mut others = Vec::new();
        for (scheme, code) in texts_of(&schemes, code, context)? {
            others.push((scheme.into(), Code::new(code)));
        }
        categories.push(
            Category::new(Code::new(code), label)
                .with_phrase(phrase)
                .with_unit(unit)
                .with_measuring_type(measuring_type.and_then(|node| measuring_type_of(&node)))
                .with_reference_period(reference_period)
                .with_other_codes(others),
        );
    }
    Ok(categories)
}

/// The name of a category: its own text, else its code, and the texts of other languages.
fn label_at(
    own: Option<Node<'_>>,
    code: &str,
    texts: &[(&str, &str)],
    context: &Context<'_>,
) -> Result<Label, Failure> {
    let own = match own {
        Some(node) => label_text(&node, context)?,
        None => None,
    };
    let mut label = Label::new(own.unwrap_or(code));
    for (lang, text) in texts {
        label = label.with(lang, text);
    }
    Ok(label)
}

/// The group of each category: `of` by their codes, or as an array in their order, `null` for none.
fn groups_of(node: &Node<'_>, dimension: &Dimension) -> Result<Vec<Option<CatIx>>, Failure> {
    let order = node.get("categories").table()?;
    let group_at = |group: &Node<'_>| {
        let at = order.position(group.text()?).map(CatIx);
        at.ok_or_else(|| group.expected("the code of a group"))
    };
    let categories = dimension.categories();
    let node = node.get("of");
    if let Tree::Array(_) = node.tree() {
        if node.count() != categories.len() {
            let expected = format!("a group, or null, of each of {}", categories.len());
            return Err(node.expected(&expected));
        }
        return node.each(|group| group.present().as_ref().map(group_at).transpose());
    }
    let mut of = vec![None; categories.len()];
    for (leaf, group) in node.members()? {
        let place = categories.position(leaf);
        let place = place.ok_or_else(|| group.expected("a category of the dimension as key"))?;
        of[place.0] = Some(group_at(&group)?);
    }
    Ok(of)
}

fn grouping_from(
    node: &Node<'_>,
    dimension: &Dimension,
    context: &Context<'_>,
) -> Result<Grouping, Failure> {
    let id = label_text(&node.get("id"), context)?
        .ok_or_else(|| node.get("id").expected("the id of a grouping"))?;
    let mut label = Label::new(label_text(&node.get("label"), context)?.unwrap_or(id));
    for (lang, text) in languages(&node.get("labels"), context)? {
        label = label.with(lang, label_text(&text, context)?.unwrap_or(id));
    }
    let names = tables(&node.get("category_labels"), context)?;
    let phrases = tables(&node.get("phrases"), context)?;
    let mut groups = Vec::new();
    for (code, own) in node.get("categories").members()? {
        let name = label_at(Some(own), code, &texts_of(&names, code, context)?, context)?;
        let phrase = label_from_texts(&texts_of(&phrases, code, context)?, context.lang);
        groups.push(Category::new(Code::new(code), name).with_phrase(phrase));
    }
    let of = groups_of(node, dimension)?;
    let vintage = label_text(&node.get("vintage"), context)?;
    Ok(Grouping::new(Id::new(id), label, groups, of)
        .map_err(at(node))?
        .with_vintage(vintage))
}
