//! A copy of the site with other data.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::site;

/// The list of the site.
pub(super) const LIST: &str = "index.json";
/// The file of the first dataset.
pub(super) const DATA: &str = "water-1.json";
/// How that is read.
pub(super) const READINGS: &str = "water-1.readings.json";

/// The copy: what a visit of the first dataset's landing page asks for.
pub(super) struct Edition {
    folder: PathBuf,
    dataset: &'static str,
}

impl Edition {
    /// A copy of the site of the made datasets.
    pub(super) fn new(name: &str) -> Self {
        Self::of(site(), "water", name)
    }

    fn of(site: &Path, dataset: &'static str, name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _old = fs::remove_dir_all(&folder);
        copy(site, &folder, 0);
        Self { folder, dataset }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of the dataset's file.
    pub(super) fn file(&self) -> String {
        format!("{}-1.json", self.dataset)
    }

    /// The dataset as it is there.
    pub(super) fn data(&self) -> Vec<u8> {
        fs::read(self.path(&self.file())).unwrap()
    }

    /// Puts other bytes where the dataset was.
    pub(super) fn put(&self, data: &[u8]) {
        fs::write(self.path(&self.file()), data).unwrap();
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join("data").join(self.dataset).join(file)
    }

    /// Lists these bytes as the dataset's only release.
    pub(super) fn list(&self, data: &[u8], release: &str) {
        self.say(|said| {
            said["release"] = release.into();
            describe(said, data);
        });
    }

    /// How the dataset is read there.
    pub(super) fn readings(&self) -> Vec<u8> {
        fs::read(self.path(READINGS)).unwrap()
    }

    /// Puts and lists other readings; `None`: none at all.
    pub(super) fn put_readings(&self, readings: Option<&str>) {
        self.say(|said| match readings {
            Some(readings) => {
                describe(&mut said["readings"], readings.as_bytes());
                fs::write(self.path(READINGS), readings).unwrap();
            }
            None => {
                said.as_object_mut().unwrap().remove("readings");
            }
        });
    }

    /// Puts and lists other published facts; `None`: none at all.
    pub(super) fn facts(&self, facts: Option<&[u8]>) {
        self.say(|said| match facts {
            Some(facts) => {
                describe(&mut said["facts"], facts);
                fs::write(self.path("facts.json"), facts).unwrap();
            }
            None => {
                said.as_object_mut().unwrap().remove("facts");
            }
        });
    }

    /// Changes what the list says of the dataset.
    fn say(&self, change: impl FnOnce(&mut Value)) {
        let list = self.folder.join("data").join(LIST);
        let mut json: Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
        change(&mut json["link"]["item"][0]["extension"]);
        fs::write(list, json.to_string()).unwrap();
    }
}

/// Size and hash of a listed file.
fn describe(said: &mut Value, bytes: &[u8]) {
    said["bytes"] = bytes.len().into();
    let hash = Sha256::digest(bytes);
    let digits: Vec<String> = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    said["sha256"] = digits.concat().into();
}

/// Copies all but the documents of single regions, which lie three folders deep; `depth`: how deep
/// `from` lies.
pub(super) fn copy(from: &Path, to: &Path, depth: usize) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name());
        let of_region = depth == 2 && path.join("index.html").is_file();
        if path.is_dir() && !of_region {
            copy(&path, &to.join(name), depth + 1);
        } else if path.is_file() {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}
