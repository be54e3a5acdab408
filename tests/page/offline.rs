//! The copy of the site's own files with which it opens without a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Instant;

use jangkau::publish::shell::integrity;
use jangkau::publish::worker::WORKER;
use serde_json::{Value, json};

use super::edition::Edition;
use super::offline_release::STAYS;
use super::{facts, has_started, headline, texts, wait_for_headline};
use crate::support::{Fault, Host, Name, Page, SUB_PATH, site};

/// The addresses of all that is kept, without those of the site.
pub(super) const KEPT: &str =
    "(async () => (await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((it) => it.url)))).flat().sort())()";

/// Whether all of a visit is kept: of that the list comes last.
pub(super) const IS_KEPT: &str = "caches.match(new URL('data/index.json', new URL(document.getElementById('jangkau').dataset.base, \
    location.href))).then((list) => Boolean(list) && navigator.serviceWorker.controller !== null)";

/// A visitor at a link whose browser keeps a copy, once it is there.
#[track_caller]
pub(super) fn keeping(host: &Host, link: &str) -> Page {
    let page = Page::blank_with_workers();
    page.goto(&host.url(link));
    has_started(&page);
    page.wait_for(IS_KEPT);
    page
}

/// What is kept, from the base on.
fn kept(page: &Page, host: &Host) -> Vec<String> {
    let all = texts(&json!([page.evaluate(KEPT)])).remove(0);
    let base = host.url("");
    all.iter()
        .map(|url| url.strip_prefix(&base).unwrap().to_owned())
        .collect()
}

/// From now on the host answers nobody.
pub(super) fn switch_off(host: &Host) {
    host.fail("", Fault::Reset);
}

/// What the worker of a site keeps, as it says itself.
pub(super) fn said(folder: &Path) -> Value {
    let script = fs::read_to_string(folder.join(WORKER)).unwrap();
    let (_, rest) = script.split_once("const site = ").unwrap();
    let (said, _) = rest.split_once(";\n").unwrap();
    serde_json::from_str(said).unwrap()
}

