//! Who may name whom, read from the `use` lines, and what nobody may name.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod dataset_words;

use std::fs;
use std::path::{Path, PathBuf};

const ALLOWED: [(&str, &[&str]); 19] = [
    ("cube", &["cube"]),
    ("words", &["words"]),
    ("geo", &["geo"]),
    ("scale", &["scale"]),
    ("fact_list", &["fact_list", "cube"]),
    ("formats", &["formats", "cube", "fact_list", "geo"]),
    ("search", &["search", "cube"]),
    ("disclosure", &["disclosure", "cube"]),
    // Names of places are compared the way a search finds them.
    (
        "tabular",
        &["tabular", "cube", "fact_list", "formats", "geo", "search"],
    ),
    ("embed", &["embed"]),
    ("view_state", &["view_state", "cube", "embed", "scale"]),
    (
        "scene",
        &[
            "scene",
            "cube",
            "fact_list",
            "geo",
            "scale",
            "words",
            "view_state",
        ],
    ),
    (
        "drawing",
        &[
            "drawing",
            "cube",
            "geo",
            "scale",
            "scene",
            "view_state",
            "words",
        ],
    ),
    (
        "spreadsheet",
        &[
            "spreadsheet",
            "cube",
            "fact_list",
            "formats",
            "scene",
            "view_state",
            "words",
        ],
    ),
    ("browser", &["browser", "embed"]),
    (
        "published",
        &[
            "published",
            "browser",
            "cube",
            "formats",
            "scene",
            "view_state",
            "words",
        ],
    ),
    (
        "api",
        &[
            "api",
            "browser",
            "cube",
            "drawing",
            "formats",
            "published",
            "scale",
            "scene",
            "spreadsheet",
            "view_state",
            "words",
        ],
    ),
    (
        "app",
        &[
            "app",
            "browser",
            "cube",
            "embed",
            "geo",
            "published",
            "scale",
            "scene",
            "search",
            "view_state",
            "words",
        ],
    ),
    (
        "publish",
        &[
            "publish",
            "cube",
            "disclosure",
            "drawing",
            "embed",
            "fact_list",
            "formats",
            "geo",
            "scale",
            "scene",
            "search",
            "spreadsheet",
            "tabular",
            "view_state",
            "words",
        ],
    ),
];

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect();
    files.sort();
    files
}

/// The Rust files of a folder of the source.
fn modules(folder: &str) -> Vec<PathBuf> {
    let mut files = files(&source().join(folder));
    files.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn a_folder_names_only_those_below_it() {
    for (folder, allowed) in ALLOWED {
        for path in modules(folder) {
            let text = fs::read_to_string(&path).unwrap();
            for (before, after) in text
                .match_indices("crate::")
                .map(|(at, word)| text.split_at(at + word.len()))
            {
                let named: String = after
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                    .collect();
                let line = before.lines().count();
                assert!(
                    allowed.contains(&&*named),
                    "{}:{line} names {named}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_folder_of_the_source_is_held_to_its_place() {
    for entry in fs::read_dir(source())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
    {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        let known = name == "bin" || ALLOWED.iter().any(|(folder, _)| *folder == name);
        assert!(known, "{name} has no place in the architecture");
    }
}

#[test]
fn only_the_browser_folder_names_web_apis() {
    for (folder, _) in ALLOWED
        .iter()
        .filter(|(folder, _)| !["browser", "app"].contains(folder))
    {
        for path in modules(folder) {
            let text = fs::read_to_string(&path).unwrap();
            for word in ["web_sys::", "js_sys::", "gloo::", "leptos::"] {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

/// The page is given how a dataset is read. What works that out stays out of it as long as nothing in
/// it makes a cube, or opens a file, of which that is not known.
#[test]
fn the_page_makes_no_cube_of_which_the_readings_are_not_given() {
    for folder in [
        "app",
        "browser",
        "published",
        "scene",
        "search",
        "view_state",
    ] {
        // Made cubes are for tests.
        let own = modules(folder).into_iter();
        for path in own.filter(|path| !path.ends_with("made.rs")) {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for word in [
                    "Cube::new(",
                    "cube_from_bytes",
                    "cube.cut(",
                    "open_dataset",
                    "Opened",
                ] {
                    assert!(!line.contains(word), "{} names {word}", path.display());
                }
            }
        }
    }
}
