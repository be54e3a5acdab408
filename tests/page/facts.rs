//! The published figures of a place, beside what the model says.

use std::path::Path;

use super::edition::Edition;
use super::{Visit, digits, grouped, has_started, headline, texts, visit};
use crate::support::{Fault, Host, Name, Page, SUB_PATH};

const FILE: &str = "prakerja/facts.json";

/// The regions of the figures that the programme's own file has, in its order.
fn published() -> Vec<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/prakerja/sources/figures.csv");
    let mut rows = csv::Reader::from_path(file).unwrap();
    let rows = rows.records().map(Result::unwrap);
    rows.map(|row| match &row[0] {
        "Kartu Prakerja" => row[2].to_owned(),
        other => format!("{} ({other})", &row[2]),
    })
    .collect()
}

/// The rows: figure, published, model, distance, source.
fn rows(page: &Page) -> Vec<Vec<String>> {
    page.wait_for("document.querySelector('#facts-rows tr') !== null");
    page.wait_for("document.querySelector('[aria-busy=true]') === null");
    let rows = page.evaluate(
        "[...document.querySelectorAll('#facts-rows tr')].map((row) =>
           [...row.cells].map((cell) => [...cell.childNodes].map((it) => it.textContent).join(' ')))",
    );
    texts(&rows)
}

/// The first row whose figure begins so.
#[track_caller]
fn figure<'a>(rows: &'a [Vec<String>], start: &str) -> &'a [String] {
    let found = rows.iter().find(|row| row[0].starts_with(start));
    found.unwrap_or_else(|| panic!("no figure {start:?}"))
}

#[test]
fn those_of_the_place_its_province_and_the_nation_come_when_they_are_asked_for() {
    let visit = visit("en/prakerja/3273/");
    super::map_read::map(&visit);
    let asked = |visit: &Visit| visit.host.asked().iter().any(|it| it.contains(FILE));
    assert!(!asked(&visit));
    visit.role("link", "Published figures").click();
    visit.wait_for_link("en/prakerja/3273/?tab=facts");
    visit.role(
        "heading",
        "Figures that were ever published about Kota Bandung, Jawa Barat, Indonesia",
    );
    let rows = rows(&visit);
    assert!(asked(&visit));
    let of_all = published();
    let mut left = rows.iter().map(|row| &*row[0]).peekable();
    for place in ["Kota Bandung", "Jawa Barat", "Indonesia"] {
        let mut told = 0;
        while left.next_if(|about| about.contains(place)).is_some() {
            told += 1;
        }
        let expected = of_all.iter().filter(|region| *region == place).count();
        assert_eq!(told, expected, "{place}");
        assert!(told > 0, "{place}");
    }
    assert_eq!(left.next(), None);
    // The figure of the place itself: published, by whom, and what the model makes of it.
    let own = figure(&rows, "Recipients: total Kota Bandung · batches 1-22");
    assert_eq!(own[1], "122,054 persons");
    assert_eq!(own[2], "122,054 2020-2021");
    assert_eq!(own[3], "0");
    assert!(own[4].ends_with("SINDOnews, 2021-11-27"), "{}", own[4]);
    let link = visit.evaluate("document.querySelector('#facts-rows a').href");
    assert!(link.as_str().unwrap().starts_with("https://"), "{link}");
    visit.expect_no_complaint();
}

#[test]
fn anyone_can_check_the_four_figures_of_the_programme() {
    let visit = visit("en/prakerja/?tab=facts");
    visit.role("heading", "Every figure that was ever published");
    visit.wait_for_text("695 rows");
    let rows = rows(&visit);
    assert_eq!(rows.len(), published().len());
    for (about, published, model, distance) in [
        (
            "Recipients trained: total",
            "17,500,000 persons",
            "17,500,000",
            "0",
        ),
        (
            "Prior training: never trained before",
            "86%",
            "86%",
            "0 points",
        ),
        (
            "Disability: people with a disability",
            "3%",
            "3%",
            "0 points",
        ),
        (
            "Region type: kabupaten tertinggal (disadvantaged regencies)",
            "2%",
            "2%",
            "0 points",
        ),
    ] {
        let row = figure(&rows, &format!("{about} Indonesia · 2020-2023"));
        assert!(row[1].starts_with(published), "{row:?}");
        assert_eq!([&*row[2], &row[3]], [model, distance], "{about}");
    }
    // What sources do not agree on stands side by side.
    let differs = visit.evaluate("document.querySelectorAll('#facts-rows .differs').length");
    assert!(differs.as_u64().unwrap() > 10, "{differs}");
    // What another programme published has no number of this model beside it.
    let other = figure(&rows, "Registered: total Cambodia");
    assert_eq!([&*other[2], &other[3]], ["", ""]);
    // The nation first, then provinces and regions.
    let places: Vec<bool> = rows
        .iter()
        .map(|row| row[0].contains(" Indonesia · "))
        .collect();
    assert!(places.is_sorted_by(|one, next| one >= next));
    visit.expect_no_complaint();
}

