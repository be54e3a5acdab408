//! What catalogues read of a list of published figures.

use serde_json::{Map, Value, json};

use super::files::{Kind, Taken};
use super::markup::Edition;
use crate::publish::request::media_type;
use crate::publish::tree::hex_sha256;
use crate::scene::FactListScene;

impl Edition<'_> {
    /// A schema.org `Dataset`, with paths of the site where addresses are to stand.
    pub(super) fn schema_org(&self, scene: &FactListScene, (path, taken): (&str, &Taken)) -> Value {
        let about = self.list.about();
        let lang = self.words.code;
        let is_data = |(_, kind): &&(String, Kind)| !matches!(kind, Kind::Svg | Kind::Png);
        let distribution = taken.offered.iter().filter(is_data).map(|(path, _)| {
            json!({ "@type": "DataDownload", "encodingFormat": plain_type(path), "contentUrl": path })
        });
        let mut sources: Vec<&str> = Vec::new();
        for fact in self.list.facts() {
            if !sources.contains(&&*fact.source.url) {
                sources.push(&fact.source.url);
            }
        }
        let topics: Vec<&str> = scene.topics.iter().map(|topic| &*topic.name).collect();
        let mut value = Map::new();
        let mut put = |key: &str, text: Option<Value>| {
            value.extend(text.map(|text| (key.to_owned(), text)));
        };
        put("@context", Some("https://schema.org/".into()));
        put("@type", Some("Dataset".into()));
        put("name", Some((*scene.title).into()));
        let description = self.words.sentences(&[&scene.sentence, &self.made()]);
        put("description", Some(description.into()));
        put("url", Some(path.into()));
        let identifier = format!("{}-{}", about.id, about.release);
        put("identifier", Some(identifier.into()));
        put("version", Some((*about.release).into()));
        put("dateModified", about.updated.as_deref().map(Value::from));
        let licence = about.licence.as_ref();
        put("license", licence.map(|it| it.in_lang(lang).into()));
        let whole = about.whole.in_lang(lang);
        put("spatialCoverage", (!whole.is_empty()).then(|| whole.into()));
        put("variableMeasured", Some(json!(topics)));
        put("isBasedOn", Some(json!(sources)));
        put("inLanguage", Some(lang.into()));
        put("isAccessibleForFree", Some(true.into()));
        put("distribution", Some(distribution.collect()));
        Value::Object(value)
    }

    /// A Data Package (Frictionless, version 1) of the files, as text.
    pub(super) fn data_package(&self, taken: &Taken) -> String {
        let about = self.list.about();
        let resource = |(path, _): &(String, Kind)| {
            let (_, name) = path.rsplit_once('/')?;
            let bytes = taken.files.get(path)?;
            Some(json!({
                "name": name.to_lowercase(),
                "path": name,
                "mediatype": plain_type(path),
                "bytes": bytes.len(),
                "hash": format!("sha256:{}", hex_sha256(bytes)),
            }))
        };
        let mut sources: Vec<Value> = Vec::new();
        for fact in self.list.facts() {
            let source = &fact.source;
            let title = format!("{} ({})", source.title, source.publisher);
            let told = json!({ "title": title, "path": source.url });
            if !sources.contains(&told) {
                sources.push(told);
            }
        }
        let resources: Vec<Value> = taken.offered.iter().filter_map(resource).collect();
        let mut package = json!({
            "profile": "data-package",
            "name": about.id,
            "title": about.title.own(),
            "version": about.release,
            "description": self.made(),
            "resources": resources,
            "sources": sources,
        });
        if let Some(licence) = &about.licence {
            package["licenses"] = json!([{ "name": licence.own(), "title": licence.own() }]);
        }
        format!("{package:#}\n")
    }
}

fn plain_type(path: &str) -> &'static str {
    media_type(path).split(';').next().unwrap_or_default()
}
