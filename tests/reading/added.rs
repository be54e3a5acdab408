//! What is added of what is chosen, and what never is.

use jangkau::cube::Figure::{self, Missing, NotAdditive, Number};
use jangkau::cube::{Cube, Selection, linked};
use serde_json::{Value, json};

use super::{check, codes, cube, file, with_measure};

/// The figure of some codes along some axes.
fn chosen(cube: &Cube, clauses: &[(&str, &[&str])]) -> Figure {
    let selection = clauses
        .iter()
        .fold(Selection::all(), |selection, (id, codes)| {
            let axis = cube.axis(id).unwrap();
            let members = cube.members(axis);
            let at = codes.iter().map(|code| members.position(code).unwrap());
            selection.with(axis, at.collect())
        });
    linked(cube, &selection).total()
}

fn persons(file: Value) -> Value {
    with_measure(file, "Residents", &json!({"label": "persons"}))
}

#[test]
fn quarters_are_not_added_to_a_year_that_its_publisher_says_they_lie_in() {
    let periods = codes(&["2020", "2020Q3", "2020Q4"]);
    let mut stock = persons(file(&[("time", periods)], &[100.0, 98.0, 102.0]));
    stock["dimension"]["time"]["category"]["child"] = json!({"2020": ["2020Q3", "2020Q4"]});
    let stock = cube(&stock);
    check(&stock, &["latest(2020)"], Number(100.0));
    let quarters = ("time", &["2020Q3", "2020Q4"][..]);
    assert_eq!(chosen(&stock, &[quarters]), Number(102.0));
}

#[test]
fn the_latest_period_is_one_at_the_parts_that_are_added() {
    // In 2021 the country is not there yet, and it is all that counts of its regions.
    let (places, years) = (codes(&["c", "a", "b"]), codes(&["2020", "2021"]));
    let mut wells = file(
        &[("area", places), ("year", years)],
        &[9.0, 0.0, 4.0, 3.0, 5.0, 6.0],
    );
    wells["value"][1] = json!(null);
    wells["dimension"]["area"]["category"]["child"] = json!({"c": ["a", "b"]});
    wells["dimension"]["area"]["extension"] = json!({"aggregation": "sum"});
    check(&cube(&wells), &["sum", "latest(2020)"], Number(9.0));
}

/// Counts in three towns of which nothing tells that they do not overlap, and of people without a town.
fn towns(unit: &str, disjoint: &Value) -> Value {
    let towns = codes(&["Kep", "Muro", "Sisoka", "Not stated"]);
    let towns = file(&[("town", towns)], &[4.0, 5.0, 6.0, 1.0]);
    let mut towns = with_measure(towns, "Residents", &json!({"label": unit}));
    towns["role"] = json!({"geo": ["town"], "metric": ["measure"]});
    towns["dimension"]["town"]["extension"] = json!({"disjoint": disjoint});
    towns
}

#[test]
fn places_that_are_known_to_be_disjoint_are_added() {
    let counts = |disjoint: &Value| cube(&towns("persons", disjoint));
    check(&counts(&json!(null)), &["each"], NotAdditive);
    check(&counts(&json!(true)), &["sum"], Number(16.0));
    let drawn = counts(&json!(["Kep", "Muro", "Sisoka"]));
    check(&drawn, &["sum"], Number(16.0));
    let two = ("town", &["Kep", "Sisoka"][..]);
    assert_eq!(chosen(&drawn, &[two]), Number(10.0));
    // One of them may hold others; and what is no count is not added.
    check(&counts(&json!(["Kep", "Muro"])), &["each"], NotAdditive);
    let rates = cube(&towns("%", &json!(true)));
    check(&rates, &["each"], NotAdditive);
}

