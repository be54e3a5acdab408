//! The dialog for partners, and what an editor makes of what it gives.

use super::access::AXE;
use super::partner::{Guest, partner_page, site_url};
use crate::support::{Name, Page, Scheme};

/// An editor at a link of the site on its own server.
fn editor(link: &str) -> Page {
    let page = Page::open(&site_url(link));
    super::has_started(&page);
    page
}

#[track_caller]
fn opened(link: &str) -> Page {
    let page = editor(link);
    super::share(&page, "Embed");
    page.role("dialog", "Embed this view in your site");
    page
}

/// The code that the dialog shows.
#[track_caller]
fn code(page: &Page) -> String {
    page.role("textbox", "Code for your page").value()
}

/// Waits until the code holds a text.
#[track_caller]
fn wait_for_code(page: &Page, text: &str) {
    page.wait_until(&format!("code with {text:?}"), || {
        code(page).contains(text).then_some(())
    });
}

#[test]
fn it_is_reached_from_every_view() {
    for view in [
        "",
        "?map=tile&as=rate",
        "?tab=table",
        "n1/?tab=about&source=piped",
        "district/north/",
    ] {
        let page = opened(&format!("en/water/{view}"));
        let link = site_url("en/water/");
        assert!(code(&page).contains(&format!("src=\"{link}")), "{view}");
    }
}

#[test]
fn each_form_has_its_code_and_the_options_go_into_it() {
    let page = opened("en/water/n1/?source=piped");
    let view = site_url("en/water/n1/?source=piped");
    assert!(
        code(&page).contains(&format!("<jangkau-view src=\"{view}#ui=min\">")),
        "{}",
        code(&page)
    );
    page.role("checkbox", "Legend").click();
    wait_for_code(&page, "#ui=none\"");
    page.role("checkbox", "Filters").click();
    wait_for_code(&page, "#ui=title~filters~source\"");
    page.role("checkbox", "Whole page").click();
    wait_for_code(&page, "?source=piped\">\n  <a");
    page.role("checkbox", "Whole page").click();
    page.role("checkbox", "Year").click();
    page.role("combobox", "Colours")
        .script("this.value = 'dark'; this.dispatchEvent(new Event('change', { bubbles: true }))");
    wait_for_code(
        &page,
        "#ui=title~filters~source&amp;theme=dark&amp;lock=period\"",
    );
    page.role("combobox", "Language")
        .script("this.value = 'id'; this.dispatchEvent(new Event('change', { bubbles: true }))");
    wait_for_code(&page, "9.600 rumah tangga berair pipa di Port Amara");
    wait_for_code(
        &page,
        &format!("\"{}#", site_url("id/water/n1/?source=piped")),
    );
    // The preview is the very view of the code.
    let address =
        site_url("id/water/n1/?source=piped#ui=title~filters~source&theme=dark&lock=period");
    page.wait_for(&format!(
        "document.querySelector('iframe.preview:not(.behind)').src === {address:?}"
    ));
    page.wait_in_frame(
        "id/water/n1",
        "document.querySelector('h1').textContent.includes('9.600') && document.documentElement.dataset.theme === 'dark'",
    );
    page.role("radio", Name::starts_with("Frame")).click();
    wait_for_code(&page, "<iframe title=\"9.600 rumah tangga");
    let height = page.role("spinbutton", "Height in pixels");
    height.script("this.value = 512; this.dispatchEvent(new Event('change', { bubbles: true }))");
    wait_for_code(&page, " height=\"512\"");
    page.role("radio", Name::starts_with("Picture")).click();
    wait_for_code(&page, "<img src=\"id-water-n1-source-piped.svg\"");
    page.expect_no_policy_complaint();
}

#[test]
fn a_picture_is_made_shown_and_saved_under_a_name_that_says_what_it_is() {
    let page = opened("en/water/n1/?source=piped");
    page.role("radio", Name::starts_with("Picture")).click();
    page.role("button", "Make the picture").click();
    let save = page.role("link", "Save en-water-n1-source-piped.svg");
    assert_eq!(
        save.attribute("download").as_deref(),
        Some("en-water-n1-source-piped.svg")
    );
    page.wait_for("document.querySelector('.picture img').naturalWidth === 1200");
    // Other colours are another picture.
    page.role("combobox", "Colours")
        .script("this.value = 'dark'; this.dispatchEvent(new Event('change', { bubbles: true }))");
    page.role("button", "Make the picture").click();
    page.wait_for("document.querySelector('.picture img')?.naturalWidth === 1200");
    page.expect_no_policy_complaint();
}