#[test]
fn a_search_leaves_what_holds_every_word_and_is_in_the_link() {
    let visit = visit("id/prakerja/3578/?tab=facts");
    let all = rows(&visit).len();
    visit.role("searchbox", "Cari di tabel").focus();
    visit.type_text("disabilitas detik");
    visit.wait_for_link("id/prakerja/3578/?tab=facts&q=disabilitas%20detik");
    let left = visit.wait_until("fewer rows", || {
        let rows = rows(&visit);
        (rows.len() < all).then_some(rows)
    });
    assert!(!left.is_empty());
    for row in &left {
        let text = row.join(" ").to_lowercase();
        assert!(
            text.contains("disabilitas") && text.contains("detik"),
            "{text}"
        );
    }
    visit.reload();
    has_started(&visit);
    assert_eq!(rows(&visit), left);
    visit.expect_no_complaint();
}

#[test]
fn a_place_that_nothing_was_published_about_says_so() {
    let visit = visit("en/prakerja/3272/?tab=facts");
    visit.wait_for_text("No figure was ever published about Kota Sukabumi itself.");
    assert!(!rows(&visit).is_empty());
    // Another place, without another transfer.
    visit.role("combobox", "Find a place").fill("surabaya");
    visit
        .role("option", Name::starts_with("Kota Surabaya"))
        .click();
    visit.wait_for_link("en/prakerja/3578/?tab=facts");
    visit.wait_for_no_text("No figure was ever published");
    let asked = visit.host.asked();
    assert_eq!(asked.iter().filter(|it| it.contains(FILE)).count(), 1);
}

#[test]
fn the_model_s_number_is_that_of_the_link_that_asks_the_same() {
    let visit = visit("en/prakerja/province-2020/35/?tab=facts");
    let rows = rows(&visit);
    let row = figure(&rows, "Recipients: total Jawa Timur · 2020");
    let model = super::total_of("en/prakerja/province-2020/35/?year=2020");
    assert_eq!(row[2], grouped(model, ','));
    let apart = model.abs_diff(digits(row[1].split(' ').next().unwrap()));
    assert!(row[3].contains(&grouped(apart, ',')), "{row:?}");
}

#[test]
fn on_a_narrow_window_figures_are_cards_and_nothing_is_cut() {
    let visit = visit("id/prakerja/3578/?tab=facts");
    rows(&visit);
    for width_px in [320, 360, 768, 1440] {
        visit.set_window(width_px, 720);
        visit.wait_for(&format!("innerWidth === {width_px}"));
        let out = visit.evaluate(
            "(() => { const box = document.querySelector('.facts .scroller');
               return [document.documentElement.scrollWidth > innerWidth, box.scrollWidth > box.clientWidth].join() })()",
        );
        assert_eq!(out, "false,false", "{width_px} px");
    }
}

/// Without its published figures the page has everything else, and those when the host is mended.
#[track_caller]
fn check(fault: Fault, cause: &str) {
    let host = Host::shipped();
    host.fail("facts.json", fault);
    let page = Page::open(&host.url("id/prakerja/3273/?sex=F&tab=facts"));
    has_started(&page);
    let told = |page: &Page| {
        let alert = page.role("alert", Name::Any).text();
        for part in [
            "Angka terbitan tidak dapat ditampilkan",
            "facts.json",
            cause,
        ] {
            assert!(alert.contains(part), "{part:?} in {alert}");
        }
    };
    told(&page);
    assert!(headline(&page).starts_with("92.486 peserta"));
    page.role("button", "Coba lagi").click();
    told(&page);
    page.role("button", Name::starts_with("2020 ")).click();
    page.wait_for("location.search === '?year=2020&sex=F&tab=facts'");
    host.mend();
    page.role("button", "Coba lagi").click();
    assert!(!rows(&page).is_empty());
    page.wait_for_none("alert", Name::Any);
}

#[test]
fn figures_that_do_not_come_or_are_not_the_published_ones_leave_everything_else() {
    check(Fault::Status(404), "404");
    check(Fault::Truncated, "Sambungan terputus");
    check(Fault::HtmlInstead, "halaman HTML");
    check(Fault::Changed, "SHA-256");
}

#[test]
fn published_figures_that_cannot_be_read_are_refused_by_place() {
    let edition = Edition::shipped("site-unreadable-facts");
    for (facts, place) in [
        (&b"{\"facts\": [{\"topic\": 7}]}"[..], "labels"),
        (b"{\"labels\": [1], \"facts\": []}", "labels"),
        (b"[]", "facts"),
        (b"{\"facts\"", "EOF"),
    ] {
        edition.facts(Some(facts));
        let host = Host::of(edition.folder().to_owned(), SUB_PATH);
        let page = Page::open(&host.url("en/prakerja/?tab=facts"));
        has_started(&page);
        let alert = page.role("alert", Name::Any).text();
        for part in ["The published figures cannot be shown", "facts.json", place] {
            assert!(alert.contains(part), "{part:?} in {alert}");
        }
        assert!(headline(&page).starts_with("17,500,000 participants"));
        page.expect_no_complaint();
    }
}

#[test]
fn a_dataset_without_published_figures_has_no_tab_of_them() {
    let edition = Edition::shipped("site-without-facts");
    edition.facts(None);
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = Page::open(&host.url("en/prakerja/?tab=facts"));
    has_started(&page);
    super::map_read::map(&page);
    assert!(page.all("link", "Published figures").is_empty());
    page.role("link", "Trend");
    page.expect_no_complaint();
}
