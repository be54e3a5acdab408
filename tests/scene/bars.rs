//! The bars of an axis.

use jangkau::cube::{CatIx, Figure, Selection};
use jangkau::scene::bar_axes;
use jangkau::view_state::{Address, Change, Site, from_address};
use jangkau::words::LANGUAGE_CODES;

use super::Opened;
use crate::support::reference;
use crate::support::shipped::PRAKERJA;

#[test]
fn the_bars_of_every_axis_are_the_reference_s_and_their_shares_make_a_whole() {
    for link in [
        "/id/x/?year=2021..2022&sex=F",
        "/en/x/province-2023/94/?education=sma~s1",
    ] {
        let opened = Opened::new(&PRAKERJA, link);
        for axis in bar_axes(&PRAKERJA) {
            let scene = opened.bars(PRAKERJA.axis_id(axis).as_str());
            let share: f64 = scene.bars.iter().filter_map(|bar| bar.share).sum();
            let behind: f64 = scene.bars.iter().filter_map(|bar| bar.behind).sum();
            assert!(
                (share - 1.0).abs() < 1e-9 && (behind - 1.0).abs() < 1e-9,
                "{scene:?}"
            );
            for bar in scene.bars.iter().step_by(scene.bars.len().div_ceil(3)) {
                let selection = opened.view.selection.clone().with(axis, vec![bar.at]);
                let Figure::Number(slow) = reference::total(&PRAKERJA, &selection) else {
                    panic!("{link}")
                };
                assert_eq!(
                    bar.value,
                    opened.words.numbers.figure(slow),
                    "{link} {}",
                    bar.label
                );
            }
            let picked = opened.view.selection.clause(axis).map_or(0, <[CatIx]>::len);
            assert_eq!(scene.picked, picked);
            assert_eq!(scene.bars.iter().filter(|bar| bar.picked).count(), picked);
        }
    }
}

#[test]
fn a_place_in_focus_is_the_bar_that_is_picked() {
    let opened = Opened::new(&PRAKERJA, "/id/x/province-2020/32/");
    let provinces = opened.bars("province-2020");
    let picked: Vec<&str> = provinces
        .bars
        .iter()
        .filter(|bar| bar.picked)
        .map(|bar| &*bar.label)
        .collect();
    assert_eq!(picked, ["Jawa Barat"]);
    let axis = PRAKERJA.axis("province-2020").unwrap();
    let jakarta = PRAKERJA.members(axis).position("31").unwrap();
    let site = Site {
        langs: &LANGUAGE_CODES,
    };
    let (state, _) = from_address(
        &Address::new("/id/x/province-2020/32/"),
        site,
        "x",
        &PRAKERJA,
    );
    let both = state.apply(Change::Toggle(axis, jakarta), &PRAKERJA);
    assert_eq!(both.place(), None);
    let expected = Selection::all().with(axis, vec![jakarta, state.place().unwrap().at]);
    assert_eq!(both.filters(), &expected);
}
