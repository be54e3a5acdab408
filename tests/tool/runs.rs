//! Building, serving, asking and drawing where there is nothing but the tool and a site.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use super::packed::{run, tool, unpacked};
use super::site::Site;

/// A tool that serves; it ends when this is dropped.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(site: &Site) -> Self {
        let mut child = tool(site.path())
            .args(["serve", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let printed = BufReader::new(child.stdout.take().unwrap());
        let address = printed.lines().find_map(|line| {
            let line = line.unwrap();
            let rest = line.strip_prefix("Jangkau is at http://")?;
            Some(rest.split('/').next()?.to_owned())
        });
        Self {
            child,
            address: address.unwrap(),
        }
    }

    /// The whole answer to a request.
    fn answer(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let (host, end) = (&self.address, "Connection: close\r\n\r\n");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{end}").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The sentence of the landing page of `water` (all 100,000 households).
const SENTENCE: &str = "100,000 households";

#[test]
fn links_are_answered_from_the_working_folder_and_from_a_named_one() {
    let site = Site::of(&["water", "prices"]);
    let answer = run(site.path(), &["query", "en/water/?source=well"]);
    assert_eq!(answer.lines().next(), Some("24900"));
    let deep = site.path().join("data/water");
    assert_eq!(run(&deep, &["query", "en/water/?source=well"]), answer);
    let elsewhere = tempfile::tempdir().unwrap();
    let named = site.path().to_str().unwrap();
    let arguments = ["query", "en/water/?source=well", "--site", named];
    assert_eq!(run(elsewhere.path(), &arguments), answer);
    let file = site.path().join("data/prices/prices-1.json");
    let arguments = ["query", "en/x/?good=rice&month=2024-02", "--file"];
    let answer = run(
        elsewhere.path(),
        &[&arguments[..], &[file.to_str().unwrap()]].concat(),
    );
    assert!(answer.starts_with("1.5\n"), "{answer}");
}

#[test]
fn a_site_is_built_and_served_with_the_page_beside_the_tool() {
    let site = Site::of(&["water", "prices"]);
    run(site.path(), &["build", "--out", "dist", "--base", "/x/"]);
    let dist = site.path().join("dist");
    let landing = fs::read_to_string(dist.join("en/water/index.html")).unwrap();
    assert!(landing.contains(SENTENCE), "{landing}");
    assert!(dist.join("en/prices/index.html").is_file());
    let program = unpacked().join("page/assets/page_bg.wasm");
    assert_eq!(
        fs::read(assets(&dist).join("page_bg.wasm")).unwrap(),
        fs::read(program).unwrap()
    );
    let serving = Serving::start(&site);
    let answer = serving.answer("/en/water/");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains(SENTENCE), "{answer}");
    let answer = serving.answer("/data/index.json");
    assert!(answer.contains("\"water\""), "{answer}");
}

/// The one folder of the assets of a built site.
fn assets(dist: &Path) -> std::path::PathBuf {
    let mut found = fs::read_dir(dist.join("assets")).unwrap();
    found.next().unwrap().unwrap().path()
}

#[test]
fn datasets_without_boundaries_are_built_served_and_drawn_as_lines() {
    let site = Site::of(&["prices"]);
    let serving = Serving::start(&site);
    let answer = serving.answer("/en/prices/");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let draw = ["draw", "en/prices/?tab=trend", "--out", "lines.svg"];
    run(site.path(), &draw);
    let picture = fs::read_to_string(site.path().join("lines.svg")).unwrap();
    assert!(picture.contains("2024-02"), "{picture}");
}

#[test]
fn lines_are_drawn_where_the_listed_boundaries_are_gone_and_a_map_is_not() {
    let site = Site::of(&["water"]);
    fs::remove_file(site.path().join("data/communes.topo.json")).unwrap();
    run(
        site.path(),
        &["draw", "en/water/?tab=trend", "--out", "lines.svg"],
    );
    let map = ["draw", "en/water/", "--out", "map.svg"];
    let output = tool(site.path()).args(map).output().unwrap();
    assert!(!output.status.success());
    assert!(!site.path().join("map.svg").exists());
}

#[test]
fn the_folder_names_the_licence_of_everything_in_it() {
    let text = fs::read_to_string(unpacked().join("licences/THIRD-PARTY.txt")).unwrap();
    // Part of the tool alone, of the page alone, and of both.
    for package in ["clap 4.", "leptos 0.8.", "serde_json 1."] {
        assert!(text.contains(&format!("\n{package}")), "{package}");
    }
    for package in ["proptest ", "html5ever "] {
        assert!(!text.contains(&format!("\n{package}")), "{package}");
    }
    assert!(text.contains("Permission is hereby granted, free of charge"));
    for name in [
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "page/manifest.json",
    ] {
        assert!(unpacked().join(name).is_file(), "{name}");
    }
}
