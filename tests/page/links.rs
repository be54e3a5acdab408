//! The link is the view.

use super::{grouped, headline, total_of, visit, wait_for_headline};
use crate::support::{Name, Page};

/// What a visitor sees of a view, to be found again.
#[track_caller]
pub(super) fn seen(page: &Page) -> Vec<String> {
    let table = page.role("table", Name::Any);
    let rows = super::cells(&table)
        .into_iter()
        .take(5)
        .map(|row| row.join(" "));
    let pressed = page.all("button", Name::Any).into_iter();
    let pressed = pressed.filter(|it| it.state("pressed") == Some("true".into()));
    let pressed = pressed.map(|it| it.name());
    let sorted = page.all("columnheader", Name::Any).into_iter();
    let sorted = sorted.filter(|it| it.attribute("aria-sort").as_deref() != Some("none"));
    let sorted = sorted.map(|it| format!("{} {:?}", it.name(), it.attribute("aria-sort")));
    let checked = page.all("radio", Name::Any).into_iter();
    let checked = checked.filter(|it| it.state("checked") == Some("true".into()));
    let checked = checked.map(|it| it.name());
    let tab = page.all("link", Name::Any).into_iter();
    let tab = tab.filter(|it| it.attribute("aria-current").as_deref() == Some("page"));
    let tab = tab.map(|it| it.name());
    let level = page
        .role("combobox", Name::starts_with("Tampilkan per"))
        .value();
    [headline(page), page.title(), level]
        .into_iter()
        .chain(rows)
        .chain(pressed)
        .chain(sorted)
        .chain(checked)
        .chain(tab)
        .collect()
}

/// A link with something of everything that a view holds.
const FULL: &str = "id/prakerja/province-2020/32/?year=2021..2023&kind=kota&sex=F&age=18-25~26-35&as=rate&tab=table&sort=name";

#[test]
fn back_and_forward_go_through_every_view() {
    let visit = visit("id/prakerja/");
    let start = seen(&visit);
    let step = |act: &dyn Fn(), link: &str| {
        act();
        visit.wait_for_link(link);
        seen(&visit)
    };
    let button = |name: &str| visit.role("button", Name::starts_with(name)).click();
    let link = |name: &str| visit.role("link", name).click();
    let views = [
        step(&|| button("Perempuan "), "id/prakerja/?sex=F"),
        step(&|| button("2020 "), "id/prakerja/?year=2020&sex=F"),
        step(&|| link("Tabel"), "id/prakerja/?year=2020&sex=F&tab=table"),
        step(
            &|| button("Nama"),
            "id/prakerja/?year=2020&sex=F&tab=table&sort=name",
        ),
        step(
            &|| visit.role("radio", "Bagian").click(),
            "id/prakerja/?year=2020&sex=F&as=share&tab=table&sort=name",
        ),
        step(
            &|| visit.role("button", "Kabupaten Asahan").click(),
            "id/prakerja/1209/?year=2020&sex=F&as=share&tab=table&sort=name",
        ),
    ];
    let wait_for = |expected: &Vec<String>| {
        visit.wait_until("the view of before", || {
            (seen(&visit) == *expected).then_some(())
        });
    };
    for view in views.iter().rev().skip(1) {
        visit.back();
        wait_for(view);
    }
    visit.back();
    wait_for(&start);
    for view in &views {
        visit.forward();
        wait_for(view);
    }
    visit.expect_no_complaint();
}

#[test]
fn reload_and_a_pasted_link_restore_everything() {
    let visit = visit(FULL);
    let before = seen(&visit);
    let total = grouped(total_of(FULL), '.');
    assert!(
        before[0].starts_with(&format!("{total} peserta")),
        "{before:#?}"
    );
    for expected in [
        "Perempuan",
        "Per 1.000 penduduk",
        "Tabel",
        "2021",
        "2022",
        "2023",
    ] {
        assert!(
            before.iter().any(|it| it.contains(expected)),
            "{expected}: {before:#?}"
        );
    }
    visit.wait_for_link(FULL);
    visit.reload();
    super::has_started(&visit);
    assert_eq!(seen(&visit), before);
    let other = Page::open(&visit.host.url(FULL));
    super::has_started(&other);
    assert_eq!(seen(&other), before);
    other.expect_no_complaint();
}

