//! Nothing that axe-core knows to keep people out. `tests/data/axe.min.js` is axe-core 4.14.1 by
//! Deque Systems, under the Mozilla Public License 2.0 (`tests/data/axe.LICENSE.txt`).

use serde_json::Value;

use super::map_read::map;
use super::{Visit, visit};
use crate::support::{Name, Scheme};

pub(super) const AXE: &str = include_str!("../data/axe.min.js");

/// One view of each kind; those of the made country, whose tables are short.
const VIEWS: [&str; 12] = [
    "water/n1/?tab=trend&as=share&source=piped",
    "water/n1/?tab=trend&geo=c1~district:south&from=2019&period=2020..2022",
    "water/n2/?tab=facts",
    "water/?tab=table&cols=source&from=2019",
    "water/",
    "water/?map=tile",
    "water/?as=rate&level=district",
    "water/c2/?as=share&source=piped&class=natural7",
    "water/?as=index&class=quantile9&map=tile",
    "water/n1/?source=piped&kind=town&foo=1",
    "water/?tab=table&level=district-2021&as=share&tenure=owner",
    "water/s3/?tab=about",
];

/// The faults that axe-core finds, each with its rule and the markup.
pub(super) fn faults(visit: &Visit) -> Vec<String> {
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
    let visit = visit(&format!("{lang}/water/"));
    visit.set_scheme(scheme);
    for view in VIEWS {
        visit.follow(&format!("{lang}/{view}"));
        if !view.contains("tab=") {
            map(&visit);
        }
        let faults = faults(&visit);
        assert!(faults.is_empty(), "{lang} {scheme:?} {view}: {faults:#?}");
    }
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
    let visit = visit("id/water/");
    visit.evaluate(
        "document.querySelector('input').removeAttribute('id'); document.documentElement.lang = ''",
    );
    let faults = faults(&visit).join("\n");
    assert!(faults.contains("html-has-lang:"), "{faults}");
}

#[test]
fn axe_finds_nothing_in_a_fault() {
    let host = crate::support::Host::start();
    host.fail("index.json", crate::support::Fault::Status(500));
    let page = crate::support::Page::open(&host.url("id/water/"));
    page.role("alert", Name::Any);
    let visit = Visit { page, host };
    let faults = faults(&visit);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn axe_finds_nothing_in_forced_colours_and_a_map_that_cannot_be_drawn() {
    let visit = visit("id/water/");
    visit.set_media(&[("forced-colors", "active")]);
    map(&visit);
    let found = faults(&visit);
    assert!(found.is_empty(), "{found:#?}");

    let host = crate::support::Host::start();
    host.fail("communes.topo.json", crate::support::Fault::Status(404));
    let page = crate::support::Page::open(&host.url("en/water/"));
    page.role("alert", Name::Any);
    let visit = Visit { page, host };
    let found = faults(&visit);
    assert!(found.is_empty(), "{found:#?}");
}
