//! In every window and for every eye.

use serde_json::json;

use super::{Visit, visit};
use crate::support::Name;

const VIEWS: [&str; 8] = [
    "water/n1/?tab=trend&as=rate&source=piped",
    "water/n1/?tab=trend&geo=c1~district:south&from=2020",
    "water/?tab=table&cols=source&from=2020",
    "water/n2/?tab=facts",
    "water/",
    "water/n1/?source=piped&foo=1&period=2020..2022",
    "water/?tab=table&level=district-2021&as=share",
    "water/s3/?tab=about",
];

/// What sticks out of the page to the right, where anything does.
pub(super) fn wider_than_the_window(visit: &Visit) -> String {
    let script = "(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return '';
      const out = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const it = walker.currentNode, range = document.createRange();
        range.selectNode(it);
        if ((it.parentElement.closest('[role=region]')) === null && range.getBoundingClientRect().right > width + 0.5) out.push(it);
      }
      return `${document.documentElement.scrollWidth} of ${width}: `
        + out.slice(-4).map((it) => (it.outerHTML ?? it.textContent).slice(0, 160)).join(' | ');
    })()";
    visit.evaluate(script).as_str().unwrap_or("?").to_owned()
}

#[track_caller]
fn check_widths(lang: &str) {
    let visit = visit(&format!("{lang}/water/"));
    for view in VIEWS {
        visit.follow(&format!("{lang}/{view}"));
        // 320 px is also what a window of 1280 px has at a zoom of 400 %.
        for width_px in [320, 360, 768, 1440, 1920] {
            visit.set_window(width_px, 800);
            visit.wait_for(&format!("innerWidth === {width_px}"));
            let out = wider_than_the_window(&visit);
            assert_eq!(out, "", "{lang}/{view} at {width_px} px");
        }
    }
}

#[test]
fn the_page_never_scrolls_sideways() {
    check_widths("id");
    check_widths("en");
}

/// With the size of text that the visitor has set in the browser, where 16 px are usual.
#[test]
fn text_of_twice_the_size_fits_a_narrow_window_and_of_four_times_a_wide_one() {
    for (lang, width_px, size_px) in [
        ("id", 320, 32),
        ("en", 320, 32),
        ("id", 1280, 64),
        ("en", 1280, 64),
    ] {
        let visit = visit(&format!("{lang}/water/"));
        visit.set_window(width_px, 800);
        let sizes = json!({ "fontSizes": { "standard": size_px, "fixed": size_px } });
        visit.call("Page.setFontSizes", sizes);
        for view in VIEWS {
            visit.follow(&format!("{lang}/{view}"));
            let size = "getComputedStyle(document.documentElement).fontSize";
            assert_eq!(visit.evaluate(size), format!("{size_px}px"));
            let out = wider_than_the_window(&visit);
            assert_eq!(out, "", "{lang}/{view} of {size_px} px in {width_px} px");
        }
    }
}

#[test]
fn open_lists_and_notices_fit_a_narrow_window() {
    let visit = visit("id/water/n9/?foo=a-very-long-value-without-a-single-space-in-it");
    visit.set_window(320, 700);
    for chart in visit.all("DisclosureTriangle", Name::Any) {
        chart.click();
    }
    visit.role("combobox", "Cari tempat").fill("port");
    visit.role("option", Name::contains(" · "));
    assert_eq!(wider_than_the_window(&visit), "");
    let option = visit.role("option", Name::contains(" · ")).bounds_px();
    assert!(
        option[0] >= 0.0 && option[0] + option[2] <= 320.0,
        "{option:?}"
    );
}

#[test]
fn nothing_moves_for_who_asks_for_less_motion() {
    let moving = "[...document.querySelectorAll('*')].flatMap((it) => [it, '::before', '::after'].map((part) => {
        const style = getComputedStyle(it, typeof part === 'string' ? part : null);
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map(parseFloat);
        return Math.max(...times) > 0.01 || style.scrollBehavior === 'smooth' ? it.outerHTML.slice(0, 100) : '';
      })).filter((it) => it).slice(0, 5).join('\\n')";
    let visit = visit("id/water/");
    visit.wait_for("document.querySelector('[role=application] svg') !== null");
    visit.role("button", "Perbesar").click();
    visit.wait_until("the map to move for everyone else", || {
        (visit.evaluate(moving) != "").then_some(())
    });
    visit.set_reduced_motion();
    assert_eq!(visit.evaluate(moving), "");
}

#[test]
fn bars_can_be_seen_in_forced_colours() {
    let visit = visit("id/water/?source=piped");
    visit.set_media(&[("forced-colors", "active")]);
    visit.role("DisclosureTriangle", "Di mana").click();
    for name in ["Air pipa ", "Sumur ", "Tengah"] {
        let bar = visit.role("button", Name::starts_with(name));
        let seen = bar.script(
            "const filled = [...this.querySelectorAll('*')].filter((it) => {
               const box = it.getBoundingClientRect(), style = getComputedStyle(it);
               return !it.textContent && box.width > 3 && box.height > 3 && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
             });
             const paper = getComputedStyle(document.body).backgroundColor;
             return filled.some((it) => getComputedStyle(it).backgroundColor !== paper
               && getComputedStyle(it).backgroundColor !== getComputedStyle(it.parentElement).backgroundColor);",
        );
        assert_eq!(seen, true, "{name}");
    }
    // What is chosen is told by more than a colour that is gone.
    let border = |name: &str| {
        let bar = visit.role("button", Name::starts_with(name));
        bar.script(
            "return getComputedStyle(this).borderTopWidth + getComputedStyle(this).borderTopColor",
        )
    };
    assert_ne!(border("Air pipa "), border("Sumur "));
}

#[test]
fn every_target_is_large_enough_for_a_finger() {
    let visit = visit("id/water/?source=piped&foo=1");
    visit.set_window(360, 740);
    for chart in visit.all("DisclosureTriangle", Name::Any) {
        chart.click();
    }
    // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, links within a sentence excepted.
    let small = visit.evaluate(
        "[...document.querySelectorAll('button, input, select, summary, nav a')].filter((it) => {
           const box = (it.closest('label') ?? it).getBoundingClientRect();
           return box.width > 0 && (box.width < 24 || box.height < 24);
         }).map((it) => `${it.outerHTML.slice(0, 120)} ${it.getBoundingClientRect().height}`).slice(0, 8).join('\\n')",
    );
    assert_eq!(small, "");
}
