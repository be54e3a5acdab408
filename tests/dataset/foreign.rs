//! Files as offices elsewhere write them.

use jangkau::cube::{CatIx, Figure, Values, linked};
use jangkau::search::PlaceIndex;

use super::{COURSES, RICE, check, read, selection};

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
    let whole = cube.dimension(regions.dimension()).all_label().unwrap();
    assert_eq!((whole.own(), whole.in_lang("ar")), ("Maroc", "المغرب"));
    let metadata = cube.metadata();
    assert_eq!(
        metadata.noun.as_ref().unwrap().own().several(),
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
        .map(|(_, measure)| measure.unit().unwrap().text());
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