/// Three industries in ten years; their total printed by an office that rounds at random.
fn rounded() -> Cube {
    let years: Vec<String> = (2010..2020).map(|year| year.to_string()).collect();
    let [mines, mills, shops] = [
        [310, 422, 250, 611, 187, 540, 333, 275, 498, 601],
        [120, 95, 340, 77, 260, 148, 390, 225, 61, 180],
        [900, 744, 835, 690, 951, 802, 777, 864, 913, 725],
    ];
    let off = [1, -1, 0, 1, 0, -1, 1, 0, 0, 1];
    let sum = |of: &[[i32; 10]], year: usize| of.iter().map(|part| part[year]).sum::<i32>();
    let goods: Vec<i32> = (0..10).map(|year| sum(&[mines, mills], year)).collect();
    let all: Vec<i32> = (0..10)
        .map(|year| sum(&[mines, mills, shops], year) + off[year])
        .collect();
    let rows = [&all[..], &goods, &mines, &mills, &shops];
    let values: Vec<f64> = rows.concat().into_iter().map(f64::from).collect();
    let named = codes(&["Total", "goods", "mines", "mills", "shops"]);
    cube(&persons(file(
        &[("branch", named), ("year", years)],
        &values,
    )))
}

#[test]
fn what_makes_up_a_printed_figure_is_that_figure() {
    let cube = rounded();
    check(&cube, &["total(Total)", "latest(2019)"], Number(1507.0));
    for parts in [
        &["goods", "shops"][..],
        &["mines", "mills", "shops"],
        &["Total"],
    ] {
        assert_eq!(chosen(&cube, &[("branch", parts)]), Number(1507.0));
    }
    assert_eq!(
        chosen(&cube, &[("branch", &["mines", "mills"])]),
        Number(781.0)
    );
    assert_eq!(
        chosen(&cube, &[("branch", &["mills", "shops"])]),
        Number(905.0)
    );
    // Mines are counted in goods already.
    assert_eq!(
        chosen(&cube, &[("branch", &["goods", "mines"])]),
        NotAdditive
    );
}

#[test]
fn a_group_of_periods_shows_its_last_one_of_all_that_adds() {
    let years = codes(&["2018", "2019", "2020", "2021"]);
    let values = [1.0, 2.0, 3.0, 4.0, 10.0, 20.0, 30.0, 40.0];
    let mut file = persons(file(
        &[("sex", codes(&["men", "women"])), ("year", years)],
        &values,
    ));
    file["role"] = json!({"time": ["year"], "metric": ["measure"]});
    file["dimension"]["year"]["extension"] = json!({"groupings": [{
        "id": "term", "label": "Term", "categories": {"first": "First", "second": "Second"},
        "of": {"2018": "first", "2019": "first", "2020": "second", "2021": "second"},
    }]});
    let cube = cube(&file);
    let term = cube.axis("term").unwrap();
    let all = linked(&cube, &Selection::all());
    assert!(
        all.marginal(term)
            .figures()
            .eq([Number(22.0), Number(44.0)])
    );
    assert_eq!(chosen(&cube, &[("term", &["first"])]), Number(22.0));
}

#[test]
fn what_a_publisher_leaves_out_by_adding_is_added_but_rates_and_money() {
    let check_of = |unit: &str, expected: Figure| {
        let mut file = file(&[("kind", codes(&["new", "old"]))], &[3.0, 4.0]);
        file["dimension"]["kind"]["extension"] = json!({"elimination": true});
        let cube = cube(&with_measure(file, "Made", &json!({"label": unit})));
        assert_eq!(linked(&cube, &Selection::all()).total(), expected, "{unit}");
        let both = chosen(&cube, &[("kind", &["new", "old"])]);
        assert_eq!(
            both.number(),
            expected.number().filter(|it| *it > 3.0),
            "{unit}"
        );
    };
    check_of("number", Number(7.0));
    check_of("permits", Number(7.0));
    check_of("%", Number(3.0));
    check_of("SEK", Number(3.0));
}

#[test]
fn a_place_whose_figure_is_not_there_is_missing_and_not_nothing() {
    let mut file = persons(file(&[("area", codes(&["c", "a", "b"]))], &[0.0, 1.0, 2.0]));
    file["value"][0] = json!(null);
    file["dimension"]["area"]["category"]["child"] = json!({"c": ["a", "b"]});
    let cube = cube(&file);
    check(&cube, &["total(c)"], Missing);
    assert_eq!(chosen(&cube, &[("area", &["a", "b"])]), Number(3.0));
}
