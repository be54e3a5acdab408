//! What a table says otherwise than the release before.

use std::fs;
use std::path::Path;

use jangkau::publish::publish_file::{Outcome, REPORT};
use jangkau::publish::releases::{Drafted, release};
use jangkau::tabular::{Finding, Gravity};
use tempfile::TempDir;

use crate::{newest, published, table};

/// A site with release 1.
fn released() -> TempDir {
    let folder = TempDir::new().unwrap();
    published(folder.path(), &table(1200));
    release(folder.path(), "grants").unwrap();
    folder
}

#[track_caller]
fn found<'a>(outcome: &'a Outcome, kind: &str) -> &'a Finding {
    let all = outcome.findings.sorted();
    let found = all.into_iter().find(|it| it.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind}: {:#?}", outcome.findings))
}

fn has(outcome: &Outcome, kind: &str) -> bool {
    outcome.findings.sorted().iter().any(|it| it.kind == kind)
}

fn settings(site: &Path, text: &str) {
    fs::write(site.join("data/grants/grants.toml"), text).unwrap();
}

#[test]
fn the_same_table_is_no_revision() {
    let folder = released();
    let outcome = published(folder.path(), &table(1200));
    assert_eq!(outcome.drafted, Some(Drafted::Unchanged("1".to_owned())));
    for kind in ["revised", "revised-much", "codes-gone", "codes-new"] {
        assert!(!has(&outcome, kind), "{kind}");
    }
}

#[test]
fn the_ten_largest_changes_are_named_with_what_was_and_what_is() {
    let folder = released();
    // Twelve figures of 2022 and 2023 with 11 to 22 more each; in the order of the file.
    let mut text = String::new();
    let mut more = 10;
    for line in table(1200).lines() {
        let figure = line
            .rsplit(';')
            .next()
            .and_then(|it| it.parse::<u32>().ok());
        match figure {
            Some(figure) if more < 22 => {
                more += 1;
                let start = &line[..line.rfind(';').unwrap()];
                text += &format!("{start};{}\n", figure + more);
            }
            _ => text += &format!("{line}\n"),
        }
    }
    let outcome = published(folder.path(), &text);
    let revised = found(&outcome, "revised");
    assert_eq!(revised.gravity, Gravity::Note);
    // The twelfth is that of the men of Nova Vila in 2023: 900 + 20 + 1, and 22 more.
    let start = "figures 12 revised; the largest changes: Nova Vila, Male, 2023: 921 to 943; \
                 Nova Vila, Male, 2022: 920 to 941; ";
    assert!(revised.found.starts_with(start), "{}", revised.found);
    // The tenth has 13 more; 12 and 11 are not named.
    let end = "; Port Amara, Male, 2022: 900 to 913";
    assert!(revised.found.ends_with(end), "{}", revised.found);
    assert!(!has(&outcome, "revised-much"));
    assert_eq!(outcome.drafted, Some(Drafted::Release("2".to_owned())));
    let html = fs::read_to_string(folder.path().join(REPORT[0])).unwrap();
    assert!(html.contains("Nova Vila, Male, 2023: 921 to 943"), "{html}");
}

#[test]
fn a_sum_that_differs_by_more_than_a_tenth_is_a_warning() {
    let folder = released();
    // All of 2022: 4 times 2,100 and twice 0 to 30 = 8,520; 900 more are 10.6 %.
    let outcome = published(folder.path(), &table(2100));
    let much = found(&outcome, "revised-much");
    assert_eq!(
        (much.gravity, much.times, much.spot.to_string()),
        (Gravity::Warning, 1, "Persons, 2022".to_owned())
    );
    assert_eq!(
        much.found,
        "the figures that both have add up to 9420 instead of 8520 (+11 %)"
    );
    let outcome = published(folder.path(), &table(2000));
    assert!(!has(&outcome, "revised-much"));
}

#[test]
fn codes_that_are_gone_or_renamed_are_a_question_and_new_ones_a_note() {
    let folder = released();
    // Kep (04) has another code, Nova Vila (03) is gone, 2024 is new.
    let renamed = table(1200).replace("04;Kep", "14;Kep");
    let kept = renamed.lines().filter(|line| !line.contains("Nova Vila"));
    let mut text = kept.collect::<Vec<_>>().join("\n") + "\n";
    for sex in ["Female", "Male"] {
        for (code, place) in [("01", "Port Amara"), ("02", "Sisoka"), ("14", "Kep")] {
            text += &format!("{code};{place};{sex};2024;1000\n");
        }
    }
    let publish = || {
        fs::write(folder.path().join("grants.csv"), &text).unwrap();
        let order = jangkau::publish::publish_file::Order::of(
            vec![folder.path().join("grants.csv")],
            folder.path(),
        );
        jangkau::publish::publish_file::publish_file(&order).unwrap()
    };
    let outcome = publish();
    let gone = found(&outcome, "codes-gone");
    assert_eq!(gone.gravity, Gravity::Question);
    assert_eq!(
        gone.found,
        "1 gone: 03 (Nova Vila); 1 renamed: 04 is now 14 (Kep)"
    );
    let new = found(&outcome, "codes-new");
    assert_eq!(
        (new.gravity, &*new.found, new.spot.to_string()),
        (Gravity::Note, "1 new: 2024", "\"Year\"".to_owned())
    );
    assert_eq!(outcome.drafted, None);
    settings(folder.path(), "accept = [\"codes-gone\"]\n");
    assert_eq!(publish().drafted, Some(Drafted::Release("2".to_owned())));
}

#[test]
fn a_correction_is_told_to_readers() {
    let folder = released();
    settings(
        folder.path(),
        "correction = \"Women of Port Amara in 2022 were counted too low.\"\n",
    );
    published(folder.path(), &table(1300));
    let (_, cube) = newest(folder.path());
    let notes: Vec<&str> = cube
        .metadata()
        .notes
        .iter()
        .map(jangkau::cube::Label::own)
        .collect();
    assert_eq!(
        notes,
        ["Correction: Women of Port Amara in 2022 were counted too low."]
    );
}
