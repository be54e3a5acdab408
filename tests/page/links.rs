//! The link is the view.

use super::{headline, visit, wait_for_headline};
use crate::support::{Element, Name, Page};

/// What a visitor sees of a view, to be found again.
#[track_caller]
pub(super) fn seen(page: &Page) -> Vec<String> {
    let tables = page.all("table", Name::Any);
    let rows = tables.first().map(super::cells).unwrap_or_default();
    let rows = rows.into_iter().take(5).map(|row| row.join(" "));
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
    let lists = ["Tampilkan per", "Baris menurut"];
    let lists = lists.map(|name| page.all("combobox", Name::starts_with(name)));
    let level: Vec<String> = lists.iter().flatten().map(Element::value).collect();
    let level = level.join(" ");
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
const FULL: &str = "id/water/district/north/?kind=town&period=2020..2022&source=piped&tenure=owner&as=rate&tab=table&sort=name";

#[test]
fn back_and_forward_go_through_every_view() {
    let visit = visit("id/water/");
    let start = seen(&visit);
    let step = |act: &dyn Fn(), link: &str| {
        act();
        visit.wait_for_link(link);
        seen(&visit)
    };
    let button = |name: &str| visit.role("button", Name::starts_with(name)).click();
    let link = |name: &str| visit.role("link", name).click();
    let views = [
        step(&|| button("Air pipa "), "id/water/?source=piped"),
        step(&|| button("2020 "), "id/water/?period=2020&source=piped"),
        step(
            &|| link("Tabel"),
            "id/water/?period=2020&source=piped&tab=table",
        ),
        step(
            &|| button("Nama"),
            "id/water/?period=2020&source=piped&tab=table&sort=name",
        ),
        step(
            &|| visit.role("radio", "Bagian").click(),
            "id/water/?period=2020&source=piped&as=share&tab=table&sort=name",
        ),
        step(
            &|| visit.role("button", "Brenwold").click(),
            "id/water/n3/?period=2020&source=piped&as=share&tab=table&sort=name",
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
    // 12 x 8 x (14 + 21 + 24) among 40,000 inhabitants are 141.6 per 1,000, which is only a pattern.
    let start = "sekitar 140 per 1.000 penduduk: rumah tangga";
    assert!(before[0].starts_with(start), "{before:#?}");
    for expected in [
        "Air pipa",
        "Per 1.000 penduduk",
        "Tabel",
        "2020",
        "2021",
        "2022",
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
    for word in words {
        visit.wait_for_text(word);
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
    check_notice("id/water/?foo=1", "100.000 rumah tangga", &["“foo”"]);
    check_notice(
        "id/water/?source=X~piped&period=2031..2040",
        "65.300 rumah tangga",
        &["Sumber air tidak punya “X”", "“2031..2040”"],
    );
    check_notice(
        "id/water/n9/?source=piped",
        "65.300 rumah tangga",
        &["Tempat “n9” tidak ada"],
    );
    check_notice(
        "id/water/?tab=nonsense&sort=-q&as=9",
        "100.000 rumah tangga",
        &["“nonsense”", "“-q”", "“9”"],
    );
    check_notice(
        "id/water/?release=99",
        "100.000 rumah tangga",
        &["Rilis “99” tidak ada"],
    );
    check_notice(
        "id/clinics/?source=piped",
        "65.300 rumah tangga",
        &["Data “clinics” tidak ada"],
    );
}

#[test]
fn unknown_keys_are_kept_while_filtering() {
    let visit = visit("id/water/?utm_source=x&future=a~b#theme=dark");
    visit.role("button", Name::starts_with("Air pipa ")).click();
    wait_for_headline(&visit, "65.300 rumah tangga");
    let url = visit.url();
    for kept in ["source=piped", "utm_source=x", "future=a~b", "#theme=dark"] {
        assert!(url.contains(kept), "{kept} in {url}");
    }
}

#[test]
fn the_other_language_has_the_same_view() {
    let visit = visit("id/water/n1/?source=piped&as=share&tab=table&sort=name");
    let start = "80% dari semua rumah tangga di sana: rumah tangga berair pipa di Port Amara";
    wait_for_headline(&visit, start);
    super::speak(&visit, "English");
    visit.wait_for_link("en/water/n1/?source=piped&as=share&tab=table&sort=name");
    wait_for_headline(&visit, "80% of all households there: households ");
    visit.wait_for_text("in Port Amara");
    assert_eq!(visit.evaluate("document.documentElement.lang"), "en");
    assert!(
        visit
            .title()
            .starts_with("Port Amara, Piped water – Households reached by the water programme"),
        "{}",
        visit.title()
    );
    visit.role("button", Name::starts_with("Piped water "));
    // Nothing of the other language is left but names, its own link and the sources' titles.
    let text = visit.text();
    for word in [
        "rumah tangga",
        "Salin",
        "memfilter",
        "Distrik (",
        "baris",
        "Perkiraan",
    ] {
        assert!(!text.contains(word), "{word:?} in {text}");
    }
    super::open_menu(&visit, ["Bahasa", "Language"]);
    let english = visit.role("link", "English");
    assert_eq!(english.attribute("aria-current").as_deref(), Some("true"));
    visit.back();
    wait_for_headline(&visit, start);
    visit.expect_no_complaint();
}
