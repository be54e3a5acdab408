//! The element: what a host sets on it, and what a reader without scripts has.

use std::time::Duration;

use super::access::AXE;
use super::partner::{Guest, element, partner_page, partner_url, site_url};
use crate::support::Page;

#[test]
fn the_link_inside_stands_until_the_view_is_ready() {
    let guest = Guest::of("ready.html", "en/prakerja/3273/?sex=F#ui=min");
    guest.wait_for_none("link", "the view");
    guest.wait_in_frame(
        "3273",
        "document.querySelector('h1').textContent.includes('92,486')",
    );
    assert_eq!(
        guest.evaluate("document.querySelector('jangkau-view').frame.title"),
        "the view"
    );
    let without = Page::blank();
    without.set_scripts_off();
    without.goto(&partner_page(
        "no-script.html",
        &element("en/prakerja/3273/?sex=F"),
    ));
    let link = without.role("link", "the view");
    assert_eq!(
        link.attribute("href"),
        Some(site_url("en/prakerja/3273/?sex=F"))
    );
}

#[test]
fn other_colours_and_another_language_leave_the_view_as_the_reader_has_it() {
    let guest = Guest::at(&partner_url("partner/"));
    guest.wait_for("told.some(([type]) => type === 'ready')");
    guest.in_frame(
        "1101",
        "window.mark = 1; [...document.querySelectorAll('a')].find((it) => it.textContent === 'Aceh').click()",
    );
    let province = site_url("en/prakerja/province-2020/11/?sex=F");
    guest.wait_for(&format!(
        "document.getElementById('shown').textContent === {province:?}"
    ));
    guest.role("button", "Dark").click();
    // In place: the document is the one that was there.
    guest.wait_in_frame(
        "11/?sex=F",
        "document.documentElement.dataset.theme === 'dark' && window.mark === 1",
    );
    guest.role("button", "Bahasa Indonesia").click();
    let province = site_url("id/prakerja/province-2020/11/?sex=F");
    guest.wait_for(&format!(
        "document.getElementById('shown').textContent === {province:?}"
    ));
    guest.wait_in_frame(
        "id/prakerja/province-2020",
        "document.documentElement.dataset.theme === 'dark'",
    );
    guest.expect_no_policy_complaint();
}

#[test]
fn another_link_is_followed() {
    let guest = Guest::of("follow.html", "en/prakerja/3273/#ui=min");
    let next = site_url("en/prakerja/3171/?sex=M#ui=none");
    guest.evaluate(&format!(
        "document.querySelector('jangkau-view').setAttribute('src', {next:?})"
    ));
    guest.wait_for("told.length === 2");
    let ready = site_url("en/prakerja/3171/?sex=M");
    assert_eq!(guest.told()[1], ("ready".to_owned(), ready));
}

#[test]
fn a_frame_that_may_only_run_shows_its_figure() {
    let guest = Guest::at(&partner_url("partner/"));
    guest.evaluate("document.getElementById('sandboxed').scrollIntoView()");
    let shown = "document.querySelector('#map svg') !== null && document.querySelector('h1').textContent.includes('17,500,000')";
    guest.wait_in_frame("ui=none", shown);
    assert_eq!(guest.in_frame("ui=none", "self.origin").unwrap(), "null");
    // Its filters work, too, though it has no history of its own.
    guest.in_frame(
        "ui=none",
        "document.querySelector('#map [role=application], #map').focus()",
    );
}

#[test]
fn a_hundred_views_on_one_page_all_show_their_figure() {
    let mut guest = Guest::at(&partner_url("partner/hundred.html"));
    guest.0.set_patience(Duration::from_mins(3));
    guest.wait_for("document.querySelectorAll('jangkau-view').length === 100");
    for at in 0..100 {
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
    assert_eq!(links, 100);
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
        let link = format!("en/prakerja/3273/?sex=F#{fragment}");
        let guest = Guest::of(&format!("axe-{at}.html"), &link);
        guest.wait_in_frame("3273", "document.querySelector('#map svg') !== null");
        guest.in_frame("3273", AXE);
        let run = "axe.run(document, { resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations, passes }) => passes.length > 15 ? violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join() : 'nothing checked')";
        let found = guest.in_frame("3273", run).expect("axe runs");
        assert_eq!(found, "", "{fragment}");
    }
}

#[test]
fn an_embed_asks_its_own_site_alone_and_keeps_nothing() {
    let guest = Guest::of("privacy.html", "en/prakerja/?sex=F");
    guest.wait_in_frame("sex=F", "document.querySelector('#map svg') !== null");
    guest.in_frame(
        "sex=F",
        "[...document.querySelectorAll('.tabs a')].at(-1).click()",
    );
    guest.wait_for("told.length === 2");
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
