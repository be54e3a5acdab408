//! Each file of `tests/data/json-stat`, made after a fault that a real file showed, with what is
//! right.

use jangkau::cube::Figure::{self, Missing, NotAdditive, Number};
use jangkau::cube::{Selection, linked};
use serde_json::json;

use super::{check, cube, opened};

#[track_caller]
fn case(file: &str, expected: &[&str], figure: Figure) {
    let path = format!(
        "{}/tests/data/json-stat/{file}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    check(
        &opened(&std::fs::read(path).unwrap()).unwrap(),
        expected,
        figure,
    );
}

#[test]
fn totals_stand_for_their_parts() {
    case(
        "01-pxweb-total-stock",
        &["one(a)", "total(TotSa)", "latest(2026M02)"],
        Number(32.0),
    );
    case("02-total-T", &["total(T)"], Number(3.0));
    case("07-child-of-two", &["total(ALL)"], Number(3.0));
    case("11-child-total", &["total(ALL)"], Number(3.0));
    case("14-null-parent-with-children", &["total(A)"], Missing);
    case(
        "16-child-missing-but-parent-there",
        &["total(A)"],
        Number(30.0),
    );
    case("19-aggregation-none", &["total(T)"], Number(3.0));
}

#[test]
fn the_latest_period_with_a_figure_stands_for_all() {
    case("06-year-null-quarters", &["latest(2005 - 2)"], Number(20.0));
    case("06b-year-value-quarters", &["latest(2005)"], Number(30.0));
    case("06c-null-first-yearonly", &["latest(2007)"], Number(20.0));
}

#[test]
fn the_latest_period_may_be_declared_where_all_adds_up() {
    let file = json!({
        "version": "2.0", "class": "dataset", "id": ["area", "year"], "size": [2, 2],
        "extension": {"aggregation": "sum"}, "role": {"time": ["year"]},
        "dimension": {
            "area": {"category": {"index": ["a", "b"]}},
            "year": {"category": {"index": ["2011", "2012"]}, "extension": {"default": "latest"}}
        },
        "value": [1, 2, 3, 4]
    });
    check(&cube(&file), &["sum", "latest(2012)"], Number(6.0));
}

#[test]
fn what_is_not_known_to_add_up_is_not_added() {
    case("03-mixed-units", &["one(NR)"], Number(1000.0));
    case("04-rate-percent", &["each"], NotAdditive);
    case("05-at-least-negative", &["one(a)"], Number(5.0));
    case("10-float-noise", &["one(x)"], Number(0.1));
    case("17-status-one-cell", &["one(a)"], Number(5.0));
    case("20-dimension-named-geo", &["each"], NotAdditive);
    case("dec", &["each"], NotAdditive);
    case("m-tiny", &["each"], NotAdditive);
    case("m-tabc", &["each"], NotAdditive);
    case("inj", &["one(1)", "one(F)"], Number(1.0));
}

#[test]
fn the_only_dataset_of_a_file_is_read() {
    case("09-bundle-named", &[], Number(1.0));
    case("13-collection-one", &[], Number(1.0));
}

#[test]
fn a_sum_of_decimals_has_the_decimals_of_the_data() {
    let file = include_str!("../data/json-stat/10-float-noise.json");
    let declared = file.replacen('{', r#"{"extension": {"aggregation": "sum"}, "#, 1);
    let declared = opened(declared.as_bytes()).unwrap();
    assert_eq!(linked(&declared, &Selection::all()).total(), Number(0.6));
}
