//! Sites of the made datasets, in folders of their own.

use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::made::data_folder;

/// The folder of a site.
pub(crate) struct Site(TempDir);

impl Site {
    /// A site that lists these of the made datasets, and has their files.
    pub(crate) fn of(ids: &[&str]) -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        let mut list = read_json(&data_folder().join("index.json"));
        let items = list["link"]["item"].as_array_mut().unwrap();
        items.retain(|item| ids.contains(&item["extension"]["id"].as_str().unwrap()));
        let is_file = |text: &&str| data_folder().join(text).is_file();
        for item in items.iter() {
            for path in texts(item).into_iter().filter(is_file) {
                let text = fs::read_to_string(data_folder().join(path)).unwrap();
                site.write(&format!("data/{path}"), &text);
            }
        }
        site.write("data/index.json", &list.to_string());
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes the boundaries of the first dataset anew, and their hash into the list.
    pub(crate) fn write_boundaries(&self, text: &str) {
        let mut list = read_json(&self.path().join("data/index.json"));
        let listed = &mut list["link"]["item"][0]["extension"]["boundaries"];
        let mut hash = String::new();
        for byte in Sha256::digest(text) {
            hash += &format!("{byte:02x}");
        }
        listed["sha256"] = hash.into();
        listed["bytes"] = text.len().into();
        let path = format!("data/{}", listed["href"].as_str().unwrap());
        self.write(&path, text);
        self.write("data/index.json", &list.to_string());
    }
}

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Every text of a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(values) => values.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
