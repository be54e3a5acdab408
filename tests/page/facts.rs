//! The published figures of a place, beside what the model says.

use super::edition::Edition;
use super::{Visit, has_started, headline, texts, visit};
use crate::support::{Fault, Host, Name, Page, SUB_PATH};

const FILE: &str = "water/facts.json";

/// The rows: figure, published, model, distance, source.
pub(super) fn rows(page: &Page) -> Vec<Vec<String>> {
    page.wait_for("document.querySelector('.facts tbody tr') !== null");
    page.wait_for("document.querySelector('[aria-busy=true]') === null");
    let rows = page.evaluate(
        "[...document.querySelectorAll('.facts tbody tr')].map((row) =>
           [...row.cells].map((cell) => [...cell.childNodes].map((it) => it.textContent).join(' ')))",
    );
    texts(&rows)
}

/// The first row whose figure begins so.
#[track_caller]
pub(super) fn figure<'a>(rows: &'a [Vec<String>], start: &str) -> &'a [String] {
    let found = rows.iter().find(|row| row[0].starts_with(start));
    found.unwrap_or_else(|| panic!("no figure {start:?}"))
}

#[test]
fn those_of_the_place_its_district_and_the_whole_come_when_they_are_asked_for() {
    let visit = visit("en/water/n1/");
    super::map_read::map(&visit);
    let asked = |visit: &Visit| visit.host.asked().iter().any(|it| it.contains(FILE));
    assert!(!asked(&visit));
    visit.role("link", "Published figures").click();
    visit.wait_for_link("en/water/n1/?tab=facts");
    visit.role(
        "heading",
        "Figures that were ever published about Port Amara, North (2019), Veluna",
    );
    let rows = rows(&visit);
    assert!(asked(&visit));
    let mut left = rows.iter().map(|row| &*row[0]).peekable();
    for (place, expected) in [("Port Amara", 2), ("North", 1), ("Veluna", 3)] {
        let mut told = 0;
        while left.next_if(|about| about.contains(place)).is_some() {
            told += 1;
        }
        assert_eq!(told, expected, "{place}");
    }
    assert_eq!(left.next(), None);
    // The figure of the place itself: published, by whom, and what the model makes of it.
    let own = figure(&rows, "Households: total Port Amara · 2022");
    assert!(own[1].starts_with("4,800 households"), "{}", own[1]);
    // 12 x 4 x 100.
    assert_eq!([&*own[2], &own[3]], ["4,800", "0"]);
    let source = "Office of Made Figures, 2023-01";
    assert!(own[4].ends_with(source), "{}", own[4]);
    let link = visit.evaluate("document.querySelector('.facts tbody a').href");
    assert!(link.as_str().unwrap().starts_with("https://"), "{link}");
    visit.expect_no_complaint();
}

