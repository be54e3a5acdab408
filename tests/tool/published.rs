//! What reaches a built site, and what stays where it is.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use flate2::read::GzDecoder;

use super::packed::run;
use super::site::Site;

const SECRET: &str = "Nadia Orrin, born 1984-03-09";

/// Whether a file of the folder, taken out of its compression, holds the text.
fn holds(folder: &Path, text: &str) -> bool {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, text);
        }
        let bytes = fs::read(&path).unwrap();
        let mut plain = Vec::new();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("br") => {
                let mut reader = brotli::Decompressor::new(&bytes[..], 4096);
                reader.read_to_end(&mut plain).unwrap();
            }
            Some("gz") => {
                GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
            }
            _ => plain = bytes,
        }
        plain
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    })
}

#[test]
fn a_stray_file_beside_the_data_never_goes_live() {
    let site = Site::of(&["water"]);
    let rows = format!("commune,person\nn1,\"{SECRET}\"\n").repeat(40);
    for path in [
        "data/water/records.csv",
        "data/water/sources/records.csv",
        "data/water/regions.csv.bak",
        "data/records.csv",
        "records.csv",
        "api/records.js",
        "assets/records.js",
        ".key",
    ] {
        site.write(path, &rows);
    }
    site.write(
        "data/water/LICENSE.md",
        "Made for tests: a declared file.\n",
    );
    site.write("site.toml", "files = [\"data/water/LICENSE.md\"]\n");
    run(site.path(), &["build", "--out", "dist"]);
    let dist = site.path().join("dist");
    assert!(!holds(&dist, SECRET));
    // The search finds what is there, plain and compressed.
    assert!(holds(&dist, "a declared file"));
    assert!(holds(&dist.join("data"), "Port Amara"));
    assert!(dist.join("data/water/regions.csv").is_file());
    assert!(!dist.join("site.toml").exists());
}

#[test]
fn a_file_that_is_declared_no_more_leaves_the_built_site() {
    let site = Site::of(&["prices"]);
    site.write("data/prices/report.csv", &format!("{SECRET}\n").repeat(40));
    site.write("site.toml", "files = [\"data/prices/report.csv\"]\n");
    let dist = site.path().join("dist");
    run(site.path(), &["build", "--out", "dist"]);
    assert!(holds(&dist, SECRET));
    site.write("site.toml", "files = []\n");
    run(site.path(), &["build", "--out", "dist"]);
    assert!(!holds(&dist, SECRET));
}
