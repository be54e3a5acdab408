//! The element: what a host sets on it, and what a reader without scripts has.

use std::time::Duration;

use super::access::AXE;
use super::partner::{Guest, element, partner_page, partner_url, site_url};
use crate::support::Page;

#[test]
fn the_link_inside_stands_until_the_view_is_ready() {
    let guest = Guest::of("ready.html", "en/water/n1/?source=piped#ui=min");
    guest.wait_for_none("link", "the view");
    guest.wait_in_frame(
        "water/n1",
        "document.querySelector('h1').textContent.includes('9,600')",
    );
    assert_eq!(
        guest.evaluate("document.querySelector('jangkau-view').frame.title"),
        "the view"
    );
    let without = Page::blank();
    without.set_scripts_off();
    without.goto(&partner_page(
        "no-script.html",
        &element("en/water/n1/?source=piped"),
    ));
    let link = without.role("link", "the view");
    assert_eq!(
        link.attribute("href"),
        Some(site_url("en/water/n1/?source=piped"))
    );
}

#[test]
fn other_colours_and_another_language_leave_the_view_as_the_reader_has_it() {
    let guest = Guest::at(&partner_url("partner/"));
    guest.wait_for("told.some(([type]) => type === 'ready')");
    // What the document says before has links of its own.
    guest.wait_in_frame("water/n1", "document.querySelector('.headline') !== null");
    guest.in_frame(
        "water/n1",
        "window.mark = 1; [...document.querySelectorAll('a')].find((it) => it.textContent.startsWith('North')).click()",
    );
    let district = site_url("en/water/district/north/?source=piped");
    guest.wait_for(&format!(
        "document.getElementById('shown').textContent === {district:?}"
    ));
    guest.role("button", "Dark").click();
    // In place: the document is the one that was there.
    guest.wait_in_frame(
        "north/?source=piped",
        "document.documentElement.dataset.theme === 'dark' && window.mark === 1",
    );
    guest.role("button", "Bahasa Indonesia").click();
    let district = site_url("id/water/district/north/?source=piped");
    guest.wait_for(&format!(
        "document.getElementById('shown').textContent === {district:?}"
    ));
    guest.wait_in_frame(
        "id/water/district",
        "document.documentElement.dataset.theme === 'dark'",
    );
    guest.expect_no_policy_complaint();
}

#[test]
fn another_link_is_followed() {
    let guest = Guest::of("follow.html", "en/water/n1/#ui=min");
    let next = site_url("en/water/c1/?source=well#ui=none");
    guest.evaluate(&format!(
        "document.querySelector('jangkau-view').setAttribute('src', {next:?})"
    ));
    guest.wait_for("told.length === 2");
    let ready = site_url("en/water/c1/?source=well");
    assert_eq!(guest.told()[1], ("ready".to_owned(), ready));
}

#[test]
fn a_frame_that_may_only_run_shows_its_figure() {
    let guest = Guest::at(&partner_url("partner/"));
    guest.evaluate("document.getElementById('sandboxed').scrollIntoView()");
    let shown = "document.querySelector('[role=application] svg') !== null && document.querySelector('h1').textContent.includes('100,000')";
    guest.wait_in_frame("ui=none", shown);
    assert_eq!(guest.in_frame("ui=none", "self.origin").unwrap(), "null");
    // Its filters work, too, though it has no history of its own.
    guest.in_frame(
        "ui=none",
        "document.querySelector('[role=application]').focus()",
    );
}

