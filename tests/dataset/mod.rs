//! What holds for every one of them, and one file a kind.

mod foreign;
mod made;

use jangkau::cube::{CatIx, Cube, Figure, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};

use crate::support::made::{HEALTH, PRICES, SCHOOLS, WATER};
use crate::support::reference;

/// Hours of literacy courses in Morocco, invented: four dimensions, broken numbers, three kinds of
/// gaps, ids with accents, a space and an apostrophe, French with Arabic beside.
const COURSES: &[u8] = include_bytes!("../data/alphabetisation.json");

/// Rice on two markets, invented: three measures of different units that may not be added.
const RICE: &[u8] = include_bytes!("../data/rice-prices.json");

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
