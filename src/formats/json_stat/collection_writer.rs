//! The site's list of datasets, written.

use serde_json::{Map, Value, json};

use super::collection::{Entry, Listed, NamedView, Withdrawn};
use super::context::UNDETERMINED;
use super::writer::by_lang;
use crate::cube::{EverydayName, Label};

/// Writes a list that [`super::collection_from_bytes`] reads back as the same. The same entries give the
/// same bytes.
///
/// # Examples
/// ```
/// use jangkau::formats::Limits;
/// use jangkau::formats::json_stat::{bytes_from_collection, collection_from_bytes};
/// let hash = "0".repeat(64);
/// let list = format!(r#"{{"class": "collection", "link": {{"item": [{{
///     "class": "dataset", "label": "Water", "href": "water/1.json",
///     "extension": {{"id": "water", "release": "1", "bytes": 311, "sha256": "{hash}"}}
/// }}]}}}}"#);
/// let list = collection_from_bytes(list.as_bytes(), &Limits::PAGE)?;
/// let bytes = bytes_from_collection(list.entries(), list.withdrawn());
/// assert_eq!(collection_from_bytes(&bytes, &Limits::PAGE)?, list);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bytes_from_collection(entries: &[Entry], withdrawn: &[Withdrawn]) -> Vec<u8> {
    let items: Vec<Value> = entries.iter().map(item).collect();
    let mut list = json!({
        "version": "2.0",
        "class": "collection",
        "label": "Jangkau",
        "link": { "item": items },
    });
    if !withdrawn.is_empty() {
        let gone = withdrawn.iter().map(|it| {
            json!({ "id": it.id, "release": it.release, "date": it.date, "reason": it.reason })
        });
        list["extension"]["withdrawn"] = gone.collect();
    }
    let mut text = format!("{list:#}");
    text.push('\n');
    text.into_bytes()
}

/// Lists of names by axis and code.
fn by_place(names: &[EverydayName]) -> Value {
    let mut by_axis = json!({});
    for EverydayName { axis, code, name } in names {
        let of_place = &mut by_axis[axis.as_str()][code.as_str()];
        match of_place.as_array_mut() {
            Some(list) => list.push((**name).into()),
            None => *of_place = json!([name]),
        }
    }
    by_axis
}

fn item(entry: &Entry) -> Value {
    let mut extension = Map::new();
    extension.insert("id".into(), (*entry.id).into());
    extension.insert("release".into(), (*entry.release).into());
    extension.insert("sha256".into(), (*entry.sha256).into());
    extension.insert("bytes".into(), entry.bytes.into());
    if let Some(path) = &entry.regions_csv {
        extension.insert("regions_csv".into(), (**path).into());
    }
    for (name, file) in [
        ("boundaries", &entry.boundaries),
        ("facts", &entry.facts),
        ("readings", &entry.readings),
    ] {
        if let Some(Listed {
            href,
            sha256,
            bytes,
        }) = file
        {
            let listed = json!({ "href": href, "sha256": sha256, "bytes": bytes });
            extension.insert(name.into(), listed);
        }
    }
    if entry.is_fact_list {
        extension.insert("kind".into(), "facts".into());
    }
    if entry.is_draft {
        extension.insert("draft".into(), true.into());
    }
    if !entry.languages.is_empty() {
        extension.insert("languages".into(), json!(entry.languages));
    }
    if !entry.views.is_empty() {
        let view = |view: &NamedView| {
            let label = by_lang(&view.label, UNDETERMINED);
            json!({ "label": label, "query": view.query })
        };
        extension.insert("views".into(), entry.views.iter().map(view).collect());
    }
    let others: Map<String, Value> = Label::others(&entry.label)
        .map(|(lang, text)| (lang.to_owned(), text.into()))
        .collect();
    if !others.is_empty() {
        extension.insert("labels".into(), others.into());
    }
    if !entry.everyday_names.is_empty() {
        extension.insert("everyday_names".into(), by_place(&entry.everyday_names));
    }
    json!({
        "class": "dataset",
        "href": entry.href,
        "label": entry.label.own(),
        "extension": extension,
    })
}
