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

/// Waits until this is said to be still to come: the script that says it comes when it comes.
fn waits_for_pending(page: &Page, told: &str) {
    page.wait_until(&format!("what is to come: {told}"), || {
        (pending(page) == told).then_some(())
    });
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
            .ends_with("../n2/")
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
        waits_for_pending(&page, told);
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

/// Where the parts stand that a document and the page share, and how large they are.
fn boxes(page: &Page) -> Vec<(String, [f64; 4])> {
    let found = page.evaluate(
        "[...document.querySelectorAll('#jangkau :is(.masthead, .headline, .choice, .stage > .tabs, .stage > .choices, .map, .bars)')]
          .map((it) => [it, it.getBoundingClientRect()])
          .map(([it, at]) => [it.className, at.x, at.y + scrollY, at.width, at.height])",
    );
    let boxes = found.as_array().unwrap().iter().map(|found| {
        let name = found[0].as_str().unwrap().replace(" quiet", "");
        let side = |nth: usize| found[nth].as_f64().unwrap();
        (name, [side(1), side(2), side(3), side(4)])
    });
    boxes.collect()
}

/// The boxes of a document before its program and after, in a window.
fn check_boxes(link: &str, (width, height): (u32, u32)) {
    let is_wide = width >= 1024;
    // On a phone the bars are in a sheet, which is shut; elsewhere below the stage, unless they stand beside it.
    let is_compared = |(name, _): &(String, [f64; 4])| is_wide || !name.starts_with("bars");
    let at = format!("{link} in {width} x {height}");
    let host = super::host_of(link);
    host.fail("page_bg.wasm", Fault::Stalled);
    let page = Page::blank();
    page.set_window(width, height);
    page.goto(&host.url(link));
    headline(&page);
    let before = boxes(&page);
    assert!(before.len() >= 8, "{at}: {before:?}");
    host.mend();
    page.reload();
    super::has_started(&page);
    super::map_read::map(&page);
    let after = boxes(&page);
    let names = |boxes: &[(String, [f64; 4])]| -> Vec<String> {
        boxes.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&before), names(&after), "{at}");
    for ((name, before), (_, after)) in before.iter().zip(&after).filter(|(it, _)| is_compared(it))
    {
        for (one, other) in before.iter().zip(after) {
            assert!(
                (one - other).abs() <= 2.0,
                "{at}: {name} {before:?} {after:?}"
            );
        }
    }
}

#[test]
fn headline_stage_and_bars_have_the_boxes_of_the_page_before_it_is_there() {
    for lang in ["id", "en"] {
        for place in ["", "province-2020/35/", "3578/", "3101/"] {
            for window in [(360, 780), (768, 1024), (1280, 720), (1440, 900)] {
                check_boxes(&format!("{lang}/prakerja/{place}"), window);
            }
        }
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
    waits_for_pending(
        &page,
        "Still to come from this link: Water source: Piped water",
    );
    page.role("table", Name::starts_with("Water source"));
    super::has_started(&page);
    // Nothing of it is left.
    assert_eq!(page.evaluate("document.querySelectorAll('main').length"), 1);
    let left = page.evaluate("document.querySelectorAll('.landing, #pending, #silent').length");
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

#[test]
fn the_focus_goes_to_its_counterpart_and_what_is_open_stays_open() {
    for (selector, role, kept, open) in [
        (".steps a", "link", None, 0),
        (".tabs a:nth-child(2)", "link", None, 0),
        // The page has no list of places on its map.
        ("#places tbody a", "region", Some("View"), 0),
        (".where summary", "DisclosureTriangle", None, 1),
    ] {
        let host = Host::start();
        let slow = Fault::Slow {
            pieces: 5,
            pause_ms: 300,
        };
        host.fail("water-1.json", slow);
        let link = if open == 1 {
            "en/water/"
        } else {
            "en/water/n1/"
        };
        let page = Page::open(&host.url(link));
        page.wait_for("!document.getElementById('boot')?.hidden");
        let name = page.evaluate(&format!(
            "(() => {{ const it = document.querySelector('{selector}'); it.focus(); if ({open}) it.click();
              return it.textContent.trim(); }})()"
        ));
        let name = kept.or(name.as_str()).unwrap().to_owned();
        super::has_started(&page);
        page.wait_until(&format!("the focus on {name}"), || {
            let (found, called) = page.focus();
            (found == role && called == name).then_some(())
        });
        let opened = page.evaluate("document.querySelectorAll('details.where[open]').length");
        assert_eq!(opened, open, "{selector}");
        page.expect_no_complaint();
    }
}
