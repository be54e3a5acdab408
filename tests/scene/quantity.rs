//! Shares, rates and indices: what is divided by what.

use jangkau::scene::place_line;
use jangkau::view_state::Quantity;

use super::read;
use crate::support::made::{WATER, water_file};
use crate::support::opened::{Opened, check_near, code, codes};

#[test]
fn rate_and_index_are_by_inhabitants() {
    let opened = Opened::new(&WATER, "/id/x/?as=rate");
    let amara = opened.measures("n1");
    // 12,000 of 40,000; of all 100,000 of 400,000.
    check_near(amara.quantity(Quantity::Rate), 300.0);
    check_near(amara.quantity(Quantity::Index), 120.0);
    assert_eq!(opened.quantity_text(&amara, Quantity::Rate), "300,0");
    assert_eq!(opened.quantity_text(&amara, Quantity::Index), "120");
    // The filters are those of the whole, too; the place in focus is not.
    let piped = Opened::new(&WATER, "/en/x/n1/?source=piped&as=index");
    let table = piped.table();
    let focus = table.rows.iter().filter(|row| row.focus);
    assert_eq!(focus.map(code).collect::<Vec<_>>(), ["n1"]);
    let amara = piped.measures("n1");
    // 9,600 of 40,000; of all 65,300 of 400,000.
    check_near(amara.quantity(Quantity::Rate), 240.0);
    check_near(amara.quantity(Quantity::Index), 240.0 / 163.25 * 100.0);
}

#[test]
fn a_share_is_of_everyone_of_the_same_place_and_period() {
    let share = |link: &str, code: &str| {
        Opened::new(&WATER, link)
            .measures(code)
            .quantity(Quantity::Share)
    };
    check_near(share("/id/x/?source=piped", "n1"), 0.8);
    // (12 x 8 + 18 x 5) of 30 x 10, in whichever year.
    let piped = "/id/x/?source=piped&period=2021&level=district";
    check_near(share(piped, "north"), 0.62);
    // Tenants are 3 of 10 in 2021 and 4 of 10 in 2022: 3 x 3 + 4 x 4 of 70.
    let tenants = "/id/x/?tenure=tenant&period=2021..2022";
    check_near(share(tenants, "n1"), 25.0 / 70.0);
    // A choice among places is a part of the selection, not of everyone: 12 of 30.
    check_near(share("/id/x/?kind=town&level=district", "north"), 0.4);
    check_near(share("/id/x/?period=2021", "c2"), 1.0);
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
    "extension": {"aggregation": "sum", "denominators": [{"class": "dataset", "label": "Inhabitants", "id": ["town"], "size": [5],
        "value": [1000, 400, 600, 200, 400]}]}
}"#;

#[test]
fn no_one_is_counted_twice_where_a_total_stands_beside_its_parts() {
    let cube = read(WITH_TOTAL.as_bytes());
    let opened = Opened::new(&cube, "/en/x/?job=yes");
    check_near(Some(opened.total()), 30.0);
    for (code, rate, index) in [
        ("a", 25.0, 2500.0 / 30.0),
        ("b", 2000.0 / 60.0, 2000.0 / 18.0),
    ] {
        let town = opened.measures(code);
        check_near(town.quantity(Quantity::Rate), rate);
        check_near(town.quantity(Quantity::Index), index);
    }
    assert!(!codes(&opened.table()).contains(&"T"));
    let sides = Opened::new(&cube, "/en/x/?job=yes&level=side");
    check_near(sides.measures("s").quantity(Quantity::Rate), 2000.0 / 60.0);
    check_near(sides.measures("s").quantity(Quantity::Share), 20.0 / 60.0);
    let shares: f64 = opened
        .bars("side")
        .bars
        .iter()
        .filter_map(|bar| bar.share)
        .sum();
    check_near(Some(shares), 1.0);
}

#[test]
fn a_rate_is_worded_by_what_it_is_of_and_per_how_many() {
    let mut file = water_file();
    let denominator = &mut file["extension"]["denominators"][0]["extension"];
    denominator["noun"] = serde_json::json!({"en": "households", "id": "rumah tangga"});
    denominator["per"] = 100.into();
    let cube = read(file.to_string().as_bytes());
    // 12,000 of 40,000.
    let opened = Opened::new(&cube, "/en/x/?as=rate");
    check_near(opened.measures("n1").quantity(Quantity::Rate), 30.0);
    let scene = opened.map();
    assert_eq!(scene.quantity_name, "Percent of households");
    let amara = cube.members(scene.axis).position("n1").unwrap();
    let line = place_line(&cube, &scene, amara, opened.words);
    assert!(
        line.starts_with("Port Amara, North: 30.0 percent of households"),
        "{line}"
    );
    let opened = Opened::new(&cube, "/id/x/?as=rate");
    assert_eq!(opened.map().quantity_name, "Persen dari rumah tangga");
    let as_before = Opened::new(&WATER, "/en/x/?as=rate").map();
    assert_eq!(as_before.quantity_name, "Per 1,000 inhabitants");
}