#[track_caller]
fn check_notice(link: &str, start: &str, words: &[&str]) {
    let visit = visit(link);
    wait_for_headline(&visit, start);
    let status = visit.text();
    for word in words {
        assert!(status.contains(word), "{word:?} in {status}");
    }
    let mut left = words.len();
    while left > 0 {
        visit.role("button", "Tutup").click();
        left -= 1;
        visit.wait_until("a notice less", || {
            (visit.all("button", "Tutup").len() == left).then_some(())
        });
    }
    visit.wait_for_no_text("Catatan tentang tautan ini");
    assert!(headline(&visit).starts_with(start));
    assert!(visit.record().violations.is_empty());
}

#[test]
fn a_bad_link_gives_notices_that_can_be_dismissed_and_never_a_blank_page() {
    check_notice("id/prakerja/?foo=1", "17.500.000 peserta", &["“foo”"]);
    check_notice(
        "id/prakerja/?sex=X~F&year=2031..2040",
        "8.966.111 peserta",
        &["Jenis kelamin tidak punya “X”", "“2031..2040”"],
    );
    check_notice(
        "id/prakerja/9999/?sex=F",
        "8.966.111 peserta",
        &["Tempat “9999” tidak ada"],
    );
    check_notice(
        "id/prakerja/?tab=nonsense&sort=-q&as=9",
        "17.500.000 peserta",
        &["“nonsense”", "“-q”", "“9”"],
    );
    check_notice(
        "id/prakerja/?release=99",
        "17.500.000 peserta",
        &["Rilis “99” tidak ada"],
    );
    check_notice(
        "id/bpjs/?sex=F",
        "8.966.111 peserta",
        &["Data “bpjs” tidak ada"],
    );
}

#[test]
fn unknown_keys_are_kept_while_filtering() {
    let visit = visit("id/prakerja/?utm_source=x&future=a~b#theme=dark");
    visit
        .role("button", Name::starts_with("Perempuan "))
        .click();
    wait_for_headline(&visit, "8.966.111 peserta");
    let url = visit.url();
    for kept in ["sex=F", "utm_source=x", "future=a~b", "#theme=dark"] {
        assert!(url.contains(kept), "{kept} in {url}");
    }
}

#[test]
fn the_other_language_has_the_same_view() {
    let visit = visit("id/prakerja/3273/?sex=F&as=share&tab=table&sort=name");
    wait_for_headline(&visit, "92.486 peserta perempuan di Kota Bandung");
    visit.role("link", "English").click();
    visit.wait_for_link("en/prakerja/3273/?sex=F&as=share&tab=table&sort=name");
    wait_for_headline(&visit, "92,486 ");
    visit.wait_for_text("in Kota Bandung");
    assert_eq!(visit.evaluate("document.documentElement.lang"), "en");
    assert!(
        visit
            .title()
            .starts_with("Kota Bandung – Kartu Prakerja participants"),
        "{}",
        visit.title()
    );
    visit.role("button", Name::starts_with("Women "));
    // Nothing of the other language is left but names, its own link and the sources' titles.
    let text = visit.text();
    for word in [
        "peserta",
        "Salin",
        "saringan",
        "Provinsi (",
        "baris",
        "Perkiraan",
    ] {
        assert!(!text.contains(word), "{word:?} in {text}");
    }
    let english = visit.role("link", "English");
    assert_eq!(english.attribute("aria-current").as_deref(), Some("true"));
    visit.back();
    wait_for_headline(&visit, "92.486 peserta perempuan");
    visit.expect_no_complaint();
}
