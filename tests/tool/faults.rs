//! What is said of a fault: the place, what was found and expected, the way out; and each only once.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use super::packed::{said, tool, unpacked};
use super::site::Site;

/// Runs the tool, which is to fail, and gives what it says of it.
#[track_caller]
fn complaint(working: &Path, arguments: &[&str]) -> String {
    let output = tool(working).args(arguments).output().unwrap();
    let [_, complaint] = said(&output);
    assert!(!output.status.success(), "{arguments:?}");
    let start = complaint.find("error: ").unwrap();
    complaint[start..].to_owned()
}

/// Checks that a fault is told with these words, and that no cause repeats what stands before it.
#[track_caller]
fn check(complaint: &str, words: &[&str]) {
    for word in words {
        assert_eq!(complaint.matches(word).count(), 1, "{word}: {complaint}");
    }
    let texts: Vec<&str> = (complaint.lines())
        .map(|line| {
            line.trim_start_matches("error: ")
                .trim_start_matches("  because: ")
        })
        .collect();
    for (at, text) in texts.iter().enumerate() {
        let others = texts.iter().enumerate().filter(|(other, _)| *other != at);
        for (_, other) in others {
            assert!(!other.contains(text), "said twice: {complaint}");
        }
    }
}

#[test]
fn without_a_site_the_ways_to_one_are_named() {
    let empty = tempfile::tempdir().unwrap();
    for arguments in [
        &["serve", "--port", "0"][..],
        &["build", "--out", "dist"],
        &["query", "en/water/"],
        &["draw", "en/water/", "--out", "map.svg"],
    ] {
        let complaint = complaint(empty.path(), arguments);
        check(&complaint, &["data/index.json", "--site"]);
    }
}

#[test]
fn a_file_that_is_not_there_or_broken_is_named_once_with_its_fault() {
    let site = Site::of(&["water"]);
    let query = |file: &str| complaint(site.path(), &["query", "en/x/", "--file", file]);
    check(&query("no.json"), &["no.json", "because: "]);
    site.write("cut.json", "{\"version\":");
    check(&query("cut.json"), &["cut.json", "not JSON"]);
    site.write("other.json", "{\"class\": \"table\"}");
    check(&query("other.json"), &["other.json", "expected", "table"]);
    let twice = r#"{"version": "2.0", "class": "dataset", "id": ["a"], "size": [2],
        "dimension": {"a": {"category": {"index": ["x", "x"]}}}, "value": [1, 2]}"#;
    site.write("twice.json", twice);
    check(
        &query("twice.json"),
        &["twice.json", "the code \"x\" twice"],
    );
}

#[test]
fn a_listed_file_that_is_missing_or_another_is_named_with_the_list() {
    let site = Site::of(&["water"]);
    let build = || complaint(site.path(), &["build", "--out", "dist"]);
    site.write("data/water/facts.json", "{}");
    check(
        &build(),
        &["data/water/facts.json", "its SHA-256 is", "listed is"],
    );
    fs::remove_file(site.path().join("data/communes.topo.json")).unwrap();
    check(
        &build(),
        &["communes.topo.json is missing", "data/index.json names it"],
    );
}

#[test]
fn boundaries_that_are_none_stop_the_site_with_their_fault() {
    let site = Site::of(&["water"]);
    site.write_boundaries("{\"type\": \"Topology\", \"arcs\": 1}");
    for arguments in [&["build", "--out", "dist"][..], &["serve", "--port", "0"]] {
        let complaint = complaint(site.path(), arguments);
        check(
            &complaint,
            &["communes.topo.json cannot be used", "because: ", "expected"],
        );
    }
}

#[test]
fn settings_that_are_not_understood_are_refused_with_what_is_known() {
    let site = Site::of(&["prices"]);
    site.write("site.toml", "# settings\nfile = []\n");
    let complaint = complaint(site.path(), &["build", "--out", "dist"]);
    // There are more keys than one: the nearest is named beside all of them.
    check(
        &complaint,
        &[
            "site.toml, line 2: unknown field `file`, expected one of ",
            "did you mean `files`?",
        ],
    );
}

#[test]
fn a_port_that_is_taken_and_a_folder_of_someone_else_are_named_with_the_way_out() {
    let site = Site::of(&["prices"]);
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let serve = complaint(site.path(), &["serve", "--port", &port]);
    check(
        &serve,
        &["is taken by another program", "for example --port"],
    );
    site.write("mine/thesis.txt", "mine");
    let build = complaint(site.path(), &["build", "--out", "mine"]);
    check(&build, &["was not written by this command"]);
}

#[test]
fn a_page_that_is_not_the_tool_s_own_is_refused() {
    let site = Site::of(&["prices"]);
    let pages = tempfile::tempdir().unwrap();
    copy(&unpacked().join("page"), pages.path());
    let named = pages.path().to_str().unwrap();
    let build = || complaint(site.path(), &["build", "--out", "dist", "--page", named]);
    let boot = pages.path().join("assets/boot.js");
    let own = fs::read(&boot).unwrap();
    fs::write(&boot, "// changed").unwrap();
    check(
        &build(),
        &[
            "assets/boot.js: SHA-256",
            "expected SHA-256",
            "the page/ that was packed",
        ],
    );
    fs::write(&boot, own).unwrap();
    let manifest = pages.path().join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    fs::write(&manifest, text.replace(version, "9.9.9")).unwrap();
    check(
        &build(),
        &[
            "found a page of version 9.9.9",
            &format!("expected version {version}"),
        ],
    );
    fs::write(&manifest, text).unwrap();
    let mut build = tool(site.path());
    build
        .args(["build", "--out", "dist"])
        .env("JANGKAU_PAGE", named);
    assert!(build.output().unwrap().status.success());
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
