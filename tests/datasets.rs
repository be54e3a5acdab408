//! Datasets quite unlike each other, through the reader, the engine, the search and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod made;
    pub(crate) mod reference;
}

use jangkau::cube::{CatIx, Cube, Figure, Selection, Values, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use jangkau::search::PlaceIndex;
use support::made::{FACTS, HEALTH, PRICES, SCHOOLS, WATER};
use support::reference;

/// Hours of literacy courses in Morocco, invented: four dimensions, broken numbers, three kinds of
/// gaps, ids with accents, a space and an apostrophe, French with Arabic beside.
const COURSES: &[u8] = include_bytes!("data/alphabetisation.json");

/// Rice on two markets, invented: three measures of different units that may not be added.
const RICE: &[u8] = include_bytes!("data/rice-prices.json");

fn read(bytes: &[u8]) -> Cube {
    cube_from_bytes(bytes, &Limits::PAGE).unwrap()
}

/// The selection of one code along each of some axes.
fn selection(cube: &Cube, picked: &[(&str, &str)]) -> Selection {
    picked.iter().fold(Selection::all(), |all, (id, code)| {
        let axis = cube.axis(id).unwrap();
        let at = cube.members(axis).position(code).unwrap();
        all.with(axis, vec![at])
    })
}

#[track_caller]
fn check(cube: &Cube, picked: &[(&str, &str)], expected: Figure) {
    assert_eq!(
        linked(cube, &selection(cube, picked)).total(),
        expected,
        "{picked:?}"
    );
}

/// Every pair of single categories, and every single one, against the slow walk.
fn check_against_the_reference(cube: &Cube) {
    let single: Vec<_> = cube
        .axes()
        .flat_map(|axis| cube.members(axis).iter().map(move |(at, _)| (axis, at)))
        .collect();
    for &(axis, at) in &single {
        for &(other, picked) in &single {
            let selection = Selection::all()
                .with(axis, vec![at])
                .with(other, vec![picked]);
            let (fast, slow) = (
                linked(cube, &selection),
                reference::answer(cube, &selection),
            );
            assert_eq!(fast.total(), slow.total);
            for along in slow.along {
                let marginal = fast.marginal(along.axis);
                // Quarters and tenths of this size are added without rounding in either order.
                assert!(marginal.figures().eq(along.figures), "{selection:?}");
                let shown = (0..along.shown.len()).map(|at| marginal.is_shown(CatIx(at)));
                assert!(shown.eq(along.shown));
            }
        }
    }
}

#[test]
fn the_courses_are_read_with_their_names_in_both_languages() {
    let cube = read(COURSES);
    assert_eq!(cube.shape().sizes(), [3, 12, 3, 2]);
    assert!(matches!(cube.values(), Values::Real(_)));
    let regions = cube.axis("région").unwrap();
    let fes = cube.members(regions).get(CatIx(2));
    assert_eq!(
        (fes.code().as_str(), fes.label().own()),
        ("MA-03", "Fès-Meknès")
    );
    assert_eq!(fes.label().in_lang("ar"), "فاس مكناس");
    assert_eq!(cube.axis_label(regions).in_lang("ar"), "الجهة");
    let whole = cube.dimension(regions.dimension()).whole().unwrap();
    assert_eq!((whole.own(), whole.in_lang("ar")), ("Maroc", "المغرب"));
    let metadata = cube.metadata();
    assert_eq!(
        metadata.noun.as_ref().unwrap().many.own(),
        "heures de cours"
    );
    assert!(metadata.headline.is_empty() && metadata.basis.is_none() && !metadata.modelled);
}

#[test]
fn the_courses_add_up_and_say_where_something_is_kept_back() {
    let cube = read(COURSES);
    check(&cube, &[], Figure::AtLeast(1_684_796.0));
    check(
        &cube,
        &[("période", "2021/2022"), ("région", "MA-06")],
        Figure::Number(102_961.5),
    );
    check(
        &cube,
        &[("région", "MA-03"), ("langue d'enseignement", "fr")],
        Figure::Number(15_841.5),
    );
    check(
        &cube,
        &[("période", "2022/2023"), ("milieu", "U")],
        Figure::AtLeast(249_912.25),
    );
    let dakhla = ("région", "MA-12");
    check(
        &cube,
        &[dakhla, ("langue d'enseignement", "zgh")],
        Figure::Suppressed,
    );
    let none_offered = [dakhla, ("langue d'enseignement", "fr"), ("milieu", "R")];
    check(&cube, &none_offered, Figure::Number(0.0));
    let not_yet = [
        ("région", "MA-08"),
        ("période", "2023/2024"),
        ("milieu", "R"),
    ];
    check(&cube, &not_yet, Figure::Missing);
}

#[test]
fn the_engine_agrees_with_the_reference_on_all() {
    for cube in [
        &read(COURSES),
        &read(RICE),
        &WATER,
        &HEALTH,
        &PRICES,
        &SCHOOLS,
    ] {
        check_against_the_reference(cube);
    }
}

#[test]
fn all_are_written_and_read_back_as_the_same_cube() {
    for cube in [
        &read(COURSES),
        &read(RICE),
        &WATER,
        &HEALTH,
        &PRICES,
        &SCHOOLS,
    ] {
        assert_eq!(&read(&bytes_from_cube(cube)), cube);
    }
}

#[test]
fn the_households_are_products_of_four_sums() {
    let (south, rain) = (("district", "south"), ("source", "rain"));
    check(&WATER, &[], Figure::Number(100_000.0));
    check(&WATER, &[("tenure", "owner")], Figure::Number(66_000.0));
    // 7 and 4 in the countryside, two in ten.
    check(&WATER, &[south, rain], Figure::Number(2200.0));
    // 4 x 3 x 3 x 7.
    let cell = [
        ("commune", "s3"),
        ("period", "2021"),
        ("source", "well"),
        ("tenure", "owner"),
    ];
    check(&WATER, &cell, Figure::Number(252.0));
    let asked: Vec<Option<f64>> = FACTS
        .iter()
        .map(|fact| {
            let question = fact.question.as_ref()?;
            let total = |selection| linked(&WATER, selection).total().number();
            let part = total(&question.selection)?;
            question
                .share_of
                .as_ref()
                .map_or(Some(part), |of| Some(part / total(of)?))
        })
        .collect();
    let [whole, north, n1] = [40_000.0, 30_000.0, 4800.0].map(Some);
    assert_eq!(asked, [whole, north, n1, n1, Some(0.653), None, None]);
}

#[test]
fn visits_and_nurses_are_not_added_and_gaps_are_told_apart() {
    let (visits, nurses) = (("measure", "visits"), ("measure", "nurses"));
    let (before, after) = (("year", "2021"), ("year", "2022"));
    // 100 x 100 less 100 of Éloa that are kept back, and 100 x 200.
    check(&HEALTH, &[visits, before], Figure::AtLeast(9900.0));
    check(&HEALTH, &[visits, after], Figure::Number(20_000.0));
    // Half of 100 less half of Ostra's 4, which cannot be, and of Garrowby's 2, not there yet.
    check(&HEALTH, &[nurses, before], Figure::Number(48.0));
    check(&HEALTH, &[nurses, after], Figure::AtLeast(47.0));
    check(&HEALTH, &[nurses, ("commune", "n2")], Figure::Number(9.0));
    check(
        &HEALTH,
        &[visits, before, ("commune", "n5")],
        Figure::Suppressed,
    );
    check(
        &HEALTH,
        &[nurses, after, ("commune", "c4")],
        Figure::Missing,
    );
    check(
        &HEALTH,
        &[nurses, after, ("commune", "s3")],
        Figure::Number(0.0),
    );
}

#[test]
fn of_goods_without_places_only_single_cells_are_figures() {
    check(&PRICES, &[("good", "rice")], Figure::NotAdditive);
    check(
        &PRICES,
        &[("good", "salt"), ("month", "2024-03")],
        Figure::Number(0.45),
    );
    check(
        &PRICES,
        &[("good", "oil"), ("month", "2024-03")],
        Figure::Missing,
    );
}

#[test]
fn schools_of_places_within_places_are_counted_once() {
    check(&SCHOOLS, &[], Figure::Number(32.0));
    check(&SCHOOLS, &[("level", "primary")], Figure::Number(24.0));
    check(&SCHOOLS, &[("place", "north")], Figure::Number(12.0));
    check(
        &SCHOOLS,
        &[("place", "c1"), ("level", "secondary")],
        Figure::Number(4.0),
    );
}

#[test]
fn of_the_prices_only_single_cells_are_figures() {
    let cube = read(RICE);
    let (november, december) = (("month", "2023-11"), ("month", "2023-12"));
    let (battambang, phnom_penh) = (("market", "2"), ("market", "12"));
    check(&cube, &[], Figure::NotAdditive);
    check(&cube, &[("measure", "price")], Figure::NotAdditive);
    check(&cube, &[november, battambang], Figure::Number(118.4));
    check(
        &cube,
        &[december, battambang, ("measure", "change")],
        Figure::Number(0.0),
    );
    check(
        &cube,
        &[december, phnom_penh, ("measure", "change")],
        Figure::Missing,
    );
    check(
        &cube,
        &[december, phnom_penh, ("measure", "price")],
        Figure::Number(2950.0),
    );
    let measures = cube.axis("measure").unwrap();
    let units = cube
        .members(measures)
        .iter()
        .map(|(_, measure)| measure.unit().unwrap());
    assert_eq!(
        units.collect::<Vec<_>>(),
        ["2019 = 100", "%", "riel a kilogram"]
    );
    let answer = linked(&cube, &selection(&cube, &[december, battambang]));
    let expected = [119.0, 0.0, 2700.0].map(Figure::Number);
    assert!(answer.marginal(measures).figures().eq(expected));
}

#[test]
fn a_region_is_found_without_its_accents_and_by_its_arabic_name() {
    let cube = read(COURSES);
    let regions = cube.axis("région").unwrap();
    for lang in ["fr", "ar"] {
        let index = PlaceIndex::new(&cube, regions.dimension(), lang);
        for (query, code) in [
            ("fes", "MA-03"),
            ("LAAYOUNE", "MA-11"),
            ("l'oriental", "MA-02"),
            ("béni-melal", "MA-05"),
            ("safi", "MA-07"),
            ("العيون", "MA-11"),
            ("فاس مكناس", "MA-03"),
            ("ma-10", "MA-10"),
        ] {
            let first = index.find(query, 1);
            let found = first
                .first()
                .map(|hit| cube.members(hit.axis).get(hit.at).code().as_str());
            assert_eq!(found, Some(code), "{query} ({lang})");
        }
    }
}
