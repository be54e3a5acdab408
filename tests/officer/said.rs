//! What settings say that cannot be meant so.

use std::fs;
use std::path::Path;

use jangkau::publish::check::check_site;
use jangkau::publish::releases::Drafted;
use jangkau::tabular::Gravity;
use tempfile::TempDir;

use crate::{published, table};

/// The errors of a check, each as it is told.
fn errors(site: &Path) -> Vec<String> {
    let findings = check_site(site).unwrap();
    let errors = findings.sorted().into_iter();
    let errors = errors.filter(|it| it.gravity == Gravity::Error);
    errors.map(|it| format!("{}: {it}", it.kind)).collect()
}

#[track_caller]
fn check(errors: &[String], expected: &[&str]) {
    assert_eq!(errors.len(), expected.len(), "{errors:#?}");
    for (error, expected) in errors.iter().zip(expected) {
        assert!(error.starts_with(expected), "{expected}: {errors:#?}");
    }
}

#[test]
fn small_counts_are_let_through_by_a_reason_and_no_less() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    let settings = site.join("data/grants/grants.toml");
    for said in [
        "safe = { reason = \"\", person = \"\", date = \"\" }",
        "safe = { reason = \"of offices\", person = \"A. Officer\", date = \"soon\" }",
        "already_public = \"yes\"",
        "already_public = \"\"",
        "small = 0",
    ] {
        fs::write(&settings, said).unwrap();
        let outcome = published(site, &table(3));
        assert_eq!(outcome.drafted, None, "{said}");
        let kinds: Vec<&str> = outcome.findings.sorted().iter().map(|it| it.kind).collect();
        assert!(
            kinds.contains(&"setting") && kinds.contains(&"small-count"),
            "{said}: {kinds:?}"
        );
        // So does a check of what stands there already.
        let told = errors(site);
        assert!(
            !told.is_empty() && told.iter().all(|it| it.starts_with("setting: ")),
            "{told:?}"
        );
    }
    fs::write(
        &settings,
        "already_public = \"https://office.example/grants\"",
    )
    .unwrap();
    let outcome = published(site, &table(3));
    assert_eq!(outcome.drafted, Some(Drafted::Release("1".to_owned())));
    check(&errors(site), &[]);
}

#[test]
fn a_check_names_languages_days_and_datasets_that_there_are_not() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    let settings = site.join("data/grants/grants.toml");
    fs::write(&settings, "lang = \"xx\"\nupdated = \"31/12/2026\"\n").unwrap();
    fs::write(site.join("site.toml"), "datasets = [\"grant\"]\n").unwrap();
    check(
        &errors(site),
        &[
            "setting: data/grants/grants.toml, updated: found \"31/12/2026\", expected a day as 2026-11-29; write updated = \"2026-12-31\"",
            "setting: data/grants/grants.toml, lang: found the language \"xx\"",
            "setting: site.toml, datasets: found the dataset \"grant\", expected one of grants; write \"grants\" for \"grant\"",
        ],
    );
}

#[test]
fn every_key_that_is_not_known_is_named_at_once() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    published(site, &table(1200));
    let settings = site.join("data/grants/grants.toml");
    fs::write(
        &settings,
        "titel = \"a\"\nlisence = \"b\"\n\n[tabel]\nsheet = \"c\"\n",
    )
    .unwrap();
    let told = errors(site);
    let at = |line: usize, key: &str| {
        format!("setting: data/grants/grants.toml, line {line}: found unknown field `{key}`")
    };
    let expected = [at(1, "titel"), at(2, "lisence"), at(4, "tabel")];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check(&told, &expected);
    for (told, nearest) in told.iter().zip(["title", "licence", "table"]) {
        assert!(
            told.contains(&format!("did you mean `{nearest}`?")),
            "{told}"
        );
    }
    // Of the site itself they are an error of every command.
    fs::write(site.join("site.toml"), "nmae = \"a\"\ncolor = \"b\"\n").unwrap();
    let error = check_site(site).unwrap_err().to_string();
    let lines: Vec<&str> = error.lines().collect();
    assert!(
        lines.len() == 2 && lines[0].contains("nmae") && lines[1].contains("color"),
        "{error}"
    );
}

#[test]
fn a_map_that_the_settings_do_not_name_is_told_before_a_later_publish_goes_back() {
    let folder = TempDir::new().unwrap();
    let site = folder.path();
    let warned = || {
        let outcome = published(site, &table(1200));
        let findings = outcome.findings.sorted().into_iter();
        let findings = findings.filter(|it| it.kind == "setting");
        findings.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(warned(), [""; 0]);
    assert_eq!(warned(), [""; 0]);
    let settings = site.join("data/grants/grants.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(
        &settings,
        text.replace("districts.geojson", "before.geojson"),
    )
    .unwrap();
    check(
        &warned(),
        &[
            "data/grants/grants.toml, map.file: found \"before.geojson\" in the settings, and \"districts.geojson\" in the command",
        ],
    );
}
