//! Finding the places of a dataset by what people type.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod made;
}

use jangkau::search::{Hit, Matched, PlaceIndex};
use support::made::{SCHOOLS, WATER};

fn index(lang: &str) -> PlaceIndex {
    PlaceIndex::new(&WATER, WATER.axis("commune").unwrap().dimension(), lang)
}

fn code(hit: &Hit) -> &'static str {
    WATER.members(hit.axis).get(hit.at).code().as_str()
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let hits = index("en").find(query, 50);
    let found: Vec<&str> = hits.iter().map(code).collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn every_code_and_every_name_finds_its_commune_first() {
    let communes = WATER.axis("commune").unwrap();
    let index = index("id");
    for (_, commune) in WATER.members(communes).iter() {
        let own = commune.code().as_str();
        let by_code = &index.find(own, 5)[0];
        assert_eq!((code(by_code), &by_code.matched), (own, &Matched::Code));
        for lang in ["en", "id"] {
            let name = commune.label().in_lang(lang);
            assert_eq!(code(&index.find(name, 1)[0]), own, "{name}");
            let mut letters: Vec<char> = name.chars().collect();
            if letters.len() < 5 {
                // A short word must be typed as it is.
                continue;
            }
            letters.remove(letters.len() - 2);
            let typed: String = letters.iter().collect();
            let found = index.find(&typed, 10);
            assert!(found.iter().any(|hit| code(hit) == own), "{typed}");
        }
    }
}

#[test]
fn what_people_type_finds_what_they_mean() {
    // The port first: without the word for its kind that is its whole name.
    check("amara", &["n1", "n2"]);
    check("AMARA  hills", &["n2"]);
    check("amra", &["n1", "n2"]);
    check("lenna", &["c1", "c2"]);
    check("eloa", &["n5"]);
    check("pulau eloa", &["n5"]);
    check("brenwald", &["n3"]);
    check("atlantis", &[]);
    // The ports first, then what is nearly "port": all of the north.
    let hits = index("en").find("port", 3);
    assert_eq!(
        hits.iter().map(code).collect::<Vec<_>>(),
        ["n1", "c1", "s1"]
    );
}

#[test]
fn a_district_is_found_with_its_communes_and_once_where_two_lists_have_it() {
    check("centre", &["centre", "c1", "c2", "c3", "c4"]);
    check("isles", &["isles", "n5", "s3"]);
    check("hollin south", &["s2"]);
    // Towns and countryside are two groups: no place.
    check("towns", &[]);
}

#[test]
fn a_code_of_another_list_is_found_after_the_commune_s_own() {
    let hits = index("en").find("n3", 5);
    assert_eq!(hits.iter().map(code).collect::<Vec<_>>(), ["n3", "n2"]);
    assert!(matches!(&hits[1].matched, Matched::OtherCode { scheme, .. } if &**scheme == "office"));
    check("x9", &["c4"]);
    check("before 2015 x4", &["n4"]);
}

#[test]
fn of_places_that_hold_places_each_is_found() {
    let place = SCHOOLS.axis("place").unwrap();
    let index = PlaceIndex::new(&SCHOOLS, place.dimension(), "en");
    let found = |query: &str| {
        let hits = index.find(query, 5);
        let codes = hits
            .iter()
            .map(|hit| SCHOOLS.members(place).get(hit.at).code().as_str());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(found("veluna"), ["vel"]);
    assert_eq!(found("north"), ["north"]);
    assert_eq!(found("port lenna"), ["c1"]);
}
