//! What goes wrong with data and network.

use std::time::Duration;

use serde_json::{Value, json};

use super::edition::{DATA, Edition, LIST, READINGS};
use super::{has_started, headline, visit, wait_for_headline};
use crate::support::{Fault, Host, Name, Page, SUB_PATH};

/// What a visitor gets while a file is broken, and again when the host is mended.
#[track_caller]
fn check(file: &str, fault: Fault, cause: &str) {
    let host = Host::start();
    host.fail(
        &format!(
            "data/{}",
            if file == LIST {
                LIST.to_owned()
            } else {
                format!("water/{file}")
            }
        ),
        fault,
    );
    let page = Page::open(&host.url("id/water/?source=piped"));
    let alert = page.role("alert", Name::Any);
    let text = alert.text();
    assert!(text.contains(file), "{fault:?}: {text}");
    assert!(text.contains(cause), "{fault:?}: {text}");
    assert!(
        headline(&page).starts_with("100.000 rumah tangga"),
        "{fault:?}: {}",
        headline(&page)
    );
    let csv = page.role("link", "Jumlah setiap tempat sebagai CSV");
    let csv = csv.attribute("href").unwrap_or_default();
    assert!(csv.ends_with("data/water/regions.csv"), "{csv}");
    assert!(
        page.record().violations.is_empty(),
        "{:?}",
        page.record().violations
    );

    // Still broken: the message comes again.
    page.role("button", "Coba lagi").click();
    page.role("alert", Name::Any);
    host.mend();
    page.role("button", "Coba lagi").click();
    has_started(&page);
    wait_for_headline(&page, "65.300 rumah tangga");
}

#[test]
fn a_list_that_does_not_come_is_named_and_asked_for_again() {
    check(LIST, Fault::Status(404), "404");
    check(LIST, Fault::Status(500), "500");
    check(LIST, Fault::Reset, "Koneksi terputus");
    check(LIST, Fault::HtmlInstead, "halaman HTML");
    check(LIST, Fault::Truncated, "Koneksi terputus");
    check(LIST, Fault::Cut, "tidak dapat dibaca");
}

#[test]
fn data_that_does_not_come_is_named_and_asked_for_again() {
    check(DATA, Fault::Status(404), "404");
    check(DATA, Fault::Status(500), "500");
    check(DATA, Fault::Reset, "Koneksi terputus");
    check(DATA, Fault::HtmlInstead, "halaman HTML");
    check(DATA, Fault::Truncated, "Koneksi terputus");
    check(DATA, Fault::Changed, "SHA-256");
}

#[test]
fn published_data_that_cannot_be_read_are_refused_by_name_and_place() {
    let edition = Edition::new("site-unreadable");
    let whole = edition.data();
    let half = &whole[..whole.len() / 2];
    let mut short: Value = serde_json::from_slice(&whole).unwrap();
    short["value"].as_array_mut().unwrap().pop();
    let short = short.to_string();
    for (data, cause) in [(half, "EOF"), (short.as_bytes(), "value"), (b"[]", "")] {
        edition.list(data, "1");
        edition.put(data);
        let host = Host::of(edition.folder().to_owned(), SUB_PATH);
        let page = Page::open(&host.url("id/water/"));
        let alert = page.role("alert", Name::Any).text();
        for word in [DATA, "tidak dapat dibaca", cause] {
            assert!(alert.contains(word), "{word:?} in {alert}");
        }
        assert!(headline(&page).starts_with("100.000 rumah tangga"));
        page.role("button", "Muat ulang halaman");
        page.expect_no_complaint();
    }
}

#[test]
fn without_how_it_is_read_no_figure_is_shown() {
    for (fault, cause) in [
        (Fault::Status(404), "404"),
        (Fault::Reset, "Koneksi terputus"),
        (Fault::HtmlInstead, "halaman HTML"),
        (Fault::Changed, "SHA-256"),
    ] {
        check(READINGS, fault, cause);
    }
}

#[test]
fn how_another_dataset_is_read_is_refused_by_name() {
    let edition = Edition::new("site-misread");
    let own: Value = serde_json::from_slice(&edition.readings()).unwrap();
    let mut fewer = own.clone();
    fewer["dimensions"].as_array_mut().unwrap().pop();
    for reading in fewer["readings"].as_array_mut().unwrap() {
        reading["of"].as_array_mut().unwrap().pop();
    }
    let mut other = own.clone();
    other["dimensions"][1]["readings"][0]["how"] = "guessed".into();
    for (readings, cause) in [
        (Some(fewer), "the readings are of dimensions of"),
        (Some(other), "dimensions[1].readings[0].how"),
        (None, "water: expected readings, found none"),
    ] {
        let file = if readings.is_some() { READINGS } else { LIST };
        edition.put_readings(readings.map(|file| file.to_string()).as_deref());
        let host = Host::of(edition.folder().to_owned(), SUB_PATH);
        let page = Page::open(&host.url("en/water/?source=piped"));
        let alert = page.role("alert", Name::Any).text();
        for word in [file, cause] {
            assert!(alert.contains(word), "{word:?} in {alert}");
        }
        // What the document itself says stands alone.
        let sentence = headline(&page);
        assert!(
            sentence.starts_with("100,000 households") && sentence.ends_with("(without filters)")
        );
        assert_eq!(page.count("application"), 0);
        page.expect_no_complaint();
    }
}

const BORDERS: &str = "communes.topo.json";

