//! Shares, rates and indices: what is divided by what.

use jangkau::view_state::Quantity;

use super::{Opened, check_near, codes, read};
use crate::support::shipped::PRAKERJA;

#[test]
fn rate_and_index_are_by_inhabitants() {
    let opened = Opened::new(&PRAKERJA, "/id/x/?as=rate");
    let table = opened.table();
    let bandung = table.rows.iter().find(|row| row.code == "3273").unwrap();
    // 2,591,763 inhabitants of 284,973,643 in December 2024.
    let rate = 182_399.0 / 2_591_763.0 * 1000.0;
    let whole = 17_500_000.0 / 284_973_643.0 * 1000.0;
    check_near(bandung.rate, rate);
    check_near(bandung.index, rate / whole * 100.0);
    assert_eq!(bandung.quantity_text(Quantity::Rate, opened.words), "70,4");
    assert_eq!(bandung.quantity_text(Quantity::Index, opened.words), "115");
    // The filters are those of the whole, too; the place in focus is not.
    let women = Opened::new(&PRAKERJA, "/en/x/3273/?sex=F&as=index");
    let of_women = |code| {
        women
            .table()
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
    };
    let bandung = of_women("3273");
    assert!(bandung.focus && !of_women("3204").focus);
    let rate = women.total() / 2_591_763.0 * 1000.0;
    check_near(bandung.rate, rate);
    check_near(
        bandung.index,
        rate / (8_966_111.0 / 284_973_643.0 * 1000.0) * 100.0,
    );
}

#[test]
fn a_share_is_of_everyone_of_the_same_place_and_period() {
    let share = |link: &str, code: &str| {
        let table = Opened::new(&PRAKERJA, link).table();
        table
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
            .share
    };
    let people = |link: &str| Opened::new(&PRAKERJA, link).total();
    check_near(
        share("/id/x/?training=never", "3273"),
        people("/id/x/3273/?training=never") / people("/id/x/3273/"),
    );
    check_near(
        share(
            "/id/x/?training=never&sex=F&year=2021&level=province-2020",
            "32",
        ),
        people("/id/x/province-2020/32/?training=never&sex=F&year=2021")
            / people("/id/x/province-2020/32/?year=2021"),
    );
    // A choice among places is a part of the selection, not of everyone.
    check_near(
        share("/id/x/?kind=kota&level=province-2020", "32"),
        people("/id/x/province-2020/32/?kind=kota") / people("/id/x/province-2020/32/"),
    );
    check_near(share("/id/x/?year=2022", "1101"), 1.0);
}

/// Two towns and their total, in people and in inhabitants, with one town's two quarters.
const WITH_TOTAL: &str = r#"{
    "version": "2.0", "class": "dataset", "label": "Towns", "id": ["town", "job"], "size": [5, 2],
    "role": {"geo": ["town"]},
    "dimension": {
        "town": {"label": "Town", "category": {"index": ["T", "a", "b", "b1", "b2"], "child": {"b": ["b1", "b2"]}},
            "extension": {"total": "T", "groupings": [{"id": "side", "label": "Side",
                "categories": {"n": "North", "s": "South"}, "of": {"a": "n", "b": "s", "b1": "s", "b2": "s"}}]}},
        "job": {"label": "Job", "category": {"index": ["yes", "no"]}}
    },
    "value": [30, 70, 10, 30, 20, 40, 5, 10, 15, 30],
    "extension": {"denominators": [{"class": "dataset", "label": "Inhabitants", "id": ["town"], "size": [5],
        "value": [1000, 400, 600, 200, 400]}]}
}"#;

#[test]
fn no_one_is_counted_twice_where_a_total_stands_beside_its_parts() {
    let cube = read(WITH_TOTAL.as_bytes());
    let opened = Opened::new(&cube, "/en/x/?job=yes");
    check_near(Some(opened.total()), 30.0);
    let of = |opened: &Opened<'_>, code: &str| {
        opened
            .table()
            .rows
            .into_iter()
            .find(|row| row.code == code)
            .unwrap()
    };
    for (code, rate, index) in [
        ("a", 25.0, 2500.0 / 30.0),
        ("b", 2000.0 / 60.0, 2000.0 / 18.0),
    ] {
        let row = of(&opened, code);
        check_near(row.rate, rate);
        check_near(row.index, index);
    }
    assert!(!codes(&opened.table()).contains(&"T"));
    let sides = Opened::new(&cube, "/en/x/?job=yes&level=side");
    check_near(of(&sides, "s").rate, 2000.0 / 60.0);
    check_near(of(&sides, "s").share, 20.0 / 60.0);
    let shares: f64 = opened
        .bars("side")
        .bars
        .iter()
        .filter_map(|bar| bar.share)
        .sum();
    check_near(Some(shares), 1.0);
}