#[test]
fn a_search_leaves_what_holds_every_word_and_is_in_the_link() {
    let visit = visit("id/water/n1/?tab=facts");
    let all = rows(&visit).len();
    visit.role("searchbox", "Cari di tabel").focus();
    visit.type_text("jumlah courier");
    visit.wait_for_link("id/water/n1/?tab=facts&q=jumlah%20courier");
    let left = visit.wait_until("fewer rows", || {
        let rows = rows(&visit);
        (rows.len() < all).then_some(rows)
    });
    assert!(!left.is_empty());
    for row in &left {
        let text = row.join(" ").to_lowercase();
        assert!(
            text.contains("jumlah") && text.contains("courier"),
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
    let visit = visit("en/water/c1/?tab=facts");
    visit.wait_for_text("No figure was ever published about Port Lenna itself.");
    assert!(!rows(&visit).is_empty());
    // Another place, without another transfer.
    visit.role("combobox", "Find a place").fill("port amara");
    visit
        .role("option", Name::starts_with("Port Amara"))
        .click();
    visit.wait_for_link("en/water/n1/?tab=facts");
    visit.wait_for_no_text("No figure was ever published");
    let asked = visit.host.asked();
    assert_eq!(asked.iter().filter(|it| it.contains(FILE)).count(), 1);
}

#[test]
fn every_figure_stands_beside_what_the_model_says() {
    let visit = visit("en/water/?tab=facts");
    visit.role("heading", "Every figure that was ever published");
    visit.wait_for_text("7 rows");
    let rows = rows(&visit);
    assert_eq!(rows.len(), 7);
    // The years 4 of 10, the piped 653 of 1,000, the district 30 of 100, the commune 12 x 4 x 100.
    for (about, published, model, distance) in [
        ("total Veluna · 2022", "40,000 households", "40,000", "0"),
        (
            "with piped water Veluna · 2019–2022",
            "65% of households",
            "65.3%",
            "0.3 points",
        ),
        ("total North", "29,000 households", "30,000", "1,000"),
        ("total Port Amara · 2022", "4,800 households", "4,800", "0"),
    ] {
        let row = figure(&rows, &format!("Households: {about}"));
        assert!(row[1].starts_with(published), "{row:?}");
        assert_eq!(row[2].split(' ').next(), Some(model), "{row:?}");
        assert!(row[3].contains(distance), "{row:?}");
    }
    // What two sources do not agree on stands side by side.
    let differs = visit.evaluate("document.querySelectorAll('.facts tbody .differs').length");
    assert_eq!(differs, 2);
    let [one, other] = [0, 1].map(|nth| {
        let of_place = |row: &&Vec<String>| row[0].contains("Port Amara");
        rows.iter().filter(of_place).nth(nth).unwrap()[1].clone()
    });
    assert!(one.contains("The Amara Courier: 5,000"), "{one}");
    assert!(other.contains("Office of Made Figures: 4,800"), "{other}");
    // What the model does not tell, and what is of another country, has no number of it beside it.
    for about in ["Money: spent", "Households: total Outer Marland"] {
        let row = figure(&rows, about);
        assert_eq!([&*row[2], &row[3]], ["", ""], "{row:?}");
    }
    // The whole first, then districts and communes.
    let places: Vec<bool> = rows
        .iter()
        .map(|row| row[0].contains(" Veluna · "))
        .collect();
    assert!(places.is_sorted_by(|one, next| one >= next), "{rows:?}");
    visit.expect_no_complaint();
}

#[test]
fn on_a_narrow_window_figures_are_cards_and_nothing_is_cut() {
    let visit = visit("id/water/n1/?tab=facts");
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
    let host = Host::start();
    host.fail("facts.json", fault);
    let page = Page::open(&host.url("id/water/n1/?source=piped&tab=facts"));
    has_started(&page);
    let told = |page: &Page| {
        let alert = page.role("alert", Name::Any).text();
        for part in ["Angka resmi tidak dapat ditampilkan", "facts.json", cause] {
            assert!(alert.contains(part), "{part:?} in {alert}");
        }
    };
    told(&page);
    assert!(headline(&page).starts_with("9.600 rumah tangga"));
    page.role("button", "Coba lagi").click();
    told(&page);
    page.role("button", Name::starts_with("2020 ")).click();
    page.wait_for("location.search === '?period=2020&source=piped&tab=facts'");
    host.mend();
    page.role("button", "Coba lagi").click();
    assert!(!rows(&page).is_empty());
    page.wait_for_none("alert", Name::Any);
}

#[test]
fn figures_that_do_not_come_or_are_not_the_published_ones_leave_everything_else() {
    check(Fault::Status(404), "404");
    check(Fault::Truncated, "Koneksi terputus");
    check(Fault::HtmlInstead, "halaman HTML");
    check(Fault::Changed, "SHA-256");
}

#[test]
fn published_figures_that_cannot_be_read_are_refused_by_place() {
    let edition = Edition::new("site-unreadable-facts");
    for (facts, place) in [
        (&b"{\"facts\": [{\"topic\": 7}]}"[..], "labels"),
        (b"{\"labels\": [1], \"facts\": []}", "labels"),
        (b"[]", "facts"),
        (b"{\"facts\"", "EOF"),
    ] {
        edition.facts(Some(facts));
        let host = Host::of(edition.folder().to_owned(), SUB_PATH);
        let page = Page::open(&host.url("en/water/?tab=facts"));
        has_started(&page);
        let alert = page.role("alert", Name::Any).text();
        for part in ["The published figures cannot be shown", "facts.json", place] {
            assert!(alert.contains(part), "{part:?} in {alert}");
        }
        assert!(headline(&page).starts_with("100,000 households"));
        page.expect_no_complaint();
    }
}

#[test]
fn a_dataset_without_published_figures_has_no_tab_of_them() {
    let edition = Edition::new("site-without-facts");
    edition.facts(None);
    let host = Host::of(edition.folder().to_owned(), SUB_PATH);
    let page = Page::open(&host.url("en/water/?tab=facts"));
    has_started(&page);
    super::map_read::map(&page);
    assert!(page.all("link", "Published figures").is_empty());
    page.role("link", "Trend");
    page.expect_no_complaint();
}
