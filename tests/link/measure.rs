//! The measure in a link: under its own id, and as `measure`.

use jangkau::cube::{CatIx, Category, Code, Cube, Dimension, Id, Label, Metadata, Role, Values};
use jangkau::view_state::{LinkParts, Notice, link_from_state, state_from_link};

use crate::support::link::SITE;
use crate::support::made::{HEALTH, WATER};

/// A dataset of dimensions with the categories `a` and `b`; those named are of measures.
fn cube(ids: &[&str], metric: &[&str]) -> Cube {
    let dimension = |id: &&str| {
        let role = if metric.contains(id) {
            Role::Metric
        } else {
            Role::Classification
        };
        let categories = ["a", "b"].map(|code| Category::new(Code::new(code), Label::new(code)));
        Dimension::new(Id::new(id), Label::new(id), role, categories.to_vec()).unwrap()
    };
    let dimensions = ids.iter().map(dimension).collect();
    let values = Values::Whole(vec![1; 1 << ids.len()]);
    Cube::new(dimensions, values, Default::default(), Metadata::default()).unwrap()
}

/// What a query is written as, and what is said of it.
#[track_caller]
fn check(cube: &Cube, query: &str, expected: &str) -> Vec<Notice> {
    let open = |link: &str| state_from_link(&LinkParts::new(link), SITE, "x", cube);
    let (state, notices) = open(&format!("en/x/?{query}"));
    let link = link_from_state(&state, cube);
    assert_eq!(
        link.trim_start_matches("en/x/").trim_start_matches('?'),
        expected
    );
    assert_eq!(open(&link).0, state, "{query}");
    notices
}

#[test]
fn the_one_dimension_of_measures_is_known_by_its_id_and_as_measure() {
    let unit = cube(&["unit", "sex"], &["unit"]);
    for query in ["unit=b&sex=a", "measure=b&sex=a", "sex=a&d.unit=b"] {
        assert_eq!(check(&unit, query, "unit=b&sex=a"), []);
    }
    for query in ["measure=nurses", "d.measure=nurses"] {
        assert_eq!(check(&HEALTH, query, "measure=nurses"), []);
    }
}

#[test]
fn of_two_codes_of_a_measure_the_first_is_shown_and_the_reader_told() {
    let unit = cube(&["unit", "sex"], &["unit"]);
    let axis = unit.axis("unit").unwrap();
    for query in [
        "unit=b~a",
        "unit=b&measure=a",
        "measure=b~a",
        "unit=b&unit=a",
    ] {
        let notices = check(&unit, query, "unit=b");
        assert_eq!(notices, [Notice::OneAtATime { axis }], "{query}");
    }
    assert_eq!(check(&unit, "unit=b&measure=b", "unit=b"), []);
}

#[test]
fn a_dimension_called_measure_that_is_no_measure_keeps_its_own_key() {
    let code = |code: &str| Notice::UnknownKey {
        key: code.to_owned(),
    };
    // The key means the measures; what is called so stands aside.
    let both = cube(&["unit", "measure"], &["unit"]);
    assert_eq!(check(&both, "measure=b", "unit=b"), []);
    assert_eq!(check(&both, "d.measure=b", "d.measure=b"), []);
    // Without a dimension of measures, a link of before the key opens as it did.
    let none = cube(&["measure", "sex"], &[]);
    assert_eq!(check(&none, "measure=b", "d.measure=b"), []);
    // Of two dimensions of measures it names none.
    let two = cube(&["unit", "s_adj"], &["unit", "s_adj"]);
    assert_eq!(check(&two, "measure=b", "measure=b"), [code("measure")]);
    assert_eq!(check(&two, "s_adj=b&unit=b", "unit=b&s_adj=b"), []);
    let link = "/id/water/?measure=b";
    let (_, notices) = state_from_link(&LinkParts::new(link), SITE, "water", &WATER);
    assert_eq!(notices, [code("measure")]);
}

#[test]
fn what_a_link_locks_as_measure_is_the_measure() {
    let link = "en/x/?measure=nurses#lock=measure";
    let (state, notices) = state_from_link(&LinkParts::new(link), SITE, "x", &HEALTH);
    assert!(notices.is_empty());
    let axis = HEALTH.axis("measure").unwrap();
    let change = jangkau::view_state::Change::Toggle(axis, CatIx(0));
    assert_eq!(state.apply(change, &HEALTH), state);
}
