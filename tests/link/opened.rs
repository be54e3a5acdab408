//! What links open: the total that each must have, worked out by hand.

use jangkau::cube::linked;
use jangkau::scene::notice_text;
use jangkau::view_state::{link_from_state, resolve};
use jangkau::words::LANGUAGES;

use super::open;
use crate::support::made::WATER;

/// The view of a link has this total, so many notices, and a link of its own.
#[track_caller]
fn check(link: &str, total: u32, notices: usize) {
    let cube = &*WATER;
    let (state, found) = open(link, cube);
    let view = resolve(&state, cube);
    let answer = linked(cube, &view.selection).total().number();
    assert_eq!(answer, Some(f64::from(total)), "{link}");
    assert_eq!(found.len(), notices, "{link}: {found:?}");
    for words in LANGUAGES {
        for notice in &found {
            let text = notice_text(cube, notice, words);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
    }
    let once = link_from_state(&state, cube);
    let again = open(&once, cube).0;
    assert_eq!(
        (&again, link_from_state(&again, cube)),
        (&state, once),
        "{link}"
    );
}

#[test]
fn a_path_names_language_dataset_and_place() {
    for link in [
        "/",
        "/en/",
        "/id/water",
        "/id/water/index.html",
        "//id//water//",
    ] {
        check(link, 100_000, 0);
    }
    check("/id/water/c1/", 25_000, 0);
    check("id/water/%63%31/index.html?period=2019", 2500, 0);
    check("/en/water/district/north/", 30_000, 0);
    check("/en/water/district-2021/north/", 29_000, 0);
    check("/en/water/district-2021/isles/?period=2022", 2000, 0);
    check("/en/water/kind/town/?source=well", 10_200, 0);
}

#[test]
fn a_place_that_had_another_code_is_found_by_it_unless_the_code_is_another_s_own() {
    check("/id/water/x4/", 3000, 0);
    check("/id/water/?commune=x4~x9", 5000, 0);
    // The office's n3 is n2, but n3 is a commune itself.
    check("/id/water/n3/", 5000, 0);
}

#[test]
fn filters_multiply_and_codes_of_one_add_up() {
    check("/id/water/?source=piped", 65_300, 0);
    check("/id/water/?source=well~rain", 34_700, 0);
    check("/id/water/?source=well,rain", 34_700, 0);
    check("/id/water/?tenure=owner&period=2021..2022", 45_000, 0);
    check("/id/water/?period=2021..", 70_000, 0);
    check("/id/water/?period=..2020", 30_000, 0);
    check("/id/water/n1/?source=piped&tenure=tenant", 3264, 0);
    check("/id/water/?district=south&kind=rural", 11_000, 0);
    check("/id/water/?kind=town&source=rain", 0, 0);
}

#[test]
fn what_is_not_known_is_named_and_the_rest_applies() {
    check("/id/water/n9/?source=piped", 65_300, 1);
    check("/id/water/district/isles/", 100_000, 1);
    check("/id/water/n1/n2/", 100_000, 1);
    check("/id/water/source/piped/", 100_000, 1);
    check("/fr/water/n1/", 12_000, 0);
    check("/sv/water/n1/", 12_000, 1);
    check("/id/wells/?source=piped", 65_300, 1);
    check("/id/water/?source=piped~snow", 65_300, 1);
    check("/id/water/?source=Piped", 100_000, 1);
    check("/id/water/?period=2022..2019", 100_000, 1);
    check("/id/water/?period=2019..2030", 100_000, 1);
    check("/id/water/?utm_source=x&source=piped", 65_300, 1);
    check("/id/water/district/north/?district=south", 30_000, 1);
    check("/id/water/?release=0.9&source=piped", 65_300, 1);
    check("/en/water/#theme=pink&lock=colour", 100_000, 2);
}
