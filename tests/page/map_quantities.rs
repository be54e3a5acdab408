//! What the map shows: counts, shares, rates, indices, and what has no class.

use super::map::check_sum;
use super::map_read::{Line, choose, fills, legend, map};
use super::{visit, wait_for_headline};
use crate::support::Name;

fn labels(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| &*line.label).collect()
}

#[test]
fn every_quantity_has_its_map() {
    let visit = visit("id/water/?tenure=owner");
    for (radio, key, title) in [
        ("Bagian", "share", "Legenda: Bagian"),
        ("Per 1.000 penduduk", "rate", "Legenda: Per 1.000 penduduk"),
        ("Indeks", "index", "Legenda: Indeks"),
    ] {
        visit.role("radio", radio).click();
        visit.wait_for_link(&format!("id/water/?tenure=owner&as={key}"));
        visit.role("heading", title);
        check_sum(&visit, 12);
    }
    visit.role("radio", "Jumlah").click();
    visit.role("heading", "Legenda: Jumlah");
    check_sum(&visit, 12);
    for (level, groups) in [("district", 3), ("district-2021", 4), ("kind", 2)] {
        visit.follow(&format!("id/water/?as=rate&level={level}"));
        map(&visit);
        check_sum(&visit, groups);
        // And where the level is chosen here.
        choose(&visit, "Tampilkan per", "commune");
        visit.wait_for_link("id/water/?as=rate");
        visit.wait_until("the communes", || (fills(&visit).len() == 12).then_some(()));
        check_sum(&visit, 12);
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
    let visit = visit("id/water/");
    let check = |link: &str, expected: &[(&str, usize)]| {
        visit.follow(link);
        map(&visit);
        let lines = check_sum(&visit, 12);
        let marks = lines.iter().filter(|line| line.fill.starts_with("url("));
        let marks: Vec<_> = marks.map(|line| (&*line.label, line.places)).collect();
        assert_eq!(marks, expected, "{link}");
        lines.len() - marks.len()
    };
    assert_eq!(check("id/water/", &[]), 5);
    // Shares of the towns were published, of four communes only by their district.
    let expected = [
        ("○ hanya pola distrik, tanpa peringkat", 4),
        ("○ hanya pola Veluna, tanpa peringkat", 5),
    ];
    assert_eq!(check("id/water/?as=share&source=piped", &expected), 1);
    // No town has rain water.
    assert!(check("id/water/?source=rain", &[("nol", 3)]) > 0);
}

#[test]
fn an_index_has_colours_of_its_own_about_a_hundred() {
    let visit = visit("id/water/?as=rate");
    map(&visit);
    let rate = legend(&visit);
    visit.role("radio", "Indeks").click();
    visit.role("heading", "Legenda: Indeks");
    let mut index = check_sum(&visit, 12);
    // Where only a district's count was published, so it is with its index.
    index.retain(|line| !line.fill.starts_with("url("));
    // A hundred is a break: of two classes one ends there and the next begins.
    let at = index
        .iter()
        .position(|line| line.label.starts_with("100 – "))
        .unwrap_or_else(|| panic!("no class from 100 on: {index:#?}"));
    assert!(index[at - 1].label.ends_with(" – 100"), "{index:#?}");
    let colours: Vec<[i32; 3]> = index.iter().map(|line| rgb(&line.fill)).collect();
    // Much is dark, from the lowest class to the highest, so that both sides part without their hues.
    let light = |[red, green, blue]: [i32; 3]| red * 3 + green * 6 + blue;
    let lights: Vec<i32> = colours.iter().map(|it| light(*it)).collect();
    assert!(lights.iter().rev().is_sorted(), "{colours:?}");
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

const NOTE: &str = "Peta jumlah mengikuti penduduk";

#[test]
fn a_map_of_counts_says_once_that_it_follows_population() {
    let visit = visit("id/water/");
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
    let visit = visit("id/water/?source=piped");
    visit
        .role("button", Name::starts_with("Tampilkan per 1.000"))
        .click();
    visit.wait_for_link("id/water/?source=piped&as=rate");
    visit.role("heading", "Legenda: Per 1.000 penduduk");
    visit.wait_for_no_text(NOTE);
    // 65,300 among 400,000 inhabitants.
    wait_for_headline(&visit, "163,3 per 1.000 penduduk: rumah tangga berair pipa");
    visit.expect_no_complaint();
}
