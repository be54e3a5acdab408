//! A dimension and its groupings, as written.

use serde_json::{Map, Value};

use super::declared::put_declared;
use super::unit::{measuring_type_name, unit_value};
use super::writer::{array, by_lang, object, others, put};
use crate::cube::{CatIx, Category, Dimension, Grouping, Label, Members};

/// A dimension; `lang` is the language of the file's own labels.
pub(super) fn dimension_value(dimension: &Dimension, lang: &str) -> Value {
    let members = dimension.categories();
    let mut category = Map::new();
    let codes = members.iter().map(|(_, category)| category.code().as_str());
    category.insert("index".into(), codes.collect());
    put(
        &mut category,
        "label",
        table(members, |category| Some(category.label().own())),
    );
    put(&mut category, "unit", units(members));
    put(&mut category, "child", children(dimension));
    let mut texts = Map::new();
    put(
        &mut texts,
        "labels",
        by_lang_table(members, |category| Some(category.label())),
    );
    put(&mut texts, "phrases", phrases(members, lang));
    put(&mut texts, "codes", other_codes(members));
    put(&mut category, "extension", object(texts));
    let mut extension = Map::new();
    put(&mut extension, "labels", others(dimension.label()));
    put(
        &mut extension,
        "whole",
        dimension.all_label().map(|label| by_lang(label, lang)),
    );
    put_declared(&mut extension, dimension);
    put(&mut extension, "measuringType", measuring_types(members));
    put(&mut extension, "refperiod", reference_periods(members));
    let groupings: Vec<Value> = dimension
        .groupings()
        .iter()
        .map(|it| grouping_value(it, dimension, lang))
        .collect();
    put(&mut extension, "groupings", array(groupings));
    let mut value = Map::new();
    value.insert("label".into(), dimension.label().own().into());
    let notes = dimension.notes().iter().map(|note| by_lang(note, lang));
    put(&mut value, "note", array(notes.collect()));
    value.insert("category".into(), Value::Object(category));
    put(&mut value, "extension", object(extension));
    Value::Object(value)
}

fn grouping_value(grouping: &Grouping, dimension: &Dimension, lang: &str) -> Value {
    let groups = grouping.groups();
    let mut value = Map::new();
    value.insert("id".into(), grouping.id().as_str().into());
    value.insert("label".into(), grouping.label().own().into());
    put(&mut value, "labels", others(grouping.label()));
    put(&mut value, "vintage", grouping.vintage().map(Value::from));
    put(
        &mut value,
        "categories",
        table(groups, |group| Some(group.label().own())),
    );
    put(
        &mut value,
        "category_labels",
        by_lang_table(groups, |group| Some(group.label())),
    );
    put(&mut value, "phrases", phrases(groups, lang));
    let leaves = dimension.categories().iter();
    let of = leaves.map(|(leaf, _)| Some(groups.get(grouping.group_of(leaf)?).code().as_str()));
    value.insert("of".into(), of.collect());
    Value::Object(value)
}

/// Members' texts as `{code: text}`.
fn table<'m>(
    members: &'m Members,
    text: impl Fn(&'m Category) -> Option<&'m str>,
) -> Option<Value> {
    let entry = |(_, category): (_, &'m Category)| {
        Some((category.code().as_str().to_owned(), text(category)?.into()))
    };
    let entries: Map<String, Value> = members.iter().filter_map(entry).collect();
    object(entries)
}

/// Members' texts as `{lang: {code: text}}`.
fn by_lang_table<'m>(
    members: &'m Members,
    label: impl Fn(&'m Category) -> Option<&'m Label>,
) -> Option<Value> {
    let mut langs: Vec<&str> = Vec::new();
    for label in members.iter().filter_map(|(_, category)| label(category)) {
        for (lang, _) in label.others() {
            if !langs.contains(&lang) {
                langs.push(lang);
            }
        }
    }
    let one = |lang: &&str| {
        let text = |category: &'m Category| {
            label(category)?
                .others()
                .find(|(known, _)| known == lang)
                .map(|(_, t)| t)
        };
        ((*lang).to_owned(), table(members, text).unwrap_or_default())
    };
    (!langs.is_empty()).then(|| Value::Object(langs.iter().map(one).collect()))
}

/// Members' phrases as `{lang: {code: text}}`, the file's own language first.
fn phrases(members: &Members, own_lang: &str) -> Option<Value> {
    let own = table(members, |category| Some(category.phrase()?.own()))?;
    let mut langs = Map::new();
    langs.insert(own_lang.into(), own);
    if let Some(Value::Object(mut others)) = by_lang_table(members, Category::phrase) {
        langs.append(&mut others);
    }
    Some(Value::Object(langs))
}

fn units(members: &Members) -> Option<Value> {
    let unit = |(_, category): (_, &Category)| {
        let unit = object(unit_value(category.unit()?))?;
        Some((category.code().as_str().to_owned(), unit))
    };
    let units: Map<String, Value> = members.iter().filter_map(unit).collect();
    object(units)
}

fn measuring_types(members: &Members) -> Option<Value> {
    table(members, |category| {
        category.measuring_type().map(measuring_type_name)
    })
}

fn reference_periods(members: &Members) -> Option<Value> {
    table(members, |category| category.reference_period())
}

fn children(dimension: &Dimension) -> Option<Value> {
    let code = |at| dimension.categories().get(at).code().as_str();
    let children = dimension.children().into_iter().enumerate();
    let entry = |(parent, parts): (usize, Vec<CatIx>)| {
        let parts: Vec<&str> = parts.into_iter().map(code).collect();
        (!parts.is_empty()).then(|| (code(CatIx(parent)).to_owned(), parts.into()))
    };
    object(children.filter_map(entry).collect())
}

fn other_codes(members: &Members) -> Option<Value> {
    let mut schemes = Map::new();
    for (_, category) in members.iter() {
        for (scheme, code) in category.other_codes() {
            let table = schemes
                .entry(&**scheme)
                .or_insert_with(|| Value::Object(Map::new()));
            table[category.code().as_str()] = code.as_str().into();
        }
    }
    object(schemes)
}
