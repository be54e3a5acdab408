//! What a document says before its program, and without it.

use super::headline;
use crate::support::{Fault, Host, Name, Page};

/// The page of a link whose program never comes.
fn without_program(link: &str) -> (Host, Page) {
    let host = Host::start();
    host.fail("page_bg.wasm", Fault::Status(404));
    let page = Page::open(&host.url(link));
    page.role("button", Name::Any);
    (host, page)
}

/// What is said to be still to come.
fn pending(page: &Page) -> String {
    let text = page.evaluate("document.getElementById('pending')?.innerText ?? ''");
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn without_scripts_the_headline_and_the_table_can_be_read() {
    let host = Host::start();
    let page = Page::blank();
    page.set_scripts_off();
    page.goto(&host.url("en/water/n1/"));
    let sentence = headline(&page);
    assert!(sentence.contains("in Port Amara"), "{sentence}");
    assert!(sentence.ends_with("(without filters)"), "{sentence}");
    // 12 x 8 x 100 of 144,000 have piped water.
    let bars = page.role("table", Name::starts_with("Water source"));
    let text = bars.text();
    assert!(text.contains("9,600"), "{text}");
    let places = page.role("table", Name::contains("Communes"));
    assert!(places.text().contains("Amara Hills"), "{}", places.text());
    let link = page.role("link", "Amara Hills");
    assert!(
        link.attribute("href")
            .unwrap_or_default()
            .ends_with("../../../en/water/n2/")
    );
    assert!(page.text().contains("Source: "), "{}", page.text());
    assert!(
        page.text()
            .contains("Filters in this link need JavaScript; this is the whole.")
    );
}

#[test]
fn clauses_of_a_link_that_the_figure_does_not_follow_are_named() {
    for (link, told) in [
        (
            "en/water/?source=piped&tab=table",
            "Still to come from this link: Water source: Piped water",
        ),
        (
            "id/water/n1/?period=2020~2021&tenure=owner",
            "Belum diterapkan dari tautan ini: Tahun: 2020, 2021; Status rumah: Pemilik",
        ),
        (
            "en/water/?release=1",
            "Still to come from this link: release: 1",
        ),
        ("en/water/?tab=table&sort=name&utm_source=x&fbclid=1", ""),
        ("en/water/", ""),
    ] {
        let (_host, page) = without_program(link);
        assert_eq!(pending(&page), told, "{link}");
        let sentence = headline(&page);
        let whole = if link.starts_with("en") {
            "(without filters)"
        } else {
            "(tanpa filter)"
        };
        assert!(sentence.ends_with(whole), "{sentence}");
        page.expect_no_policy_complaint();
    }
}

#[test]
fn what_the_document_says_stays_until_the_figures_are_there() {
    let host = Host::start();
    let slow = Fault::Slow {
        pieces: 10,
        pause_ms: 300,
    };
    host.fail("water-1.json", slow);
    let page = Page::open(&host.url("en/water/?source=piped"));
    page.wait_until("progress below the headline", || {
        let bars = page.all("progressbar", Name::Any);
        bars.iter()
            .any(|bar| bar.attribute("value").is_some())
            .then_some(())
    });
    assert!(headline(&page).ends_with("(without filters)"));
    assert_eq!(
        pending(&page),
        "Still to come from this link: Water source: Piped water"
    );
    page.role("table", Name::starts_with("Water source"));
    super::has_started(&page);
    // Nothing of it is left.
    assert_eq!(page.evaluate("document.querySelectorAll('main').length"), 1);
    let left = page.evaluate("document.querySelectorAll('.static, #pending, #silent').length");
    assert_eq!(left, 0);
    page.expect_no_complaint();
}

#[test]
fn in_a_frame_sentence_and_source_stand_alone() {
    let (_host, page) = without_program("en/water/n1/");
    let seen = |selector: &str| {
        page.evaluate(&format!(
            "document.querySelector('{selector}').getBoundingClientRect().height > 0"
        ))
    };
    assert_eq!(seen(".static"), true);
    page.evaluate("document.documentElement.dataset.framed = ''");
    let parts = [".static", "h1", ".source"].map(|part| seen(part).as_bool());
    assert_eq!(parts, [Some(false), Some(true), Some(true)]);
}
