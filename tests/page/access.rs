//! Nothing that axe-core knows to keep people out. `tests/data/axe.min.js` is axe-core 4.14.1 by
//! Deque Systems, under the Mozilla Public License 2.0 (`tests/data/axe.LICENSE.txt`).

use serde_json::Value;

use super::map_read::map;
use super::{Visit, visit};
use crate::support::{Name, Scheme};

pub(super) const AXE: &str = include_str!("../data/axe.min.js");

const VIEWS: [&str; 12] = [
    "prakerja/3273/?tab=trend&as=share&sex=F",
    "prakerja/3273/?tab=trend&geo=7171~province-2020:32&from=2020&year=2021..2023",
    "prakerja/3578/?tab=facts",
    "prakerja/?tab=table&cols=education&from=2020",
    "prakerja/",
    "prakerja/?map=tile",
    "prakerja/?as=rate&level=province-2020",
    "prakerja/3509/?as=share&sex=F&class=natural7",
    "prakerja/?as=index&class=quantile9&map=tile",
    "prakerja/3273/?sex=F&kind=kota&foo=1",
    "prakerja/?tab=table&level=province-2023&as=share&age=18-25",
    "prakerja/9128/?tab=about",
];

/// The faults that axe-core finds, each with its rule and the markup.
fn faults(visit: &Visit) -> Vec<String> {
    visit.evaluate(AXE);
    let run = "axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }).then(({ violations, passes }) => [passes.length, violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 4).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary}`))])";
    let result = visit.evaluate(run);
    // Where it checks nothing it finds nothing.
    assert!(
        result[0].as_u64().is_some_and(|passed| passed > 20),
        "{result}"
    );
    let found = result[1].as_array().into_iter().flatten();
    found.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[track_caller]
fn check(lang: &str, scheme: Scheme) {
    let visit = visit(&format!("{lang}/prakerja/"));
    visit.set_scheme(scheme);
    for view in VIEWS {
        visit.follow(&format!("{lang}/{view}"));
        if !view.contains("tab=") {
            map(&visit);
        }
        let faults = faults(&visit);
        assert!(faults.is_empty(), "{lang} {scheme:?} {view}: {faults:#?}");
    }
    // With the list of places and a long chart open.
    visit.follow(&format!("{lang}/prakerja/province-2020/32/"));
    visit.all("DisclosureTriangle", Name::Any)[0].click();
    visit
        .role(
            "combobox",
            if lang == "id" {
                "Cari tempat"
            } else {
                "Find a place"
            },
        )
        .fill("bandung");
    visit.role("option", Name::contains(" · "));
    let faults = faults(&visit);
    assert!(faults.is_empty(), "{lang} {scheme:?} open: {faults:#?}");
}

#[test]
fn axe_finds_nothing_in_indonesian() {
    check("id", Scheme::Light);
    check("id", Scheme::Dark);
}

#[test]
fn axe_finds_nothing_in_english() {
    check("en", Scheme::Light);
    check("en", Scheme::Dark);
}

#[test]
fn axe_finds_what_is_broken() {
    let visit = visit("id/prakerja/");
    visit.evaluate(
        "document.querySelector('input').removeAttribute('id'); document.documentElement.lang = ''",
    );
    let faults = faults(&visit).join("\n");
    assert!(faults.contains("html-has-lang:"), "{faults}");
}

#[test]
fn axe_finds_nothing_in_a_fault() {
    let host = crate::support::Host::shipped();
    host.fail("index.json", crate::support::Fault::Status(500));
    let page = crate::support::Page::open(&host.url("id/prakerja/"));
    page.role("alert", Name::Any);
    let visit = Visit { page, host };
    let faults = faults(&visit);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn axe_finds_nothing_in_forced_colours_and_a_map_that_cannot_be_drawn() {
    let visit = visit("id/prakerja/");
    visit.set_media(&[("forced-colors", "active")]);
    map(&visit);
    let found = faults(&visit);
    assert!(found.is_empty(), "{found:#?}");

    let host = crate::support::Host::shipped();
    host.fail("regions.topo.json", crate::support::Fault::Status(404));
    let page = crate::support::Page::open(&host.url("en/prakerja/"));
    page.role("alert", Name::Any);
    let visit = Visit { page, host };
    let found = faults(&visit);
    assert!(found.is_empty(), "{found:#?}");
}