/// So many views of a page show their figure once they come into sight.
#[track_caller]
fn check_all_show(url: &str, views: usize) {
    let mut guest = Guest::at(url);
    guest.0.set_patience(Duration::from_mins(3));
    guest.wait_for(&format!(
        "document.querySelectorAll('jangkau-view').length === {views}"
    ));
    for at in 0..views {
        guest.evaluate(&format!(
            "document.querySelectorAll('jangkau-view')[{at}].scrollIntoView()"
        ));
        // Its own height is told as soon as it is in sight.
        guest.wait_for(&format!(
            "(({{ slotted, frame }}) => slotted.hidden && frame.style.height.endsWith('px'))
               (document.querySelectorAll('jangkau-view')[{at}])"
        ));
    }
    let links = guest.evaluate("told.filter(([type]) => type === 'ready').length");
    assert_eq!(links, views);
    // How soon each answers is the machine's: one that is late is told so, and shown when it comes.
    let in_vain = "told.filter(([type, why]) => type === 'error' && why !== 'the view did not answer').length";
    assert_eq!(guest.evaluate(in_vain), 0);
    assert_eq!(
        guest.evaluate(
            "[...document.querySelectorAll('jangkau-view')].filter((it) => it.frame.hidden).length"
        ),
        0
    );
}

#[test]
fn a_hundred_views_on_one_page_all_show_their_figure() {
    let codes = [
        "n1", "n2", "n3", "n4", "n5", "c1", "c2", "c3", "c4", "s1", "s2", "s3",
    ];
    let view = |at: usize| {
        let (code, year) = (codes[at % 12], 2019 + at / 12 % 4);
        let source = ["piped", "well", "rain"][at / 48];
        let link = format!("en/water/{code}/?period={year}&source={source}#ui=min");
        let src = site_url(&link);
        format!("<jangkau-view src=\"{src}\"><a href=\"{src}\">the view</a></jangkau-view>")
    };
    let views: String = (0..100).map(view).collect();
    let script = site_url("embed/v1.js");
    let body = format!("<script type=\"module\" src=\"{script}\"></script>{views}");
    check_all_show(&partner_page("hundred.html", &body), 100);
}

#[test]
fn every_view_of_the_page_of_many_shows_its_figure_under_its_policy() {
    // Twelve communes of three datasets, and the seven places of the schools.
    check_all_show(&partner_url("partner/hundred.html"), 43);
}

#[test]
fn axe_finds_nothing_in_an_embed() {
    for (at, fragment) in [
        "ui=none",
        "ui=min",
        "ui=title~filters~source&theme=dark",
        "theme=contrast",
    ]
    .into_iter()
    .enumerate()
    {
        let link = format!("en/water/n1/?source=piped#{fragment}");
        let guest = Guest::of(&format!("axe-{at}.html"), &link);
        guest.wait_in_frame(
            "water/n1",
            "document.querySelector('[role=application] svg') !== null",
        );
        guest.in_frame("water/n1", AXE);
        let run = "axe.run(document, { resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations, passes }) => passes.length > 15 ? violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join() : 'nothing checked')";
        let found = guest.in_frame("water/n1", run).expect("axe runs");
        assert_eq!(found, "", "{fragment}");
    }
}

#[test]
fn an_embed_asks_its_own_site_alone_and_keeps_nothing() {
    let guest = Guest::of("privacy.html", "en/water/?source=piped");
    guest.wait_in_frame(
        "source=piped",
        "document.querySelector('[role=application] svg') !== null",
    );
    guest.in_frame(
        "source=piped",
        "[...document.querySelectorAll('.tabs a')].at(-1).click()",
    );
    guest.wait_for("told.length === 2");
    guest.wait_in_frame("tab=about", "document.querySelector('main') !== null");
    for sent in guest.record().requests {
        let own = [site_url(""), partner_url("")]
            .iter()
            .any(|own| sent.url.starts_with(own));
        assert!(own || sent.url.starts_with("data:"), "{}", sent.url);
        assert_eq!(sent.method, "GET");
    }
    let kept = "(async () => [document.cookie, localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches?.keys() ?? []).length].join())()";
    assert_eq!(guest.in_frame("tab=about", kept).unwrap(), ",0,0,0,0");
    let cookies = guest.call(
        "Network.getCookies",
        serde_json::json!({ "urls": [site_url(""), partner_url("")] }),
    );
    assert_eq!(cookies["cookies"].as_array().map(Vec::len), Some(0));
}