/// Without its boundaries the page has everything but the map, and the map when the host is mended.
#[track_caller]
fn check_boundaries(fault: Fault, cause: &str) {
    let host = Host::start();
    host.fail(BORDERS, fault);
    let page = Page::open(&host.url("id/water/?source=piped"));
    has_started(&page);
    without_a_map(&page, cause);
    assert!(
        page.record().violations.is_empty(),
        "{:?}",
        page.record().violations
    );
    // All else goes on.
    page.role("button", Name::starts_with("2020 ")).click();
    // 653 x 2 x 10.
    wait_for_headline(&page, "13.060 rumah tangga berair pipa");
    let table = super::table(&page, "menurut");
    assert_eq!(super::cells(&table).len(), 12);
    page.role("radio", "Per 1.000 penduduk").click();
    page.wait_for("location.search === '?period=2020&source=piped&as=rate'");

    // Still broken: the message comes again.
    page.role("button", "Coba lagi").click();
    without_a_map(&page, cause);
    host.mend();
    page.role("button", "Coba lagi").click();
    let map = super::map_read::map(&page);
    assert_eq!(
        map.name(),
        "Peta: Rumah tangga berair pipa menurut Komune, 2020 (Per 1.000 penduduk)"
    );
    page.role("heading", "Legenda: Per 1.000 penduduk");
    assert_eq!(super::map_read::fills(&page).len(), 12);
    page.wait_for_none("alert", Name::Any);
}

#[track_caller]
fn without_a_map(page: &Page, cause: &str) {
    let alert = page.role("alert", Name::Any).text();
    for part in ["Peta tidak dapat digambar", BORDERS, cause] {
        assert!(alert.contains(part), "{part:?} in {alert}");
    }
    assert_eq!(page.count("application"), 0);
}

#[test]
fn boundaries_that_do_not_come_leave_everything_but_the_map() {
    check_boundaries(Fault::Status(404), "404");
    check_boundaries(Fault::Status(500), "500");
    check_boundaries(Fault::Reset, "Koneksi terputus");
}

#[test]
fn boundaries_that_are_not_the_published_ones_leave_everything_but_the_map() {
    check_boundaries(Fault::HtmlInstead, "halaman HTML");
    check_boundaries(Fault::Truncated, "Koneksi terputus");
    check_boundaries(Fault::Changed, "SHA-256");
}

#[test]
fn boundaries_that_stall_hold_nothing_up_and_are_told() {
    let host = Host::start();
    host.fail(BORDERS, Fault::Stalled);
    let mut page = Page::blank();
    hurry(&page, 20);
    page.set_patience(Duration::from_secs(20));
    page.goto(&host.url("en/water/"));
    has_started(&page);
    page.role("button", Name::starts_with("Piped water "))
        .click();
    wait_for_headline(&page, "65,300 households");
    let alert = page.role("alert", Name::Any).text();
    for part in [
        "The map cannot be drawn",
        BORDERS,
        "Nothing has come for 60 seconds.",
    ] {
        assert!(alert.contains(part), "{part:?} in {alert}");
    }
    host.mend();
    page.role("button", "Try again").click();
    super::map_read::map(&page);
    assert_eq!(super::map_read::fills(&page).len(), 12);
    wait_for_headline(&page, "65,300 households");
}

/// Makes the page's clocks run so many times faster: timers alone, before its scripts run.
fn hurry(page: &Page, times: u32) {
    let source = format!(
        "for (const name of ['setInterval', 'setTimeout']) {{
           const plain = window[name];
           window[name] = (act, ms, ...rest) => plain(act, (ms || 0) / {times}, ...rest);
         }}"
    );
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    );
}

#[test]
fn a_transfer_that_stalls_is_told_and_then_ended() {
    for (file, ending) in [(LIST, "data/index.json"), (DATA, DATA)] {
        let host = Host::start();
        host.fail(ending, Fault::Stalled);
        let mut page = Page::blank();
        // A minute in three seconds.
        hurry(&page, 20);
        page.set_patience(Duration::from_secs(20));
        page.goto(&host.url("en/water/"));
        page.wait_for_text("nothing has come for ten seconds");
        assert!(headline(&page).starts_with("100,000 households"));
        assert_eq!(page.count("alert"), 0);
        let alert = page.role("alert", Name::Any).text();
        assert!(
            alert.contains(file) && alert.contains("Nothing has come for 60 seconds."),
            "{alert}"
        );
        page.role("link", "Totals of every place as CSV");
        host.mend();
        page.role("button", "Try again").click();
        has_started(&page);
        wait_for_headline(&page, "100,000 households");
    }
}

#[test]
fn offline_everything_goes_on() {
    let visit = visit("id/water/");
    super::late::has_all_code(&visit);
    visit.set_offline(true);
    visit.role("button", Name::starts_with("Air pipa ")).click();
    wait_for_headline(&visit, "65.300 rumah tangga");
    visit.role("combobox", "Cari tempat").fill("port amara");
    visit.role("option", Name::contains("Port Amara"));
    visit.press("Enter");
    wait_for_headline(&visit, "9.600 rumah tangga");
    visit.role("link", "Tabel").click();
    visit.role("button", "Nama").click();
    visit.wait_for_link("id/water/n1/?source=piped&tab=table&sort=name");
    super::speak(&visit, "English");
    wait_for_headline(&visit, "9,600 households");
    visit.role("link", "About the data").click();
    visit.role("table", Name::starts_with("Published figures"));
    visit.back();
    visit.back();
    wait_for_headline(&visit, "9.600 rumah tangga");
    visit.expect_no_complaint();
}
