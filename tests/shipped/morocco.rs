//! The census of Morocco against what its office published: a stock, which is never added over its two
//! years (controls: HCP, RGPH 2014 and 2024).

use std::sync::LazyLock;

use jangkau::cube::{Cube, DimIx, How, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::scene::{Figures, headline, map};
use jangkau::view_state::{Quantity, resolve};
use jangkau::words::messages;

use crate::support::link::open;
use crate::support::opened::check_sentence;
use crate::support::shipped::{LIST, data};

static LITERACY: LazyLock<Cube> = LazyLock::new(|| {
    let href = &LIST.entry("ma-literacy", None).unwrap().href;
    let bytes = std::fs::read(data().join(href)).unwrap();
    cube_from_bytes(&bytes, &Limits::PAGE).unwrap()
});

/// The people of a link.
fn people(link: &str) -> f64 {
    let (state, notices) = open(&LIST, link, &LITERACY);
    assert!(notices.is_empty(), "{link}: {notices:?}");
    let view = resolve(&state, &LITERACY);
    linked(&LITERACY, &view.selection).total().number().unwrap()
}

#[test]
fn a_census_is_shown_as_of_its_latest_year() {
    // Published: 27,172,768 and 30,324,494 people aged 10 and over.
    for (link, expected) in [
        ("/en/ma-literacy/", 30_324_494.0),
        ("/en/ma-literacy/?year=2024", 30_324_494.0),
        ("/en/ma-literacy/?year=2014", 27_172_768.0),
        ("/en/ma-literacy/?year=2014..2024", 30_324_494.0),
    ] {
        assert!((people(link) - expected).abs() < 0.5, "{link}");
    }
    let reading = LITERACY.reading(&Selection::all());
    let year = LITERACY.axis("year").unwrap().dimension();
    assert_eq!(year, DimIx(0));
    assert!(matches!(reading.of(year).how(), How::One(at) if at.0 == 1));
}

#[test]
fn in_french_its_sentences_are_those_of_its_office() {
    // Published: 30,324,494 people aged 10 and over, of whom 24.8 % can neither read nor write.
    for (link, expected) in [
        (
            "/fr/x/",
            "30_324_494 personnes de 10 ans et plus, dans 75 provinces et préfectures, 2024_; 25~% ne \
             savent ni lire ni écrire",
        ),
        (
            "/fr/x/?literacy=illiterate&sex=F&area=rural&as=of:literacy",
            "48~% de ce que retiennent les autres choix (par alphabétisation)~: personnes de 10 ans et \
             plus en milieu rural, de sexe féminin, ne sachant ni lire ni écrire, Maroc, 2024",
        ),
        (
            "/fr/x/02.251/?literacy=illiterate",
            "44_109 personnes de 10 ans et plus ne sachant ni lire ni écrire, Figuig, 2024",
        ),
        (
            "/fr/x/02.251/?literacy=illiterate&as=index",
            "157 en indice (Maroc = 100)~: personnes de 10 ans et plus ne sachant ni lire ni écrire, \
             Figuig, 2024",
        ),
    ] {
        let expected = expected.replace('_', "\u{202f}").replace('~', "\u{a0}");
        check_sentence(&LITERACY, link, &expected);
    }
}

#[test]
fn the_shares_who_cannot_read_are_those_published() {
    // Share of those aged 10 and over in percent: 2014, then 2024.
    for (who, published) in [
        ("", [32.2, 24.8]),
        ("&sex=F", [42.1, 32.4]),
        ("&sex=M", [22.2, 17.2]),
        ("&area=urban", [22.6, 17.3]),
        ("&area=rural&sex=F", [60.1, 48.4]),
    ] {
        for (year, published) in ["2014", "2024"].iter().zip(published) {
            let all = format!("/en/ma-literacy/?year={year}{who}");
            let share = people(&format!("{all}&literacy=illiterate")) / people(&all);
            assert!((share * 100.0 - published).abs() <= 0.051, "{all}: {share}");
        }
    }
}

#[test]
fn of_those_chosen_is_a_share_of_the_same_people_in_the_same_place() {
    let link = "/en/ma-literacy/?area=rural&sex=F&literacy=illiterate&as=of:literacy";
    let (state, notices) = open(&LIST, link, &LITERACY);
    assert!(notices.is_empty(), "{notices:?}");
    let view = resolve(&state, &LITERACY);
    let figures = Figures::of(&LITERACY, &view);
    let axis = LITERACY.axis("province").unwrap();
    let scene = map(&LITERACY, &view, &figures, (axis, messages("en")));
    let figuig = LITERACY.members(axis).position("02.251").unwrap();
    // Of rural women of Figuig 62.9 % can neither read nor write.
    let share = scene.measures[figuig.0].quantity(Quantity::Share).unwrap();
    assert!((share - 0.629).abs() < 0.0006, "{share}");
    let sentence = headline(&LITERACY, &view, &figures, messages("en")).sentence(messages("en"));
    assert!(sentence.ends_with("in Morocco, 2024"), "{sentence}");
    // Of nothing chosen there is no such share.
    let (_, notices) = open(&LIST, "/en/ma-literacy/?as=of:literacy", &LITERACY);
    assert_eq!(notices.len(), 1);
}
