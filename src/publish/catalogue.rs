//! What catalogues and search engines read of a dataset: schema.org `Dataset` in its landing pages,
//! and a Data Package beside its files, both from the dataset's own metadata.

use serde_json::{Map, Value, json};

use crate::cube::{Cube, Role};
use crate::formats::json_stat::Entry;
use crate::publish::request::media_type;
use crate::publish::site_files::beside_index;
use crate::publish::site_list::hrefs;
use crate::publish::tree::{Files, hex_sha256};
use crate::scene::{place_name, source_line};
use crate::words::messages;

/// The name of the Data Package beside the files of a dataset.
pub const PACKAGE: &str = "datapackage.json";

/// The files of a dataset, relative to the base of the site.
fn files_of(entry: &Entry) -> Vec<String> {
    hrefs(entry).map(beside_index).collect()
}

/// First and last period, as ISO 8601 writes an interval.
fn periods(cube: &Cube) -> Option<String> {
    let time = cube.dimension(cube.with_role(Role::Time)?);
    let mut codes = time
        .categories()
        .iter()
        .map(|(_, category)| category.code().as_str());
    let first = codes.next()?;
    Some(
        codes
            .last()
            .map_or_else(|| first.to_owned(), |last| format!("{first}/{last}")),
    )
}

/// A schema.org `Dataset` of a landing page, with paths of the site where [`with_addresses`] is to
/// put addresses.
#[must_use]
pub fn schema_org(cube: &Cube, entry: &Entry, (lang, path, sentence): (&str, &str, &str)) -> Value {
    let metadata = cube.metadata();
    let words = messages(lang);
    let notes = metadata.notes.iter().map(|note| note.in_lang(lang));
    let sentence = format!("{sentence}.");
    let description: Vec<&str> = std::iter::once(&*sentence).chain(notes).collect();
    let measured: Vec<&str> = (cube.dimensions().iter())
        .map(|dimension| dimension.label().in_lang(lang))
        .collect();
    let distribution: Vec<Value> = (files_of(entry).iter())
        .map(|path| json!({ "@type": "DataDownload", "encodingFormat": plain_type(path), "contentUrl": path }))
        .collect();
    let mut about = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        about.extend(value.map(|value| (key.to_owned(), value)));
    };
    put("@context", Some("https://schema.org/".into()));
    put("@type", Some("Dataset".into()));
    put("name", Some(metadata.label.in_lang(lang).into()));
    put("description", Some(description.join(" ").into()));
    put("url", Some(path.into()));
    put(
        "identifier",
        Some(format!("{}-{}", entry.id, entry.release).into()),
    );
    put("version", Some(entry.release.as_str().into()));
    put("dateModified", metadata.updated.as_deref().map(Value::from));
    put(
        "license",
        metadata
            .licence
            .as_ref()
            .map(|licence| licence.in_lang(lang).into()),
    );
    let creator = metadata.source.as_ref().map(|source| source.in_lang(lang));
    put(
        "creator",
        creator.map(|name| json!({ "@type": "Organization", "name": name })),
    );
    put("creditText", source_line(cube, words).map(Value::from));
    put("temporalCoverage", periods(cube).map(Value::from));
    let places = cube.with_role(Role::Geo);
    put(
        "spatialCoverage",
        places.map(|_| place_name(cube, None, words).into()),
    );
    put("variableMeasured", Some(json!(measured)));
    put("inLanguage", Some(lang.into()));
    put("isAccessibleForFree", Some(true.into()));
    put("distribution", Some(json!(distribution)));
    Value::Object(about)
}

/// The same with addresses. `to`: the address of a path of the site.
#[must_use]
pub fn with_addresses(mut about: Value, to: impl Fn(&str) -> String) -> Value {
    let set = |value: &mut Value| {
        if let Value::String(path) = value {
            *path = to(path);
        }
    };
    set(&mut about["url"]);
    let files = about["distribution"].as_array_mut().into_iter().flatten();
    files.for_each(|file| set(&mut file["contentUrl"]));
    about
}

