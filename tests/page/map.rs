//! The choropleth: named, classed, and the legend that tells how.

use super::map_read::{Line, choose, fills, legend, map, wait_for_readout};
use super::{Visit, visit, wait_for_headline};
use crate::support::Name;

/// The lines of the legend, once they are other than before.
#[track_caller]
fn legend_after(visit: &Visit, before: &[Line]) -> Vec<Line> {
    visit.wait_until("another legend", || {
        Some(legend(visit)).filter(|now| now != before)
    })
}

/// Every place is in one line and every line says how many shapes are filled as it is.
#[track_caller]
fn check_sum(visit: &Visit, places: usize) -> Vec<Line> {
    let lines = legend(visit);
    let sum: usize = lines.iter().map(|line| line.places).sum();
    assert_eq!(sum, places, "{lines:#?}");
    let fills = fills(visit);
    assert_eq!(fills.len(), places);
    for line in &lines {
        let filled = fills.iter().filter(|fill| **fill == line.fill).count();
        assert_eq!(filled, line.places, "{line:?}");
        assert!(line.places > 0, "{line:?}");
    }
    lines
}

fn labels(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| &*line.label).collect()
}

#[test]
fn the_map_is_named_by_the_caption_of_its_figures() {
    let visit = visit("id/prakerja/?sex=F&year=2020");
    let map = map(&visit);
    let caption = "Peserta perempuan menurut Kabupaten/kota, 2020";
    assert_eq!(map.name(), format!("Peta: {caption}"));
    visit.role("heading", caption);
    visit.role("table", caption);
    visit.follow("en/prakerja/?sex=F&year=2020");
    super::map_read::map(&visit);
    visit.role(
        "application",
        "Map: Participants who are women by Regencies and cities, 2020",
    );
    visit.expect_no_complaint();
}

#[test]
fn classes_change_with_their_choices_and_the_link_follows() {
    let visit = visit("id/prakerja/");
    let quantiles = check_sum(&visit, 514);
    assert_eq!(quantiles.len(), 5);
    // Quantiles: 514 by 5.
    for line in &quantiles {
        assert!((101..=104).contains(&line.places), "{line:?}");
    }
    choose(&visit, "Kelas", "natural");
    visit.wait_for_link("id/prakerja/?class=natural5");
    let natural = legend_after(&visit, &quantiles);
    assert_eq!(natural.len(), 5);
    check_sum(&visit, 514);
    choose(&visit, "Banyaknya kelas", "7");
    visit.wait_for_link("id/prakerja/?class=natural7");
    assert_eq!(legend_after(&visit, &natural).len(), 7);
    let natural = check_sum(&visit, 514);
    choose(&visit, "Kelas", "equal");
    visit.wait_for_link("id/prakerja/?class=equal7");
    legend_after(&visit, &natural);
    let equal = check_sum(&visit, 514);
    // Counts of regions are skewed: equal intervals hold most of them in the lowest.
    assert!(equal[0].places > 250, "{equal:#?}");
    choose(&visit, "Kelas", "quantile");
    let mut before = legend_after(&visit, &equal);
    for count in ["3", "4", "5", "6", "8", "9"] {
        choose(&visit, "Banyaknya kelas", count);
        before = legend_after(&visit, &before);
        assert_eq!(before.len().to_string(), count);
        before = check_sum(&visit, 514);
    }
    visit.wait_for_link("id/prakerja/?class=quantile9");
    let colours: std::collections::BTreeSet<&str> = before.iter().map(|line| &*line.fill).collect();
    assert_eq!(colours.len(), 9);
    visit.expect_no_complaint();
}

#[test]
fn the_class_of_the_place_pointed_at_is_marked() {
    let visit = visit("id/prakerja/");
    assert!(legend(&visit).iter().all(|line| !line.here));
    map(&visit).focus();
    visit.type_text("kota bandung");
    wait_for_readout(&visit, "Kota Bandung, Jawa Barat: 182.399");
    let lines = legend(&visit);
    let here: Vec<&Line> = lines.iter().filter(|line| line.here).collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0], lines.last().unwrap());
    visit.press("Home");
    wait_for_readout(&visit, "Indonesia: 17.500.000");
    assert!(legend(&visit).iter().all(|line| !line.here));
    // And that of the place in focus.
    visit.follow("id/prakerja/6501/");
    map(&visit);
    let lines = legend(&visit);
    assert_eq!(lines.iter().filter(|line| line.here).count(), 1);
}

#[test]
fn every_quantity_has_its_map() {
    let visit = visit("id/prakerja/?training=never");
    for (radio, key, title) in [
        ("Bagian", "share", "Legenda: Bagian"),
        ("Per 1.000 penduduk", "rate", "Legenda: Per 1.000 penduduk"),
        ("Indeks", "index", "Legenda: Indeks"),
    ] {
        visit.role("radio", radio).click();
        visit.wait_for_link(&format!("id/prakerja/?training=never&as={key}"));
        visit.role("heading", title);
        check_sum(&visit, 514);
    }
    visit.role("radio", "Jumlah").click();
    visit.role("heading", "Legenda: Jumlah");
    check_sum(&visit, 514);
    for (level, groups) in [("province-2020", 34), ("island", 6), ("kind", 2)] {
        visit.follow(&format!("id/prakerja/?as=rate&level={level}"));
        map(&visit);
        check_sum(&visit, groups);
        // And where the level is chosen here.
        choose(&visit, "Tampilkan per", "region");
        visit.wait_for_link("id/prakerja/?as=rate");
        visit.wait_until("the regions", || (fills(&visit).len() == 514).then_some(()));
        check_sum(&visit, 514);
        choose(&visit, "Tampilkan per", level);
        visit.wait_until("the groups", || {
            (fills(&visit).len() == groups).then_some(())
        });
        check_sum(&visit, groups);
    }
    visit.expect_no_complaint();
}

