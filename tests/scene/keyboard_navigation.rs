//! The map is walked by keys.

use jangkau::cube::Axis;
use jangkau::geo::{Direction, Move};
use jangkau::scene::KeyboardNavigation;
use jangkau::view_state::{MapForm, Place};

use crate::support::made::{MAP_GEOMETRY, WATER};

const LEFT: Move = Move::Towards(Direction::Left);
const RIGHT: Move = Move::Towards(Direction::Right);
const UP: Move = Move::Towards(Direction::Up);
const DOWN: Move = Move::Towards(Direction::Down);

/// The code of a place; a dash for the whole.
fn code(place: Option<Place>) -> &'static str {
    place.map_or("-", |place| {
        WATER.members(place.axis).get(place.at).code().as_str()
    })
}

fn place(axis: Axis, code: &str) -> Place {
    let at = WATER.members(axis).position(code).unwrap();
    Place { axis, at }
}

#[test]
fn arrows_go_to_the_next_square_and_stop_at_the_sea() {
    let communes = WATER.axis("commune").unwrap();
    for form in MapForm::ALL {
        let keyboard_navigation = KeyboardNavigation::over(&MAP_GEOMETRY, &WATER, communes, form);
        for (from, step, expected) in [
            ("n1", RIGHT, "n2"),
            ("n1", DOWN, "c1"),
            ("c2", DOWN, "s2"),
            ("s2", UP, "c2"),
            ("n4", RIGHT, "n5"),
            ("n5", DOWN, "s3"),
        ] {
            let found = keyboard_navigation.after(Some(place(communes, from)), step);
            assert_eq!(code(found), expected, "{step:?} of {from} ({form:?})");
        }
    }
    let tiles = KeyboardNavigation::over(&MAP_GEOMETRY, &WATER, communes, MapForm::Tile);
    for (from, step) in [("n1", UP), ("n1", LEFT), ("n5", RIGHT), ("s3", DOWN)] {
        let found = tiles.after(Some(place(communes, from)), step);
        assert_eq!(code(found), from, "{step:?}");
    }
}

#[test]
fn page_keys_go_into_a_district_and_out_again() {
    let communes = WATER.axis("commune").unwrap();
    let districts = WATER.axis("district").unwrap();
    for level in [communes, districts] {
        let keyboard_navigation =
            KeyboardNavigation::over(&MAP_GEOMETRY, &WATER, level, MapForm::Geo);
        let south = Some(place(districts, "south"));
        let inside = keyboard_navigation.after(south, Move::Inwards);
        assert_eq!(inside.map(|it| it.axis), Some(communes));
        assert!(code(inside).starts_with('s'));
        assert_eq!(keyboard_navigation.after(inside, Move::Outwards), south);
        assert_eq!(keyboard_navigation.after(south, Move::Outwards), None);
        for at in ["n5", "s3", "c1"] {
            assert_eq!(
                keyboard_navigation.after(Some(place(communes, at)), Move::Home),
                None
            );
        }
    }
}
