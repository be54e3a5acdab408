//! What an embed does to the page around it, and what the dialog that gives its code shows of it.

use std::time::Duration;

use super::partner::{Guest, element, partner_page, site_url};
use super::share;
use crate::support::{Name, Page};

#[test]
fn nothing_is_added_to_the_history_of_the_page_around_it() {
    let guest = Guest::of("history.html", "en/water/#ui=title~filters~source");
    let before = guest.evaluate("history.length");
    for (name, clause) in [("Piped water", "source=piped"), ("2020", "period=2020")] {
        let click = format!(
            "[...document.querySelectorAll('.bar')].find((bar) => bar.textContent.includes({name:?})).click()"
        );
        guest.in_frame("en/water", &click);
        guest.wait_for(&format!(
            "told.some(([type, link]) => type === 'statechange' && link.includes({clause:?}))"
        ));
    }
    assert_eq!(guest.evaluate("history.length"), before);
}

#[test]
fn a_dataset_that_the_site_does_not_have_is_an_error() {
    let guest = Guest::at(&partner_page("absent.html", &element("en/absent/#ui=min")));
    guest.wait_for("told.some(([type]) => type === 'error')");
    let told = guest.told();
    let (_, why) = &told[0];
    assert!(why.contains("absent") && why.contains("water"), "{why}");
    assert!(told.iter().all(|(kind, _)| kind == "error"), "{told:?}");
    // What stands inside the element is still there.
    guest.role("link", "the view");
}

#[test]
fn a_dialog_opens_in_the_flow_of_the_frame() {
    let guest = Guest::of("dialog.html", "en/water/");
    guest.wait_in_frame(
        "en/water",
        "document.querySelector('.stage > button') !== null",
    );
    guest.in_frame(
        "en/water",
        "document.querySelector('.stage > button').click()",
    );
    guest.wait_in_frame(
        "en/water",
        "document.querySelector('dialog[open]') !== null",
    );
    let placed = guest.in_frame(
        "en/water",
        "(() => { const dialog = document.querySelector('dialog'), box = dialog.getBoundingClientRect();
           const button = document.querySelector('.stage > button').getBoundingClientRect();
           return [getComputedStyle(dialog).position, box.top - button.bottom < 40 && box.height > 100,
             dialog.contains(document.activeElement)] })()",
    );
    assert_eq!(placed, Some(serde_json::json!(["static", true, true])));
}

#[test]
fn a_view_that_is_scrolled_past_in_a_hurry_has_its_height() {
    let space = |px: u32| format!("<div style=\"height:{px}px\"></div>");
    let body = [
        &*space(4000),
        &*element("en/water/?source=piped#ui=min"),
        &*space(9000),
    ]
    .concat();
    let mut guest = Guest::at(&partner_page("hurry.html", &body));
    guest.0.set_patience(Duration::from_secs(30));
    guest.evaluate(
        "(async () => { scrollTo(0, 3900); await new Promise((next) => setTimeout(next, 200)); scrollTo(0, 12000) })()",
    );
    guest.wait_for("told.some(([type]) => type === 'ready')");
    // Its own, and not the 30 rem of before.
    guest.wait_for("document.querySelector('jangkau-view').frame.style.height !== '30rem'");
    let outside = "document.querySelector('jangkau-view').frame.getBoundingClientRect().height";
    let inside = "document.getElementById('jangkau').getBoundingClientRect().height";
    guest.wait_until("the height of the view", || {
        let outside = guest.evaluate(outside).as_f64()?;
        let inside = guest.in_frame("source=piped", inside)?.as_f64()?;
        ((outside - inside).abs() <= 1.0).then_some(())
    });
    assert!(guest.evaluate("scrollY").as_f64() > Some(8000.0));
}

/// The dialog with the code of a view, once its preview shows a figure.
#[track_caller]
fn dialog() -> Page {
    let page = Page::open(&site_url("en/water/n1/?source=piped"));
    super::has_started(&page);
    share(&page, "Embed");
    page.wait_for(SHOWS);
    page
}

/// Whether a preview in sight has a figure.
const SHOWS: &str = "[...document.querySelectorAll('iframe.preview')].some((frame) =>
    getComputedStyle(frame).visibility === 'visible' && /[0-9]/.test(frame.contentDocument?.querySelector('h1')?.textContent))";

#[test]
fn the_preview_is_never_blank() {
    let page = dialog();
    page.evaluate(&format!(
        "window.blank = 0; setInterval(() => {{ if (!({SHOWS})) blank += 1 }}, 10)"
    ));
    for part in ["Legend", "Filters", "Whole page", "Year"] {
        let before = page.role("textbox", "Code for your page").value();
        page.role("checkbox", part).click();
        page.wait_until("another code", || {
            (page.role("textbox", "Code for your page").value() != before).then_some(())
        });
        let address = page.evaluate(
            "[...document.querySelectorAll('iframe.preview.behind')].map((frame) => frame.getAttribute('src')).join('')",
        );
        // The next view takes its place once it is there.
        page.wait_for(&format!(
            "document.querySelector('iframe.preview:not(.behind)').getAttribute('src') === {address}"
        ));
    }
    assert_eq!(page.evaluate("blank"), 0);
    page.expect_no_policy_complaint();
}

#[test]
fn a_frame_is_as_high_as_its_view_unless_another_height_is_typed() {
    let page = dialog();
    page.role("radio", Name::starts_with("Frame")).click();
    // The preview grows while it comes: its height, the field and the code agree in the end.
    let high = page.wait_until("the height of the preview", || {
        let inside = page.evaluate(
            "Math.ceil(document.querySelector('iframe.preview:not(.behind)').contentDocument.getElementById('jangkau').getBoundingClientRect().height)",
        );
        let typed = page.role("spinbutton", "Height in pixels").value();
        let code = page.role("textbox", "Code for your page").value();
        let agree = Some(inside.to_string()) == Some(typed.clone())
            && code.contains(&format!(" height=\"{typed}\""));
        agree.then_some(typed)
    });
    assert_ne!(high, "900");
}

#[test]
fn the_height_of_a_frame_is_that_of_its_view_at_the_width_of_its_code() {
    let heights = [(1280, 720), (620, 740)].map(|(width_px, height_px)| {
        let page = dialog();
        page.set_window(width_px, height_px);
        page.role("radio", Name::starts_with("Frame")).click();
        // It is measured anew at that width.
        let code = page.wait_until("the height at 640 px", || {
            let is_measured = page.evaluate(
                "(() => { const frame = document.querySelector('iframe.preview:not(.behind)');
                   const inside = frame.contentDocument, root = inside.documentElement;
                   const high = Math.ceil(inside.getElementById('jangkau').getBoundingClientRect().height);
                   return root.clientWidth === 640 && frame.contentWindow.innerWidth === 640
                     && document.querySelector('.paste textarea').value.includes(` height=\"${high}\"`) })()",
            );
            let code = page.role("textbox", "Code for your page").value();
            (is_measured == true).then_some(code)
        });
        assert!(code.contains(" width=\"640\""), "{code}");
        let height = code.split(" height=\"").nth(1).and_then(|rest| rest.split('"').next());
        height.and_then(|height| height.parse().ok()).unwrap_or(0)
    });
    assert_eq!(heights[0], heights[1]);
    assert!((400..900).contains(&heights[0]), "{heights:?}");
}
