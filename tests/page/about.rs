//! What the figures are.

use super::{cells, table, visit};
use crate::support::Name;

#[test]
fn it_tells_what_is_published_what_modelled_and_under_which_licence() {
    let visit = visit("id/prakerja/?tab=about");
    let text = visit.text();
    for told in [
        "Apa yang diterbitkan, apa yang dimodelkan",
        "adalah perkiraan model, bukan hitungan",
        "Metode",
        "entropi terbesar",
        "Sumber yang saling bertentangan",
        "Lisensi",
        "Apache-2.0 OR MIT",
        "Rilis 1",
        "Penduduk sebagai pembagi",
        "Penduduk, Desember 2024",
        "SD ke bawah, SMP, SMA/SMK, Diploma, S1 ke atas",
    ] {
        assert!(text.contains(told), "{told:?} in {text}");
    }
    visit.follow("en/prakerja/?tab=about");
    let text = visit.text();
    for told in [
        "What is published and what is modelled",
        "a modelled estimate, not a count",
        "the spread of largest entropy",
        "Sources that disagree",
        "Licence",
        "Release 1",
    ] {
        assert!(text.contains(told), "{told:?} in {text}");
    }
    visit.expect_no_complaint();
}

#[test]
fn every_control_has_asked_reached_distance_and_source() {
    let visit = visit("id/prakerja/?tab=about");
    let rows = cells(&table(&visit, "Angka terbitan"));
    // The controls of the dataset, counted in its file.
    let controls = super::opened("id/prakerja/").cube.metadata().controls.len();
    assert!(controls > 200, "{controls}");
    assert_eq!(rows.len(), controls);
    for row in &rows {
        let [figure, asked, reached, distance, kind, source] = &row[..] else {
            panic!("{row:?}")
        };
        assert!(!figure.is_empty() && !source.is_empty(), "{row:?}");
        for number in [asked, reached, distance] {
            assert!(number.contains(|it: char| it.is_ascii_digit()), "{row:?}");
        }
        assert!(
            ["tepat", "didekati", "dibandingkan"].contains(&&**kind),
            "{row:?}"
        );
        if kind == "tepat" {
            assert_eq!(asked, reached, "{row:?}");
        }
    }
    // The count of 2020, as Kompas.com printed it.
    let first = &rows[0];
    assert!(first[0].contains("2020"), "{first:?}");
    assert_eq!(
        (&*first[1], &*first[2], &*first[3]),
        ("5.509.055", "5.509.055", "0")
    );
    let link = visit.role(
        "link",
        Name::starts_with("Sudahkah Kartu Prakerja Inklusif"),
    );
    let address = link.attribute("href").unwrap();
    assert!(address.starts_with("https://www.kompas.com/"), "{address}");
}

#[test]
fn the_word_estimate_leads_to_it_and_the_tab_stays_through_filters() {
    let visit = visit("id/prakerja/");
    visit.role("link", "Tentang data").click();
    visit.wait_for_link("id/prakerja/?tab=about");
    visit.role("heading", "Apa yang diterbitkan, apa yang dimodelkan");
    visit
        .role("button", Name::starts_with("Perempuan "))
        .click();
    visit.wait_for_link("id/prakerja/?sex=F&tab=about");
    visit.role("heading", "Apa yang diterbitkan, apa yang dimodelkan");
}

#[test]
fn the_totals_of_every_region_can_be_taken_away() {
    let visit = visit("en/prakerja/3273/");
    let link = visit.role("link", "Totals of every region as CSV");
    let address = link.attribute("href").unwrap();
    let text = visit.evaluate(&format!(
        "fetch('{address}').then((answer) => answer.text())"
    ));
    let text = text.as_str().unwrap();
    assert_eq!(
        text.lines().filter(|line| !line.is_empty()).count(),
        515,
        "{address}"
    );
    assert!(text.contains("Kota Bandung"));
}
