//! Every region can be walked to with few presses.

use std::collections::{HashMap, VecDeque};

use jangkau::geo::{Direction, Move};
use jangkau::scene::{KeyboardNavigation, MapGeometry};
use jangkau::view_state::{MapForm, Place};

use crate::support::shipped::{MAP_GEOMETRY, PRAKERJA};

const MOVES: [Move; 7] = [
    Move::Towards(Direction::Left),
    Move::Towards(Direction::Right),
    Move::Towards(Direction::Up),
    Move::Towards(Direction::Down),
    Move::Inwards,
    Move::Outwards,
    Move::Home,
];

/// How many presses each place is from the whole.
fn presses(keyboard_navigation: &KeyboardNavigation) -> HashMap<Option<Place>, usize> {
    let mut found = HashMap::from([(None, 0)]);
    let mut waiting = VecDeque::from([None]);
    while let Some(here) = waiting.pop_front() {
        let next = found[&here] + 1;
        for step in MOVES {
            let there = keyboard_navigation.after(here, step);
            if let std::collections::hash_map::Entry::Vacant(place) = found.entry(there) {
                place.insert(next);
                waiting.push_back(there);
            }
        }
    }
    found
}

#[track_caller]
fn check(geometry: &MapGeometry, level: &str, form: MapForm, groups: usize) {
    let level = PRAKERJA.axis(level).unwrap();
    let keyboard_navigation = KeyboardNavigation::over(geometry, &PRAKERJA, level, form);
    let found = presses(&keyboard_navigation);
    let regions = PRAKERJA.axis("region").unwrap();
    let is_region = |place: &&Option<Place>| place.is_some_and(|place| place.axis == regions);
    let mut far: Vec<usize> = found
        .keys()
        .filter(is_region)
        .map(|place| found[place])
        .collect();
    far.sort_unstable();
    assert_eq!(far.len(), 514, "{level:?} {form:?}");
    assert_eq!(found.len(), 1 + groups + 514, "{level:?} {form:?}");
    let (median, most) = (far[257], far[513]);
    assert!(median <= 8, "{level:?} {form:?}: {median} of {most}");
    assert!(most <= 16, "{level:?} {form:?}: {most}");
    // And back from wherever one is.
    for place in found.keys() {
        assert_eq!(keyboard_navigation.after(*place, Move::Home), None);
    }
}

#[test]
fn every_region_is_few_presses_from_the_whole() {
    for form in MapForm::ALL {
        check(&MAP_GEOMETRY, "region", form, 34);
        check(&MAP_GEOMETRY, "province-2023", form, 38);
        check(&MAP_GEOMETRY, "island", form, 6);
    }
}
