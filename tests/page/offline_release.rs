//! What the copy of a site becomes: removed by its reader, replaced by a new release.

use std::fs;

use jangkau::publish::worker::WORKER;
use serde_json::Value;

use super::edition::Edition;
use super::offline::{IS_KEPT, KEPT, keeping, said};
use super::{has_started, wait_for_headline};
use crate::support::{Host, Name, Page, SUB_PATH};

/// What stays in a browser: workers and caches.
pub(super) const STAYS: &str = "(async () => [(await navigator.serviceWorker.getRegistrations()).length, \
    (await caches.keys()).length].join())()";

/// Removes the copy in *About*, and waits until it is gone: what stays is an empty cache, which says that this
/// reader wants none.
#[track_caller]
pub(super) fn remove(page: &Page) {
    page.role("button", "Remove the copy").click();
    page.role("button", "Keep a copy");
    assert_eq!(page.evaluate(STAYS), "0,1");
    assert_eq!(page.evaluate(KEPT), serde_json::json!([]));
}

#[test]
fn a_copy_that_is_removed_while_it_is_weighed_is_not_told_of_again() {
    let host = Host::start();
    let page = keeping(&host, "id/water/?tab=about");
    page.role("button", "Hapus salinan");
    // The next that weighs the copy gets no list of it until it is let go.
    page.evaluate(
        "(() => { const { keys } = Cache.prototype; const held = new Promise((go) => (window.letGo = go));
            Cache.prototype.keys = async function () { Cache.prototype.keys = keys; window.isHeld = true;
                const all = await keys.call(this); await held; return all; }; })()",
    );
    super::speak(&page, "English");
    page.wait_for("window.isHeld === true");
    page.role("button", "Hapus salinan").click();
    page.role("button", "Keep a copy");
    page.evaluate(
        "(async () => { window.letGo(); await new Promise((done) => setTimeout(done, 300)); })()",
    );
    page.role("button", "Keep a copy");
}

#[test]
fn about_says_what_is_kept_and_removes_it() {
    let host = Host::start();
    let page = keeping(&host, "id/water/?tab=about");
    page.role("heading", "Tanpa jaringan");
    super::speak(&page, "English");
    page.role("heading", "Without a network");
    page.wait_for_text("It holds nothing about you.");
    let size = page
        .evaluate("parseFloat(document.getElementById('offline').textContent.split('map (')[1])");
    assert!(
        size.as_f64() > Some(1.0) && size.as_f64() < Some(9.0),
        "{size}"
    );
    remove(&page);
    page.wait_for_text("The copy is removed;");
    // Another language is no reason to begin again.
    super::speak(&page, "Bahasa Indonesia");
    page.role("heading", "Tanpa jaringan");
    super::speak(&page, "English");
    page.role("heading", "Without a network");

    // It is not kept again before the reader says so.
    page.goto(&host.url("en/water/?tab=about"));
    has_started(&page);
    super::late::has_all_code(&page);
    page.role("button", "Keep a copy");
    assert_eq!(page.evaluate(STAYS), "0,1");
    assert_eq!(page.evaluate(KEPT), serde_json::json!([]));
    page.role("button", "Keep a copy").click();
    page.role("button", "Remove the copy");
    page.wait_for(IS_KEPT);
    let kept = page.evaluate(KEPT).to_string();
    for file in [
        "api_bg.wasm",
        "page_bg.wasm",
        "water-1.json",
        "shell/en.html",
    ] {
        assert!(kept.contains(file), "{file}: {kept}");
    }
    page.expect_no_complaint();
}

/// Corrects the figures of an edition to those of a thousand households more.
fn correct(edition: &Edition) {
    let mut file: Value = serde_json::from_slice(&edition.data()).unwrap();
    file["value"][0] = (file["value"][0].as_u64().unwrap() + 1000).into();
    let corrected = serde_json::to_vec(&file).unwrap();
    edition.put(&corrected);
    edition.list(&corrected, "2");
}

/// Puts another worker, as another build would.
fn put_worker(edition: &Edition, member: &str, value: &str) {
    let path = edition.folder().join(WORKER);
    let own = said(edition.folder());
    let script = fs::read_to_string(&path).unwrap();
    fs::write(path, script.replace(own[member].as_str().unwrap(), value)).unwrap();
}

#[test]
fn an_open_page_offers_a_new_release_and_is_loaded_anew_by_its_reader_alone() {
    let edition = Edition::new("site-offered");
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = keeping(&host, "en/water/");
    page.evaluate("window.mine = true");
    correct(&edition);
    put_worker(&edition, "list", "another");
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => 1)",
    );
    page.wait_for_text("There is a new release of this site.");
    wait_for_headline(&page, "100,000 households");
    assert_eq!(page.evaluate("window.mine"), true);
    page.role("button", "Load it").click();
    page.wait_for("window.mine === undefined");
    has_started(&page);
    wait_for_headline(&page, "101,000 households");
    page.expect_no_policy_complaint();
}

#[test]
fn a_page_of_the_new_release_takes_its_worker_and_the_program_before_goes() {
    let edition = Edition::new("site-renewed");
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = keeping(&host, "en/water/");
    put_worker(&edition, "release", "another");
    page.reload();
    has_started(&page);
    page.wait_until("the program of the new release alone", || {
        let names = page.evaluate(
            "caches.keys().then((names) => names.map((name) => name.split('#')[1]).sort().join())",
        );
        (names == "another,data").then_some(())
    });
    assert_eq!(
        page.all("button", Name::Any)
            .iter()
            .filter(|it| it.name() == "Load it")
            .count(),
        0
    );
    page.wait_for(IS_KEPT);
    super::offline::switch_off(&host);
    page.reload();
    has_started(&page);
    wait_for_headline(&page, "100,000 households");
}

#[test]
fn a_phone_has_the_site_among_its_programs() {
    let host = Host::start();
    let page = Page::open(&host.url("en/water/"));
    has_started(&page);
    let manifest = page.call("Page.getAppManifest", serde_json::json!({}));
    assert_eq!(manifest["url"], host.url("manifest.webmanifest"));
    assert_eq!(manifest["errors"], serde_json::json!([]));
    let text: Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    assert_eq!(text["name"], "Jangkau");
    for icon in text["icons"].as_array().unwrap() {
        let size = page.evaluate(&format!(
            "new Promise((done) => {{ const icon = new Image(); icon.onload = () => done(`${{icon.width}}x${{icon.height}}`); \
             icon.src = '{}'; }})",
            host.url(icon["src"].as_str().unwrap())
        ));
        assert_eq!(icon["sizes"], size);
    }
    page.expect_no_complaint();
}
