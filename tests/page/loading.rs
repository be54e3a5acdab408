//! From the first byte to the figures.

use super::{headline, visit};
use crate::support::{Fault, Host, Name, Page};

#[track_caller]
fn check_landing(lang: &str, sentence: &str, title: &str) {
    let visit = visit(&format!("{lang}/prakerja/"));
    assert_eq!(headline(&visit), sentence);
    assert_eq!(visit.title(), title);
    assert_eq!(visit.evaluate("document.documentElement.lang"), lang);
    visit.expect_no_complaint();
}

#[test]
fn the_sentence_names_who_was_reached_where_and_when() {
    check_landing(
        "id",
        "17.500.000 peserta di 514 kabupaten/kota, 2020-2023; 86% belum pernah mengikuti \
         pelatihan, 3% penyandang disabilitas, 2% dari kabupaten tertinggal",
        "Indonesia – Peserta Kartu Prakerja 2020–2023 (model) – Jangkau",
    );
    check_landing(
        "en",
        "17,500,000 participants in 514 regencies and cities, 2020-2023; 86% had never been \
         trained before, 3% with a disability, 2% from a kabupaten tertinggal (disadvantaged \
         regency)",
        "Indonesia – Kartu Prakerja participants, 2020–2023 (model) – Jangkau",
    );
}

#[test]
fn progress_counts_the_bytes_of_the_data_under_the_headline() {
    let host = Host::shipped();
    let slow = Fault::Slow {
        pieces: 10,
        pause_ms: 300,
    };
    host.fail("prakerja-1.json", slow);
    let page = Page::open(&host.url("id/prakerja/"));
    page.wait_until("a part of the bytes", || {
        let bar = page
            .all("progressbar", "Memuat angka…")
            .into_iter()
            .next()?;
        let [done, all] = ["value", "max"].map(|name| {
            let text = bar.attribute(name).unwrap_or_default();
            text.parse::<u32>().unwrap_or_default()
        });
        (0 < done && done < all && page.text().contains(" dari 1.128 kB")).then_some(())
    });
    assert!(headline(&page).starts_with("17.500.000 peserta"));
    super::has_started(&page);
    assert_eq!(page.count("progressbar"), 0);
    page.expect_no_complaint();
}

#[test]
fn a_whole_tour_asks_one_host_alone_and_leaves_nothing_behind() {
    let visit = visit("id/prakerja/");
    visit.role("button", Name::starts_with("Perempuan")).click();
    visit.wait_for_link("id/prakerja/?sex=F");
    visit.role("combobox", "Cari tempat").fill("bandng");
    visit.role("option", Name::contains("Kota Bandung"));
    visit.press("ArrowDown");
    visit.press("Enter");
    visit.role("link", "Tabel").click();
    visit.role("button", "Nama").click();
    visit.role("link", "English").click();
    visit.role("link", "About the data").click();
    visit.role("table", Name::starts_with("Published figures"));
    visit.back();
    visit.role("link", "Bahasa Indonesia");
    visit.reload();
    super::has_started(&visit);
    visit.expect_no_complaint();

    let (record, own) = (visit.record(), visit.host.url(""));
    for sent in &record.requests {
        assert!(sent.url.starts_with(&own), "{}", sent.url);
        assert_eq!(sent.method, "GET", "{}", sent.url);
    }
    assert!(record.requests.len() > 5, "{:#?}", record.requests);
    let cookies = visit.call("Network.getCookies", serde_json::json!({}));
    assert_eq!(cookies["cookies"], serde_json::json!([]));
    let kept = "Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) =>
        [document.cookie, localStorage.length, sessionStorage.length, databases.length, caches.length].join())";
    assert_eq!(visit.evaluate(kept), ",0,0,0,0");
}

#[test]
fn once_the_figures_are_there_no_choice_asks_the_host_for_anything() {
    let visit = visit("id/prakerja/");
    // Nor one of language: the words of the other one come by themselves.
    visit.wait_until("the words of English", || {
        let asked = visit.host.asked();
        asked
            .iter()
            .any(|it| it.ends_with("/words.en.txt"))
            .then_some(())
    });
    let asked = visit.host.asked();
    for name in ["Perempuan ", "2020 ", "Belum pernah "] {
        visit.role("button", Name::starts_with(name)).click();
    }
    visit.wait_for_link("id/prakerja/?year=2020&sex=F&training=never");
    visit.role("link", "Tabel").click();
    visit.role("button", "Kota Bandung").click();
    visit.role("link", "English").click();
    visit.role("heading", Name::contains("in Kota Bandung"));
    assert_eq!(visit.host.asked(), asked);
    assert!(asked.len() < 11, "{asked:#?}");
}
