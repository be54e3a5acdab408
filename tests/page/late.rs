//! Panels whose code comes late: when one is first shown, or when the browser is idle.

use serde_json::json;

use super::{has_started, visit, wait_for_headline};
use crate::support::{Fault, Host, Name, Page};

/// The file of that code.
const CODE: &str = "split_later.wasm";

/// How often the code has been asked for.
fn asked(host: &Host) -> usize {
    let paths = host.asked();
    paths.iter().filter(|path| path.ends_with(CODE)).count()
}

/// Waits until the code has been asked for so many times.
#[track_caller]
fn wait_until_asked(page: &Page, host: &Host, times: usize) {
    page.wait_until(&format!("{CODE} asked for {times} times"), || {
        (asked(host) == times).then_some(())
    });
}

/// Waits until the code is there, the program that makes files, and the script of the copy for a visit without a
/// network, without anything being shown of them.
#[track_caller]
pub(super) fn has_all_code(page: &Page) {
    for file in [CODE, "api_bg.wasm", "offline.js"] {
        page.wait_for(&format!(
            "performance.getEntriesByType('resource').some((it) => it.name.endsWith('{file}') && it.responseEnd > 0)"
        ));
    }
}

/// Lets a window do what it has put off until it is idle.
fn idle(page: &Page, window: &str) {
    page.evaluate(&format!(
        "new Promise((done) => {window}.requestIdleCallback(() => {window}.requestIdleCallback(() => done())))"
    ));
}

#[test]
fn late_panels_are_there_without_a_network() {
    let visit = visit("en/water/n1/?geo=s2");
    has_all_code(&visit);
    visit.set_offline(true);
    visit.role("link", "About the data").click();
    visit.role("heading", "What is published and what is modelled");
    visit.role("link", "Trend").click();
    visit.wait_for_text("Drag across");
    // The preview of an embed asks the host, in vain: of that the console tells.
    visit.expect_no_complaint();
    super::share(&visit, "Embed");
    visit.role("dialog", Name::Any);
    visit.role("radio", Name::starts_with("Picture"));
    visit.press("Escape");
    assert_eq!(asked(&visit.host), 1);
}

/// What a visitor gets in the place of a panel whose code does not come, and the panel once it does.
#[track_caller]
fn check(fault: Fault) {
    let host = Host::start();
    host.fail(CODE, fault);
    let page = Page::open(&host.url("id/water/"));
    has_started(&page);
    // Asked for ahead of time, in vain: nobody is told.
    wait_until_asked(&page, &host, 1);
    page.role("link", "Tentang data").click();
    wait_until_asked(&page, &host, 2);
    let alert = page.role("alert", Name::Any).text();
    assert!(alert.contains("gagal dimuat"), "{fault:?}: {alert}");
    // All else goes on.
    page.role("button", Name::starts_with("Air pipa ")).click();
    wait_for_headline(&page, "65.300 rumah tangga");
    // Still broken: the message comes again.
    page.role("button", "Coba lagi").click();
    wait_until_asked(&page, &host, 3);
    page.role("alert", Name::Any);
    host.mend();
    page.role("button", "Coba lagi").click();
    page.role("heading", "Mana angka resmi, mana perkiraan model");
    page.wait_for_none("alert", Name::Any);
    page.expect_no_policy_complaint();
}

#[test]
fn code_that_does_not_come_is_told_and_asked_for_again() {
    check(Fault::Status(404));
    check(Fault::Status(500));
    check(Fault::Reset);
    check(Fault::Truncated);
}

#[test]
fn code_that_is_not_the_published_one_is_refused() {
    check(Fault::Changed);
    check(Fault::Cut);
    check(Fault::HtmlInstead);
}

/// The page of a reader who saves data.
fn saving_data(host: &Host) -> Page {
    let page = Page::blank();
    page.call(
        "Emulation.setDataSaverOverride",
        json!({ "dataSaverEnabled": true }),
    );
    page.goto(&host.url("en/water/"));
    has_started(&page);
    page
}

#[test]
fn who_saves_data_loads_the_code_of_a_panel_when_it_is_shown() {
    let host = Host::start();
    let page = saving_data(&host);
    assert_eq!(page.evaluate("navigator.connection.saveData"), true);
    idle(&page, "window");
    assert_eq!(asked(&host), 0);
    assert!(!host.asked().iter().any(|path| path.contains("/api/")));
    page.role("link", "About the data").click();
    page.role("heading", "What is published and what is modelled");
    assert_eq!(asked(&host), 1);
    page.expect_no_complaint();
}

#[test]
fn what_is_typed_before_the_list_is_there_is_found_when_it_comes() {
    let host = Host::start();
    host.fail(CODE, Fault::Status(500));
    let page = Page::open(&host.url("en/water/"));
    has_started(&page);
    wait_until_asked(&page, &host, 1);
    let field = page.role("combobox", "Find a place");
    field.fill("port amara");
    wait_until_asked(&page, &host, 2);
    page.role("alert", Name::Any);
    assert_eq!(field.state("expanded"), Some(false.into()));
    host.mend();
    page.role("button", "Try again").click();
    page.wait_for("document.querySelector('.find [role=listbox]') !== null");
    field.focus();
    page.press("ArrowDown");
    page.role("option", Name::contains("Port Amara"));
    assert_eq!(field.value(), "port amara");
    page.press("Enter");
    wait_for_headline(&page, "12,000 households in Port Amara");
    page.expect_no_policy_complaint();
}

#[test]
fn who_saves_data_loads_the_list_of_places_with_the_focus_of_its_field() {
    let host = Host::start();
    let page = saving_data(&host);
    idle(&page, "window");
    assert_eq!(asked(&host), 0);
    page.role("combobox", "Find a place").fill("port");
    page.role("option", Name::contains("Port Amara"));
    assert_eq!(asked(&host), 1);
    page.expect_no_complaint();
}

#[test]
fn a_view_in_a_frame_loads_no_code_ahead_of_time() {
    let host = Host::start();
    let page = Page::open(&host.url("embed/v1.js"));
    page.evaluate(&format!(
        "{{ const frame = document.createElement('iframe'); frame.src = '{}'; document.body.append(frame) }}",
        host.url("en/water/?source=piped")
    ));
    page.wait_for("frames[0]?.document.querySelector('[role=application] svg') !== null");
    idle(&page, "frames[0]");
    assert_eq!(asked(&host), 0);
}