#[test]
fn the_legend_holds_what_has_no_class_only_where_there_is_any() {
    let visit = visit("id/prakerja/");
    let check = |link: &str, expected: &[(&str, usize)]| {
        visit.follow(link);
        map(&visit);
        let lines = check_sum(&visit, 514);
        let marks = lines.iter().filter(|line| line.fill.starts_with("url("));
        let marks: Vec<_> = marks.map(|line| (&*line.label, line.places)).collect();
        assert_eq!(marks, expected, "{link}");
        lines.len() - marks.len()
    };
    assert_eq!(check("id/prakerja/", &[]), 5);
    // No region's own share of women was ever published.
    let share = "id/prakerja/?as=share&sex=F";
    let rows = super::cells(&super::table(
        &super::visit("id/prakerja/?as=share&sex=F&tab=table"),
        "menurut",
    ));
    let of_nation = rows
        .iter()
        .filter(|row| row[4].ends_with("(pola nasional)"));
    let of_nation = of_nation.count();
    let expected = [
        ("hanya pola provinsi", 514 - of_nation),
        ("hanya pola nasional", of_nation),
    ];
    assert!(of_nation > 0 && of_nation < 514);
    assert_eq!(check(share, &expected), 0);
    // So few that some regions have none.
    let link = "id/prakerja/?year=2023&age=56-64&training=before&disability=yes";
    let zeros = super::queried(link, Some("region"));
    let zeros = zeros["rows"].as_array().unwrap().iter();
    let zeros = zeros.filter(|row| row["value"] == 0).count();
    assert!(zeros > 0);
    assert!(check(link, &[("nol", zeros)]) > 0);
}

#[test]
fn an_index_has_colours_of_its_own_about_a_hundred() {
    let visit = visit("id/prakerja/?as=rate");
    map(&visit);
    let rate = legend(&visit);
    visit.role("radio", "Indeks").click();
    visit.role("heading", "Legenda: Indeks");
    let mut index = check_sum(&visit, 514);
    // Where only a province's figure was published, so it is with its index.
    index.retain(|line| !line.fill.starts_with("url("));
    // A hundred is a break: of two classes one ends there and the next begins.
    let at = index
        .iter()
        .position(|line| line.label.starts_with("100 – "))
        .unwrap_or_else(|| panic!("no class from 100 on: {index:#?}"));
    assert!(index[at - 1].label.ends_with(" – 100"), "{index:#?}");
    let colours: Vec<[i32; 3]> = index.iter().map(|line| rgb(&line.fill)).collect();
    // From the centre out both sides grow darker, by different hues.
    let light = |[red, green, blue]: [i32; 3]| red * 3 + green * 6 + blue;
    let lights: Vec<i32> = colours.iter().map(|it| light(*it)).collect();
    assert!(lights[..at].is_sorted(), "{colours:?}");
    assert!(lights[at..].iter().rev().is_sorted(), "{colours:?}");
    let warm = |[red, _, blue]: [i32; 3]| red - blue;
    assert!(
        warm(colours[0]).signum() != warm(*colours.last().unwrap()).signum(),
        "{colours:?}"
    );
    assert_ne!(labels(&rate), labels(&index));
    assert_ne!(rate[0].fill, index[0].fill);
}

fn rgb(colour: &str) -> [i32; 3] {
    let numbers = colour.trim_start_matches("rgb(").trim_end_matches(')');
    let numbers: Vec<i32> = numbers
        .split(", ")
        .filter_map(|it| it.parse().ok())
        .collect();
    numbers
        .try_into()
        .unwrap_or_else(|_| panic!("{colour} is no colour"))
}

const NOTE: &str = "Peta jumlah mengikuti banyaknya penduduk";

#[test]
fn a_map_of_counts_says_once_that_it_follows_population() {
    let visit = visit("id/prakerja/");
    visit.wait_for_text(NOTE);
    visit.role("radio", "Indeks").click();
    visit.wait_for_no_text(NOTE);
    visit.role("radio", "Jumlah").click();
    visit.wait_for_text(NOTE);
    visit.role("button", "Mengerti").click();
    visit.wait_for_no_text(NOTE);
    visit.role("radio", "Indeks").click();
    visit.role("radio", "Jumlah").click();
    visit.role("heading", "Legenda: Jumlah");
    assert!(!visit.text().contains(NOTE));
}

#[test]
fn its_button_shows_the_rate() {
    let visit = visit("id/prakerja/?sex=F");
    visit
        .role("button", Name::starts_with("Tampilkan per 1.000"))
        .click();
    visit.wait_for_link("id/prakerja/?sex=F&as=rate");
    visit.role("heading", "Legenda: Per 1.000 penduduk");
    visit.wait_for_no_text(NOTE);
    wait_for_headline(&visit, "8.966.111 peserta");
    visit.expect_no_complaint();
}
