//! The made datasets as files of a site.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::OnceLock;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{boundaries, facts, health, injuries, jobs, prices, schools, water};

/// The `data` folder of a site with the made datasets; `water` is the first.
pub(crate) fn data_folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("made/data");
        for (path, text) in files() {
            write(&data.join(path), &text);
        }
        data
    })
}

/// Every file: its path beside the list, and its text.
fn files() -> Vec<(&'static str, String)> {
    let borders = ("communes.topo.json", boundaries::topology().to_string());
    let published = ("water/facts.json", facts::facts().to_string());
    let mut water = listed("water/water-1.json", &water::dataset());
    water["extension"]["regions_csv"] = "water/regions.csv".into();
    water["extension"]["facts"] = fingerprint(&published);
    water["extension"]["boundaries"] = fingerprint(&borders);
    let mut health = listed("health/health-1.json", &health::dataset());
    health["extension"]["boundaries"] = fingerprint(&borders);
    let prices = listed("prices/prices-1.json", &prices::dataset());
    let mut schools = listed("schools/schools-1.json", &schools::dataset());
    schools["extension"]["languages"] = json!(["fr", "en"]);
    let mut injuries = listed("injuries/injuries-1.json", &injuries::dataset());
    injuries["extension"]["boundaries"] = fingerprint(&borders);
    let jobs = listed("jobs/jobs-1.json", &jobs::dataset());
    let list = json!({
        "version": "2.0", "class": "collection", "label": "Veluna",
        "link": {"item": [water, health, prices, schools, injuries, jobs]},
    });
    vec![
        ("water/water-1.json", water::dataset().to_string()),
        ("water/regions.csv", water::regions_csv()),
        ("health/health-1.json", health::dataset().to_string()),
        ("prices/prices-1.json", prices::dataset().to_string()),
        ("schools/schools-1.json", schools::dataset().to_string()),
        ("injuries/injuries-1.json", injuries::dataset().to_string()),
        ("jobs/jobs-1.json", jobs::dataset().to_string()),
        borders,
        published,
        ("index.json", list.to_string()),
    ]
}

/// The item of the list for a dataset.
fn listed(path: &'static str, dataset: &Value) -> Value {
    let mut about = fingerprint(&(path, dataset.to_string()));
    let href = about["href"].take();
    about.as_object_mut().unwrap().remove("href");
    for key in ["id", "release", "labels"] {
        if let Some(known) = dataset["extension"].get(key) {
            about[key] = known.clone();
        }
    }
    json!({"class": "dataset", "href": href, "label": dataset["label"], "extension": about})
}

/// Path, hash and size of a file.
fn fingerprint((path, text): &(&str, String)) -> Value {
    let mut hash = String::new();
    for byte in Sha256::digest(text) {
        write!(hash, "{byte:02x}").unwrap();
    }
    json!({"href": path, "sha256": hash, "bytes": text.len()})
}

/// Puts a file there in one step: other test programs may read it.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let beside = path.with_extension(format!("{}.new", process::id()));
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}
