//! The choropleth: named, classed, and the legend that tells how.

use super::map_read::{Line, choose, fills, legend, map, wait_for_readout};
use super::{Visit, visit};

/// The lines of the legend, once they are other than before.
#[track_caller]
fn legend_after(visit: &Visit, before: &[Line]) -> Vec<Line> {
    visit.wait_until("another legend", || {
        Some(legend(visit)).filter(|now| now != before)
    })
}

/// Every place is in one line and every line says how many shapes are filled as it is.
#[track_caller]
pub(super) fn check_sum(visit: &Visit, places: usize) -> Vec<Line> {
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

#[test]
fn the_map_is_named_by_the_caption_of_its_figures() {
    let visit = visit("id/water/?source=piped&period=2020");
    let map = map(&visit);
    let caption = "Rumah tangga berair pipa menurut Komune, 2020";
    assert_eq!(map.name(), format!("Peta: {caption}"));
    visit.role("heading", caption);
    visit.role("link", "Tabel").click();
    visit.role("table", caption);
    visit.follow("en/water/?source=piped&period=2020");
    super::map_read::map(&visit);
    visit.role(
        "application",
        "Map: Households with piped water by Communes, 2020",
    );
    visit.expect_no_complaint();
}

#[test]
fn classes_change_with_their_choices_and_the_link_follows() {
    let visit = visit("id/water/");
    let quantiles = check_sum(&visit, 12);
    assert_eq!(quantiles.len(), 5);
    // Quantiles: twelve by five.
    for line in &quantiles {
        assert!((2..=3).contains(&line.places), "{line:?}");
    }
    super::map_read::open_settings(&visit);
    choose(&visit, "Kelas", "natural");
    visit.wait_for_link("id/water/?class=natural5");
    let natural = legend_after(&visit, &quantiles);
    assert_eq!(natural.len(), 5);
    check_sum(&visit, 12);
    choose(&visit, "Banyaknya kelas", "7");
    visit.wait_for_link("id/water/?class=natural7");
    assert_eq!(legend_after(&visit, &natural).len(), 7);
    let natural = check_sum(&visit, 12);
    choose(&visit, "Kelas", "equal");
    visit.wait_for_link("id/water/?class=equal7");
    legend_after(&visit, &natural);
    let equal = check_sum(&visit, 12);
    // From 1,000 to 25,000 by seven: up to 4,429 are four communes, and one is the largest alone.
    let places: Vec<usize> = equal.iter().map(|line| line.places).collect();
    assert_eq!([places[0], places[places.len() - 1]], [4, 1], "{equal:#?}");
    choose(&visit, "Kelas", "quantile");
    let mut before = legend_after(&visit, &equal);
    for count in ["3", "4", "5", "6", "8", "9"] {
        choose(&visit, "Banyaknya kelas", count);
        before = legend_after(&visit, &before);
        assert_eq!(before.len().to_string(), count);
        before = check_sum(&visit, 12);
    }
    visit.wait_for_link("id/water/?class=quantile9");
    let colours: std::collections::BTreeSet<&str> = before.iter().map(|line| &*line.fill).collect();
    assert_eq!(colours.len(), 9);
    visit.expect_no_complaint();
}

#[test]
fn the_class_of_the_place_pointed_at_is_marked() {
    let visit = visit("id/water/");
    assert!(legend(&visit).iter().all(|line| !line.here));
    map(&visit).focus();
    visit.type_text("port lenna");
    wait_for_readout(&visit, "Port Lenna, Tengah: 25.000");
    let lines = legend(&visit);
    let here: Vec<&Line> = lines.iter().filter(|line| line.here).collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0], lines.last().unwrap());
    visit.press("Home");
    wait_for_readout(&visit, "Veluna: 100.000");
    assert!(legend(&visit).iter().all(|line| !line.here));
    // And that of the place in focus.
    visit.follow("id/water/n5/");
    map(&visit);
    let lines = legend(&visit);
    assert_eq!(lines.iter().filter(|line| line.here).count(), 1);
}