#[test]
fn a_picture_that_cannot_be_made_says_why() {
    let host = crate::support::Host::start();
    host.fail("api_bg.wasm", crate::support::Fault::Status(404));
    let page = Page::open(&host.url("en/water/"));
    super::has_started(&page);
    super::share(&page, "Embed");
    page.role("radio", Name::starts_with("Picture")).click();
    page.role("button", "Make the picture").click();
    page.wait_for_text("The picture could not be made: api_bg.wasm did not come");
}

#[test]
fn escape_closes_it_and_the_focus_is_where_it_was() {
    let page = opened("en/water/");
    let inside = "document.querySelector('dialog').contains(document.activeElement)";
    assert_eq!(page.evaluate(inside), true);
    page.press("Escape");
    page.wait_for_none("dialog", Name::Any);
    // It was opened from a menu, which has closed.
    assert_eq!(page.focus(), ("button".into(), "Share".into()));
    super::share(&page, "Embed");
    page.role("button", "Close the dialog").click();
    page.wait_for_none("dialog", Name::Any);
    // It was opened from a menu, which has closed.
    assert_eq!(page.focus(), ("button".into(), "Share".into()));
    // Nothing of it is in the history.
    assert_eq!(page.evaluate("history.length"), 2);
}

#[test]
fn the_code_is_copied_or_can_be_taken_by_hand() {
    let page = opened("en/water/");
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }");
    page.role("button", "Copy code").click();
    page.wait_for_text("Code copied");
    assert_eq!(page.evaluate("window.copied"), code(&page));
    page.evaluate("navigator.clipboard.writeText = async () => { throw new Error('no') }");
    page.role("button", "Copy code").click();
    page.wait_for_text("The code could not be copied; select and copy it from the box above.");
}

#[test]
fn what_an_editor_pastes_shows_the_view() {
    let page = opened("en/water/n1/?source=piped");
    let guest = Guest::at(&partner_page("pasted.html", &code(&page)));
    guest.wait_for("told.some(([type]) => type === 'ready')");
    guest.wait_in_frame(
        "water/n1",
        "document.querySelector('h1').textContent.includes('9,600')",
    );
    page.role("radio", Name::starts_with("Frame")).click();
    wait_for_code(&page, "<iframe");
    let guest = Guest::at(&partner_page("pasted-frame.html", &code(&page)));
    guest.wait_in_frame(
        "water/n1",
        "document.querySelector('h1').textContent.includes('9,600')",
    );
    page.role("radio", Name::starts_with("Picture")).click();
    wait_for_code(&page, "<img");
    let guest = Guest::at(&partner_page("pasted-picture.html", &code(&page)));
    let link = guest.role(
        "link",
        Name::starts_with("9,600 households with piped water in Port Amara"),
    );
    assert_eq!(
        link.attribute("href"),
        Some(site_url("en/water/n1/?source=piped"))
    );
}

#[test]
fn it_fits_every_window_and_axe_finds_nothing() {
    let page = opened("en/water/n1/?source=piped");
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.set_scheme(scheme);
        for form in ["Element", "Frame", "Picture"] {
            page.role("radio", Name::starts_with(form)).click();
            for width_px in [320, 360, 768, 1440] {
                page.set_window(width_px, 720);
                page.wait_for(&format!("innerWidth === {width_px}"));
                let out = "(() => { const dialog = document.querySelector('dialog'), box = dialog.getBoundingClientRect();
                  return dialog.scrollWidth > dialog.clientWidth || box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight })()";
                assert_eq!(page.evaluate(out), false, "{form} at {width_px} px");
            }
            page.evaluate(AXE);
            // What is behind the dialog is not to be reached; the preview is checked as an embed.
            let run = "axe.run(document.querySelector('dialog'), { iframes: false, resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then(({ violations, passes }) => passes.length > 10 ? violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join() : 'nothing checked')";
            assert_eq!(page.evaluate(run), "", "{form} {scheme:?}");
        }
    }
}