/// A Data Package (Frictionless, version 1) of the files of a dataset, which are among `published`.
/// It stands in the folder of the dataset, and may name no file outside of that.
#[must_use]
pub fn data_package(cube: &Cube, entry: &Entry, published: &Files) -> Value {
    let metadata = cube.metadata();
    let folder = files_folder(entry);
    let resource = |path: &String| {
        let bytes = published.get(path)?;
        let file = path.strip_prefix(&folder)?;
        let name: String = file
            .to_lowercase()
            .replace(|it: char| !(it.is_ascii_alphanumeric() || it == '.'), "-");
        let mut resource = json!({
            "name": name,
            "path": file,
            "format": file.rsplit('.').next(),
            "mediatype": plain_type(path),
            "bytes": bytes.len(),
            "hash": format!("sha256:{}", hex_sha256(bytes)),
        });
        if let Some(fields) = fields(path, bytes) {
            resource["profile"] = "tabular-data-resource".into();
            resource["schema"] = json!({ "fields": fields });
        }
        Some(resource)
    };
    let resources: Vec<Value> = files_of(entry).iter().filter_map(resource).collect();
    // Each page or table that a published figure stands on, once.
    let mut sources: Vec<Value> = Vec::new();
    for control in &metadata.controls {
        let source = &control.source;
        let mut told = json!({ "title": format!("{} ({})", source.title, source.publisher) });
        if source.url.starts_with("https://") {
            told["path"] = (&*source.url).into();
        }
        if !source.title.is_empty() && !sources.contains(&told) {
            sources.push(told);
        }
    }
    let mut package = json!({
        "profile": "data-package",
        "name": entry.id,
        "title": metadata.label.own(),
        "version": entry.release,
        "resources": resources,
    });
    let notes: Vec<&str> = metadata.notes.iter().map(crate::cube::Label::own).collect();
    for (key, value) in [
        (
            "description",
            (!notes.is_empty()).then(|| notes.join("\n\n").into()),
        ),
        (
            "created",
            metadata
                .updated
                .as_deref()
                .map(|date| format!("{date}T00:00:00Z").into()),
        ),
        ("homepage", metadata.href.as_deref().map(Value::from)),
        (
            "licenses",
            (metadata.licence.as_ref())
                .map(|licence| json!([{ "name": licence.own(), "title": licence.own() }])),
        ),
        ("sources", (!sources.is_empty()).then(|| json!(sources))),
    ] {
        if let Some(value) = value {
            package[key] = value;
        }
    }
    package
}

/// The folder of a dataset's file, relative to the base, with a slash at its end.
#[must_use]
pub fn files_folder(entry: &Entry) -> String {
    let path = beside_index(&entry.href);
    path.rsplit_once('/')
        .map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

fn plain_type(path: &str) -> &'static str {
    media_type(path).split(';').next().unwrap_or_default()
}

/// The columns of a table, by its first two rows.
fn fields(path: &str, bytes: &[u8]) -> Option<Vec<Value>> {
    if plain_type(path) != "text/csv" {
        return None;
    }
    let mut reader = csv::Reader::from_reader(bytes);
    let names = reader.headers().ok()?.clone();
    let first = reader.records().next()?.ok()?;
    let field = |(name, value): (&str, &str)| {
        let number = value.parse::<f64>().is_ok() && !name.contains("code");
        json!({ "name": name, "type": if number { "number" } else { "string" } })
    };
    Some(names.iter().zip(&first).map(field).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        let about = json!({ "url": "id/x/", "name": "id/x/", "distribution": [{ "contentUrl": "data/x.json" }] });
        let about = with_addresses(about, |path| format!("https://a.id/{path}"));
        assert_eq!(
            about,
            json!({ "url": "https://a.id/id/x/", "name": "id/x/", "distribution": [{ "contentUrl": "https://a.id/data/x.json" }] })
        );
    }
}
