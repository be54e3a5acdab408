//! A full tour: what is asked of whom, and what stays behind.

use super::Visit;
use super::offline::{KEPT, keeping};
use super::offline_release::remove;
use crate::support::{Host, Name};

/// Cookies, and what the page has stored; the copy of the site's own files apart.
fn kept(visit: &Visit) -> String {
    let kept = visit.evaluate(
        "(async () => [document.cookie, localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length].join())()",
    );
    kept.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_full_tour_asks_the_own_site_alone_and_leaves_nothing_behind() {
    let host = Host::start();
    // With the copy that a browser keeps of the site.
    let page = keeping(&host, "id/water/");
    let visit = Visit { page, host };
    visit.wait_for("document.querySelector('[role=application] svg') !== null");
    visit.role("button", Name::starts_with("Air pipa ")).click();
    visit.role("radio", "Per 1.000 penduduk").click();
    visit.role("radio", "Kotak sama besar").click();
    visit.role("combobox", "Cari tempat").fill("port");
    visit.role("option", Name::contains(" · ")).click();
    visit.role("link", "Tabel").click();
    super::speak(&visit, "English");
    visit.role("link", "About the data").click();
    super::share(&visit, "Copy link");
    super::share(&visit, "Embed");
    visit.role("radio", Name::starts_with("Picture")).click();
    visit.role("button", "Make the picture").click();
    visit.role("link", Name::starts_with("Save "));
    visit.press("Escape");
    visit.back();
    visit.reload();
    super::has_started(&visit);
    let own = visit.host.url("");
    let blob = format!(
        "blob:{}/",
        own.split("/statistik").next().unwrap_or_default()
    );
    let requests = visit.record().requests;
    assert!(requests.len() > 15, "{}", requests.len());
    for sent in requests {
        let is_own = [&*own, &*blob, "data:image/"]
            .iter()
            .any(|start| sent.url.starts_with(start));
        assert!(is_own, "{}", sent.url);
        assert_eq!(sent.method, "GET", "{}", sent.url);
    }
    assert_eq!(kept(&visit), ",0,0,0");
    // The one exception: files of the site itself, until the reader removes them.
    let copy = visit.evaluate(KEPT);
    let copy = copy.as_array().unwrap();
    assert!(copy.len() > 15, "{copy:?}");
    for address in copy {
        assert!(address.as_str().unwrap().starts_with(&own), "{address}");
    }
    visit.role("link", "About the data").click();
    remove(&visit);
    let cookies = visit.call("Network.getCookies", serde_json::json!({ "urls": [own] }));
    assert_eq!(cookies["cookies"].as_array().map(Vec::len), Some(0));
}

/// The contract, letter for letter.
const CONTRACT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; object-src 'none'; frame-src 'self'; trusted-types default; require-trusted-types-for 'script'";

#[test]
fn every_document_of_the_site_carries_the_policy_byte_for_byte() {
    let site = crate::support::site();
    let names = jangkau::publish::tree::names_in_tree(site).unwrap();
    let is_page = |name: &&String| {
        name.rsplit_once('.')
            .is_some_and(|(_, kind)| kind == "html")
    };
    let pages = names.iter().filter(is_page);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{CONTRACT}\">");
    let mut seen = 0;
    for page in pages {
        let text = std::fs::read_to_string(site.join(page)).unwrap();
        assert!(text.contains(&meta), "{page}");
        // Its own program and style, held by their hashes; nothing inline.
        let forward = text.contains("http-equiv=\"refresh\"");
        // The list of datasets has no program.
        let list = text.contains("<main class=\"list\">");
        let held = text.matches(" integrity=\"sha384-").count();
        assert!(forward || held >= if list { 1 } else { 3 }, "{page}");
        assert!(
            !text.contains("<style") && !text.contains(" style="),
            "{page}"
        );
        // Scripts come from files; what catalogues read is data, which no browser runs.
        let kinds = [
            "<script type=\"module\" src=",
            "<script type=\"application/ld+json\">",
        ];
        let known: usize = kinds.iter().map(|start| text.matches(start).count()).sum();
        assert_eq!(text.matches("<script").count(), known, "{page}");
        seen += 1;
    }
    // In each of two languages those of four datasets, of 21 places of water, of 12 of health and 7
    // of schools; and three that lead on.
    assert!(seen >= 91, "{seen} documents");
}
