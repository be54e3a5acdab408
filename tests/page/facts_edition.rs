//! The facts editions of the shipped site: every figure with its source, a map in words, nothing that keeps people
//! out, no program.

use std::fs;

use super::Visit;
use super::access::faults;
use crate::support::{Host, Name, Page, Scheme, shipped_site};

/// Each edition: its rows, what its map counts, and figures that stand on the page, as read in the sources.
const EDITIONS: [(&str, usize, &str, &[&str]); 2] = [
    (
        "kh-training",
        57,
        "5 of 25 provinces have a published figure",
        &[
            "10,128",
            "3,372",
            "at least 27,000",
            "almost 20,000",
            "1,300, rounded",
            "ភ្នំពេញ",
        ],
    ),
    (
        "th-equity",
        45,
        "10 of 77 provinces have a published figure",
        &[
            "45.09",
            "35.90",
            "1.536",
            "at least 2,000,000",
            "not among the ten highest",
            "แม่ฮ่องสอน",
        ],
    ),
];

fn open(id: &str) -> Visit {
    let host = Host::shipped();
    let page = Page::open(&host.url(&format!("en/{id}/")));
    Visit { page, host }
}

/// Markup as its text, for what stands in a document.
fn plain(text: &str) -> String {
    let names = [
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
    ];
    names.iter().fold(text.to_owned(), |text, (name, letter)| {
        text.replace(name, letter)
    })
}

#[test]
fn every_row_of_the_list_stands_on_its_page_with_its_source() {
    for (id, rows, _, _) in EDITIONS {
        let html =
            plain(&fs::read_to_string(shipped_site().join(format!("en/{id}/index.html"))).unwrap());
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data");
        let mut reader =
            csv::Reader::from_path(format!("{source}/{id}/sources/facts.csv")).unwrap();
        let heads = reader.headers().unwrap().clone();
        let mut seen = 0;
        let figures = html.split("id=\"figures\"").nth(1).unwrap();
        for record in reader.records().map(Result::unwrap) {
            let field = |name: &str| &record[heads.iter().position(|head| head == name).unwrap()];
            let (whole, decimals) = field("value")
                .split_once('.')
                .unwrap_or((field("value"), ""));
            let mut number = super::grouped(whole.parse().unwrap(), ',');
            if !decimals.is_empty() {
                number += &format!(".{decimals}");
            }
            // One row of a table has all of it.
            let is_of_it = |row: &&str| {
                let parts = [
                    format!("href=\"{}\"", field("source_url")),
                    field("source_publisher").to_owned(),
                    field("source_date").to_owned(),
                    field("period").to_owned(),
                    field("unit").to_owned(),
                    field("remark").to_owned(),
                    field("category").to_owned(),
                    number.clone(),
                ];
                parts.iter().all(|part| row.contains(part.as_str()))
            };
            let row = figures.split("<tr>").find(is_of_it);
            assert!(row.is_some(), "{id}: {record:?}");
            seen += 1;
        }
        assert_eq!(seen, rows, "{id}");
        assert_eq!(
            figures.split("<tr><th scope=\"row\">").count() - 1,
            rows,
            "{id}"
        );
    }
}

#[test]
fn an_edition_is_read_at_any_width_in_light_and_dark_and_axe_finds_nothing() {
    for (id, _, count, figures) in EDITIONS {
        let visit = open(id);
        for width in [360, 1440] {
            visit.set_window(width, 800);
            let text = visit.text();
            assert!(text.contains(count), "{id} at {width}: {text}");
            for figure in figures {
                assert!(text.contains(figure), "{id} at {width}: {figure}");
            }
            let wider = visit.evaluate("document.documentElement.scrollWidth > innerWidth");
            assert_eq!(wider, false, "{id} at {width}");
            for scheme in [Scheme::Light, Scheme::Dark] {
                visit.set_scheme(scheme);
                let found = faults(&visit);
                assert!(found.is_empty(), "{id} at {width} {scheme:?}: {found:#?}");
            }
        }
        assert!(
            visit
                .text()
                .contains("not a publication of, nor checked by"),
            "{id}"
        );
        let map = visit.role("image", Name::starts_with("Map: "));
        assert!(!map.name().is_empty());
        // What is in another script says so, and every source opens without telling where from.
        let unmarked = visit.evaluate(
            "[...document.querySelectorAll('main *')].filter((it) => [...it.childNodes].some((node) =>
                node.nodeType === 3 && /[\\u0e00-\\u0e7f\\u1780-\\u17ff]/.test(node.data)
                && !it.closest('[lang=km], [lang=th]'))).length",
        );
        assert_eq!(unmarked, 0, "{id}");
        let unsafe_links = visit.evaluate(
            "[...document.querySelectorAll('main a[href^=http]')].filter((it) => !it.rel.includes('noopener')).length",
        );
        assert_eq!(unsafe_links, 0, "{id}");
        assert_eq!(
            visit.evaluate("document.querySelectorAll('script:not([type*=json])').length"),
            0
        );
    }
}

#[test]
fn what_a_reader_takes_along_is_there_and_holds_no_formula() {
    for (id, rows, _, _) in EDITIONS {
        let folder = shipped_site().join("data").join(id);
        let csv = fs::read_to_string(folder.join(format!("{id}.csv"))).unwrap();
        assert_eq!(csv.lines().count(), rows + 1, "{id}");
        assert!(csv.starts_with("topic,category,place,code,period,value,unit,qualifier,remark,publisher,title,date,link,link remark\r\n"));
        let begins = |name: &str, start: &[u8]| {
            let bytes = fs::read(folder.join(name)).unwrap();
            assert!(bytes.starts_with(start), "{name}");
        };
        begins(&format!("{id}.xlsx"), b"PK\x03\x04");
        begins(&format!("{id}-map.png"), b"\x89PNG");
        let svg = fs::read_to_string(folder.join(format!("{id}-map.svg"))).unwrap();
        let drawn = roxmltree::Document::parse(&svg).unwrap();
        let places = drawn
            .descendants()
            .filter(|node| node.has_attribute("data-code"));
        assert_eq!(places.count(), if id == "kh-training" { 25 } else { 77 });
        let visit = open(id);
        let asked = visit.evaluate(
            "Promise.all([...document.querySelectorAll('a[download]')].map((it) => fetch(it.href).then((it) => it.status)))
                .then((all) => all.join())",
        );
        assert_eq!(asked, "200,200,200,200,200", "{id}");
    }
}

#[test]
fn an_edition_stands_in_the_menu_of_datasets_and_in_their_list() {
    let visit = super::visit("en/prakerja/");
    visit.role("button", Name::starts_with("Datasets")).click();
    visit
        .role("link", Name::starts_with("Thailand: students"))
        .click();
    visit.wait_for_text("10 of 77 provinces have a published figure");
    visit.goto(&visit.host.url("en/"));
    visit.wait_for_text("Cambodia: vocational training");
    // In a language that it has not, its address leads on.
    visit.goto(&visit.host.url("id/kh-training/"));
    visit.wait_for_text("5 of 25 provinces have a published figure");
}