#[test]
fn the_worker_keeps_every_file_of_the_program_as_it_was_built() {
    let said = said(site());
    let assets = said["assets"].as_str().unwrap();
    let files =
        |of: &Value| -> BTreeMap<String, String> { serde_json::from_value(of.clone()).unwrap() };
    let program = files(&said["program"]);
    let languages: BTreeMap<String, Value> =
        serde_json::from_value(said["languages"].clone()).unwrap();
    let of_languages = languages.values().flat_map(files);
    for (path, hash) in program.clone().into_iter().chain(of_languages) {
        assert_eq!(
            hash,
            integrity(&fs::read(site().join(&path)).unwrap()),
            "{path}"
        );
    }
    let codes: Vec<&str> = languages.keys().map(String::as_str).collect();
    assert_eq!(codes, ["ar", "en", "fr", "id"]);
    // All but the reader of an own file, which comes where one is opened, the words of each language, and what pages of
    // published figures ask for.
    let built = jangkau::publish::tree::names_in_tree(site()).unwrap();
    let is_packed = |name: &str| [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    let built = built
        .into_iter()
        .filter(|name| name.starts_with(assets) && !is_packed(name));
    let mut expected: BTreeSet<String> = built
        .filter(|name| {
            !["/words.", "/own.", "/reader", "/facts.", "/noto-"]
                .iter()
                .any(|part| name.contains(part))
        })
        .collect();
    expected.insert("api/v1.js".to_owned());
    assert_eq!(program.into_keys().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn nothing_is_asked_for_twice_to_keep_it() {
    let host = Host::start();
    let page = keeping(&host, "id/water/");
    let mut asked: Vec<String> = host.asked();
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), all, "{:?}", host.asked());
    page.expect_no_complaint();
}

#[test]
fn what_was_opened_once_opens_without_a_network() {
    let host = Host::start();
    let page = keeping(&host, "en/water/?source=piped");
    wait_for_headline(&page, "65,300 households");
    switch_off(&host);
    page.reload();
    has_started(&page);
    wait_for_headline(&page, "65,300 households");
    page.role("button", Name::starts_with("2020 ")).click();
    // 653 x 2 x 10.
    wait_for_headline(&page, "13,060 households");
    assert_eq!(super::map_read::fills(&page).len(), 12);
    let folder = tempfile::tempdir().unwrap();
    let target = page.call("Target.getTargetInfo", json!({}));
    let allowed = json!({
        "behavior": "allow", "downloadPath": folder.path(),
        "browserContextId": target["targetInfo"]["browserContextId"],
    });
    page.call("Browser.setDownloadBehavior", allowed);
    page.role("button", "Download & cite").click();
    page.role("textbox", "BibTeX");
    for (button, file) in [("Table (CSV)", "csv"), ("Picture (PNG)", "png")] {
        page.role("button", button).click();
        page.wait_for_text(&format!("{file} saved"));
    }
    // What a link saves is kept, too.
    for file in ["water-1.json", "regions.csv", "datapackage.json"] {
        page.evaluate(&format!(
            "document.querySelector('dialog a[href$=\"{file}\"]').click()"
        ));
        let path = folder.path().join(file);
        page.wait_until(file, || {
            let there = fs::read(site().join("data/water").join(file)).unwrap();
            fs::read(&path)
                .is_ok_and(|bytes| bytes == there)
                .then_some(())
        });
    }
    page.press("Escape");
    page.role("link", "Published figures").click();
    let rows = facts::rows(&page);
    assert!(
        facts::figure(&rows, "Households: total Port Amara · 2022")[1]
            .starts_with("4,800 households")
    );
    page.expect_no_policy_complaint();
}

#[test]
fn a_place_that_was_not_visited_opens_from_a_document_without_figures() {
    let host = Host::start();
    let page = keeping(&host, "en/water/");
    assert!(
        !kept(&page, &host)
            .iter()
            .any(|path| path.contains("water/n1"))
    );
    switch_off(&host);
    page.goto(&host.url("en/water/n1/"));
    has_started(&page);
    wait_for_headline(&page, "12,000 households in Port Amara");
    // The start of the site leads to what is kept.
    page.goto(&host.url(""));
    has_started(&page);
    wait_for_headline(&page, "100,000 households");
    assert_eq!(page.url(), host.url("en/water/"));
    page.set_scripts_off();
    page.goto(&host.url("en/water/n1/"));
    assert_eq!(headline(&page), "Jangkau");
    assert!(!page.text().contains("000"), "{}", page.text());
}

#[test]
fn a_language_that_was_opened_opens_without_a_network() {
    let host = Host::start();
    let page = keeping(&host, "en/water/n1/");
    super::speak(&page, "Bahasa Indonesia");
    wait_for_headline(&page, "12.000 rumah tangga");
    page.wait_until("the words of the other language", || {
        let kept = kept(&page, &host);
        kept.iter()
            .any(|path| path == "shell/id.html")
            .then_some(())
    });
    switch_off(&host);
    page.reload();
    has_started(&page);
    wait_for_headline(&page, "12.000 rumah tangga");
}

#[test]
fn a_host_that_is_silent_is_waited_for_three_seconds() {
    let host = Host::start();
    let page = keeping(&host, "en/water/");
    host.fail("en/water/n1/", Fault::Silent);
    host.fail("index.json", Fault::Stalled);
    let start = Instant::now();
    page.goto(&host.url("en/water/n1/"));
    assert!(start.elapsed().as_millis() >= 3000);
    has_started(&page);
    wait_for_headline(&page, "12,000 households in Port Amara");
    assert!(start.elapsed().as_secs() < 15, "{:?}", start.elapsed());
}

#[test]
fn a_correction_arrives_at_the_next_visit_and_what_it_replaces_goes() {
    let edition = Edition::new("site-corrected");
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = keeping(&host, "en/water/");
    let [old] = &data_of(&page, &host)[..] else {
        panic!("{:?}", kept(&page, &host))
    };
    let mut file: Value = serde_json::from_slice(&edition.data()).unwrap();
    file["value"][0] = (file["value"][0].as_u64().unwrap() + 1000).into();
    let corrected = serde_json::to_vec(&file).unwrap();
    edition.put(&corrected);
    edition.list(&corrected, "2");
    page.reload();
    has_started(&page);
    wait_for_headline(&page, "101,000 households");
    page.wait_until("the old figures to go", || {
        let data = data_of(&page, &host);
        (data.len() == 1 && data[0] != *old).then_some(())
    });
    switch_off(&host);
    page.reload();
    has_started(&page);
    wait_for_headline(&page, "101,000 households");
    page.expect_no_policy_complaint();
}

/// The figures that are kept.
fn data_of(page: &Page, host: &Host) -> Vec<String> {
    let kept = kept(page, host).into_iter();
    kept.filter(|path| path.starts_with("data/water/water-1.json?"))
        .collect()
}

#[test]
fn without_a_network_the_figures_of_the_list_that_is_kept_are_shown() {
    let edition = Edition::new("site-half-corrected");
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = keeping(&host, "en/water/");
    // The list of a correction arrives, its figures do not.
    edition.list(b"{}", "2");
    page.reload();
    let alert = page.role("alert", Name::Any).text();
    assert!(alert.contains("water-1.json"), "{alert}");
    switch_off(&host);
    page.role("button", "Try again").click();
    has_started(&page);
    wait_for_headline(&page, "100,000 households");
}

#[test]
fn nothing_is_kept_in_a_frame() {
    let host = Host::start();
    let page = Page::blank_with_workers();
    page.goto(&host.url("embed/v1.js"));
    page.evaluate(&format!(
        "{{ const frame = document.createElement('iframe'); frame.src = '{}'; document.body.append(frame) }}",
        host.url("en/water/?tab=about")
    ));
    page.wait_for("frames[0]?.document.getElementById('offline') !== null");
    page.wait_for(
        "frames[0].performance.getEntriesByType('resource').some((it) => it.name.endsWith('offline.js') && it.responseEnd > 0)",
    );
    page.evaluate("new Promise((done) => frames[0].requestIdleCallback(() => frames[0].requestIdleCallback(() => done())))");
    assert_eq!(page.evaluate(STAYS), "0,0");
    assert_eq!(
        page.evaluate("frames[0].document.getElementById('offline').childElementCount"),
        0
    );
    assert!(!host.asked().iter().any(|path| path == WORKER));
}

#[test]
fn nothing_is_kept_where_the_reader_saves_data() {
    let host = Host::start();
    let page = Page::blank_with_workers();
    let saves = json!({ "dataSaverEnabled": true });
    page.call("Emulation.setDataSaverOverride", saves);
    page.goto(&host.url("en/water/"));
    has_started(&page);
    page.role("button", "Download & cite").click();
    page.role("textbox", "BibTeX");
    page.press("Escape");
    page.role("link", "About the data").click();
    page.wait_for("document.getElementById('offline') !== null");
    page.evaluate(
        "new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done())))",
    );
    assert_eq!(page.evaluate(STAYS), "0,0");
    assert!(!host.asked().iter().any(|path| path == WORKER));
    page.expect_no_complaint();
}
