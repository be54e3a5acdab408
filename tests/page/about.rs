//! What the figures are.

use super::{cells, table, visit};
use crate::support::Name;

#[test]
fn it_tells_what_is_published_what_modelled_and_under_which_licence() {
    let visit = visit("id/water/?tab=about");
    let text = visit.text();
    for told in [
        "Mana angka resmi, mana perkiraan model",
        "adalah perkiraan model, bukan hitungan",
        "Metode",
        "Komune, tahun, sumber air dan status rumah dikalikan.",
        "Sumber yang saling bertentangan",
        "Lisensi",
        "Angka: CC0-1.0",
        "Program halaman ini (Jangkau): Apache-2.0 atau MIT",
        "Rilis 1",
        "Angka penduduk yang dipakai",
        "Penduduk, 2021",
        "Air pipa, Sumur, Air hujan",
        "Menurut rumah tangga pada hari kunjungan.",
        "Kontak dan laporan kesalahan",
    ] {
        assert!(text.contains(told), "{told:?} in {text}");
    }
    visit.follow("en/water/?tab=about");
    visit.wait_for_text("Map: Boundaries: drawn for tests, CC0.");
    let text = visit.text();
    for told in [
        "What is published and what is modelled",
        "a modelled estimate, not a count",
        "Communes, years, sources and tenure are multiplied.",
        "Sources that disagree",
        "Figures: CC0-1.0",
        "Program of this page (Jangkau): Apache-2.0 or MIT",
        "As the household said on the day of the visit.",
        "Contact and corrections",
        "Release 1",
    ] {
        assert!(text.contains(told), "{told:?} in {text}");
    }
    let mail = visit.role("link", "water@figures.example");
    let address = mail.attribute("href");
    assert_eq!(address.as_deref(), Some("mailto:water@figures.example"));
    visit.expect_no_complaint();
}

#[test]
fn every_control_has_asked_reached_distance_and_source() {
    let visit = visit("id/water/?tab=about");
    let rows = cells(&table(&visit, "Angka resmi"));
    assert_eq!(rows.len(), 3);
    for row in &rows {
        let [figure, asked, reached, distance, kind, source] = &row[..] else {
            panic!("{row:?}")
        };
        assert!(!figure.is_empty() && !source.is_empty(), "{row:?}");
        for number in [asked, reached, distance] {
            assert!(number.contains(|it: char| it.is_ascii_digit()), "{row:?}");
        }
        assert!(
            ["dipenuhi tepat", "dipenuhi kira-kira", "hanya dibandingkan"].contains(&&**kind),
            "{row:?}"
        );
        if kind == "dipenuhi tepat" {
            assert_eq!(asked, reached, "{row:?}");
        }
    }
    // All of 2022; the share with piped water, 65.3% printed as 65%; the district of 30 of 100.
    let first = &rows[0];
    assert!(first[0].contains("2022"), "{first:?}");
    assert_eq!(first[1..4], ["40.000", "40.000", "0"]);
    assert_eq!(rows[1][1..3], ["65%", "65,3%"]);
    assert_eq!(rows[2][1..3], ["29.000", "30.000"]);
    let link = visit.role("link", Name::starts_with("Water in 2022"));
    let address = link.attribute("href").unwrap();
    assert_eq!(address, "https://figures.example/water-2022");
}

#[test]
fn the_word_estimate_leads_to_it_and_the_tab_stays_through_filters() {
    let visit = visit("id/water/");
    visit.role("link", "Tentang data").click();
    visit.wait_for_link("id/water/?tab=about");
    visit.role("heading", "Mana angka resmi, mana perkiraan model");
    visit.role("button", Name::starts_with("Air pipa ")).click();
    visit.wait_for_link("id/water/?source=piped&tab=about");
    visit.role("heading", "Mana angka resmi, mana perkiraan model");
}

#[test]
fn the_totals_of_every_commune_can_be_taken_away() {
    let visit = visit("en/water/n1/");
    let link = visit.role("link", "Totals of every place as CSV");
    let address = link.attribute("href").unwrap();
    let text = visit.evaluate(&format!(
        "fetch('{address}').then((answer) => answer.text())"
    ));
    let text = text.as_str().unwrap();
    assert_eq!(
        text.lines().filter(|line| !line.is_empty()).count(),
        13,
        "{address}"
    );
    assert!(text.contains("n1,Port Amara,north,1200,2400,3600,4800,12000"));
}
