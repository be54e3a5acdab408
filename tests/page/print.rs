//! The view on paper.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::map_read::map;
use super::{Visit, table, visit};

/// How many sheets of A4 a view takes, with backgrounds off.
#[track_caller]
fn sheets(visit: &Visit) -> usize {
    let printed = visit.call(
        "Page.printToPDF",
        json!({ "printBackground": false, "preferCSSPageSize": true }),
    );
    let pdf = printed["data"].as_str().expect("a document");
    let pdf = BASE64_STANDARD.decode(pdf).expect("base64");
    let kind = b"/Type /Page";
    let found = pdf.windows(kind.len() + 1);
    found
        .filter(|part| part.starts_with(kind) && part[kind.len()] != b's')
        .count()
}

#[test]
fn the_map_and_a_place_are_one_sheet_each() {
    for link in [
        "id/prakerja/",
        "en/prakerja/?sex=F&year=2021..2023",
        "id/prakerja/3273/",
    ] {
        let visit = visit(link);
        map(&visit);
        assert_eq!(sheets(&visit), 1, "{link}");
    }
}

#[test]
fn map_legend_bars_source_and_link_stand_on_it_and_no_control() {
    let visit = visit("en/water/n1/?source=piped");
    map(&visit);
    visit.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let shown = visit.text();
    for expected in [
        "households with piped water in Port Amara",
        "Piped water",
        "Legend",
        "en/water/n1/?source=piped",
        "Source",
    ] {
        assert!(shown.contains(expected), "{expected:?} in {shown}");
    }
    for control in [
        "Clear all",
        "Share ▾",
        "Download & cite",
        "Next door",
        "Classes",
    ] {
        assert!(!shown.contains(control), "{control:?} in {shown}");
    }
    // With backgrounds off a bar is seen, and as long as on screen.
    let drawn = visit.evaluate(
        "[...document.querySelectorAll('.bar .fill')].filter((it) => it.getBoundingClientRect().width > 1).map((it) => getComputedStyle(it).borderTopStyle)
           .every((style) => style === 'solid')",
    );
    assert_eq!(drawn, true);
}

#[test]
fn the_table_prints_all_its_rows_and_its_head_on_each_sheet() {
    let visit = visit("id/prakerja/?tab=table&level=region");
    table(&visit, "menurut");
    // 514 rows do not fit on ten sheets.
    assert!(sheets(&visit) > 10, "{}", sheets(&visit));
    visit.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let rows = visit.evaluate(
        "[getComputedStyle(document.querySelector('.places thead')).display,
          [...document.querySelectorAll('.places tbody tr')].filter((row) => row.getBoundingClientRect().height > 8).length]",
    );
    assert_eq!(rows, json!(["table-header-group", 514]));
}
