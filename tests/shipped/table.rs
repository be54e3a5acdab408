//! The rows of the shipped dataset: every level adds up, and rates are by its inhabitants.

use jangkau::scene::{RankedBar, levels};
use jangkau::view_state::{Column, Quantity};

use crate::support::opened::{Opened, cell, check_near, code, codes, sum};
use crate::support::reference;
use crate::support::shipped::PRAKERJA;

#[test]
fn every_level_adds_up_to_the_sentence() {
    let listed = [
        ("region", 514),
        ("province-2020", 34),
        ("province-2023", 38),
        ("island", 6),
        ("kind", 2),
        ("tertinggal", 2),
    ];
    assert_eq!(levels(&PRAKERJA).len(), listed.len());
    for (level, rows) in listed {
        for filters in [
            "",
            "&sex=F&year=2020..2021",
            "&age=18-25&disability=no&training=before",
        ] {
            let opened = Opened::new(&PRAKERJA, &format!("/en/x/?level={level}{filters}"));
            let table = opened.table();
            assert_eq!(table.rows.len(), rows, "{level}");
            check_near(Some(sum(&table)), opened.total());
            let axis = PRAKERJA.axis(level).unwrap();
            let marginal = opened.figures.view.marginal(axis);
            for row in &table.rows {
                let figure = opened.writer().figure(marginal.figure(row.place.at));
                assert_eq!(cell(&table, row, Column::Value).0, figure);
            }
            let row = &table.rows[rows / 2];
            let selection = opened.view.selection.clone().with(axis, vec![row.place.at]);
            assert_eq!(
                marginal.figure(row.place.at),
                reference::total(&PRAKERJA, &selection),
                "{level} {}",
                code(row)
            );
        }
    }
    let island = Opened::new(&PRAKERJA, "/id/x/island/jawa/?level=province-2020");
    assert_eq!(island.table().rows.len(), 6);
    check_near(Some(sum(&island.table())), island.total());
}

#[test]
fn the_regions_stand_in_the_order_that_a_column_asks_for() {
    let first = |sort: &str, level: &str| {
        let opened = Opened::new(
            &PRAKERJA,
            &format!("/id/x/?sort={sort}&level={level}&sex=F"),
        );
        let table = opened.table();
        let mut codes = codes(&table).into_iter().map(str::to_owned);
        (codes.next().unwrap(), codes.next_back().unwrap())
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(first("code", "region"), pair("1101", "9271"));
    assert_eq!(first("-code", "province-2023"), pair("96", "11"));
    assert_eq!(first("name", "province-2020"), pair("11", "12"));
    assert_eq!(first("-name", "province-2020"), pair("12", "11"));
    // Within a province by code: Aceh first, Sumatera Utara last.
    assert_eq!(first("group", "region"), pair("1101", "1278"));
    assert_eq!(first("-value", "province-2020").0, "32");
    assert_eq!(first("value", "island").1, "jawa");
}

#[test]
fn inside_a_province_its_regions_are_ranked() {
    let inside = Opened::new(&PRAKERJA, "/id/x/province-2020/32/?sex=F");
    let ranked = inside.ranking();
    assert!(ranked.title.starts_with("Jawa Barat: "), "{}", ranked.title);
    let codes = inside.ranked();
    assert_eq!(codes.len(), 27);
    assert!(codes.iter().all(|code| code.starts_with("32")));
    let falls = |pair: &[RankedBar]| pair[0].length >= pair[1].length;
    assert!(ranked.bars.windows(2).all(falls));
    let neighbours = Opened::new(&PRAKERJA, "/id/x/3273/?sex=F");
    assert_eq!(neighbours.ranked(), codes);
    let focus = neighbours.ranking().bars.into_iter();
    let focus: Vec<String> = focus.filter(|bar| bar.focus).map(|bar| bar.name).collect();
    assert_eq!(focus, ["Kota Bandung"]);
    assert_eq!(Opened::new(&PRAKERJA, "/id/x/?as=rate").ranked().len(), 34);
}

#[test]
fn rate_and_index_are_by_inhabitants() {
    let opened = Opened::new(&PRAKERJA, "/id/x/?as=rate&level=region");
    let bandung = opened.measures("3273");
    // 2,591,763 inhabitants of 284,973,643 in December 2024.
    let rate = 182_399.0 / 2_591_763.0 * 1000.0;
    let whole = 17_500_000.0 / 284_973_643.0 * 1000.0;
    check_near(bandung.quantity(Quantity::Rate), rate);
    check_near(bandung.quantity(Quantity::Index), rate / whole * 100.0);
    assert_eq!(opened.quantity_text(&bandung, Quantity::Rate), "70,4");
    assert_eq!(opened.quantity_text(&bandung, Quantity::Index), "115");
    // The filters are those of the whole, too; the place in focus is not.
    let women = Opened::new(&PRAKERJA, "/en/x/3273/?sex=F&as=index");
    let table = women.table();
    let focus = table.rows.iter().filter(|row| row.focus);
    assert_eq!(focus.map(code).collect::<Vec<_>>(), ["3273"]);
    let bandung = women.measures("3273");
    let rate = women.total() / 2_591_763.0 * 1000.0;
    check_near(bandung.quantity(Quantity::Rate), rate);
    check_near(
        bandung.quantity(Quantity::Index),
        rate / (8_957_199.0 / 284_973_643.0 * 1000.0) * 100.0,
    );
}
