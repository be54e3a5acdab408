//! A copy of the site with other data.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::site;

/// The list of the site.
pub(super) const LIST: &str = "index.json";
/// The file of the dataset.
pub(super) const DATA: &str = "prakerja-1.json";

/// The copy: what a visit of the landing page asks for.
pub(super) struct Edition(PathBuf);

impl Edition {
    pub(super) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _old = fs::remove_dir_all(&folder);
        copy(site(), &folder);
        Self(folder)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.0
    }

    /// The dataset as it is there.
    pub(super) fn data(&self) -> Vec<u8> {
        fs::read(self.0.join("data/prakerja").join(DATA)).unwrap()
    }

    /// Puts other bytes where the dataset was.
    pub(super) fn put(&self, data: &[u8]) {
        fs::write(self.0.join("data/prakerja").join(DATA), data).unwrap();
    }

    /// Lists these bytes as the dataset's only release.
    pub(super) fn list(&self, data: &[u8], release: &str) {
        self.say(|said| {
            said["release"] = release.into();
            describe(said, data);
        });
    }

    /// Puts and lists other published facts; `None`: none at all.
    pub(super) fn facts(&self, facts: Option<&[u8]>) {
        self.say(|said| match facts {
            Some(facts) => {
                describe(&mut said["facts"], facts);
                fs::write(self.0.join("data/prakerja/facts.json"), facts).unwrap();
            }
            None => {
                said.as_object_mut().unwrap().remove("facts");
            }
        });
    }

    /// Changes what the list says of the dataset.
    fn say(&self, change: impl FnOnce(&mut Value)) {
        let list = self.0.join("data").join(LIST);
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

/// Copies all but the documents of single places.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name());
        let place = path.strip_prefix(site()).unwrap().components().count() == 3;
        if path.is_dir()
            && !(place
                && name
                    .to_string_lossy()
                    .starts_with(|it: char| it.is_ascii_digit()))
        {
            copy(&path, &to.join(name));
        } else if path.is_file() {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}
