//! The bars of an axis.

use jangkau::cube::{CatIx, Figure, Selection};
use jangkau::scene::bar_axes;
use jangkau::view_state::{Change, LinkParts, state_from_link};

use crate::support::link::SITE;
use crate::support::made::WATER;
use crate::support::opened::{Opened, check_near};
use crate::support::reference;

#[test]
fn a_bar_says_figure_and_share_beside_what_all_places_have() {
    // Of 12 x (2 + 3) in n1: 8, 2 and 0 of ten; of all places 653, 249 and 98 of a thousand.
    let opened = Opened::new(&WATER, "/en/x/n1/?period=2020..2021");
    let bars = opened.bars("source").bars;
    let read: Vec<_> = bars
        .iter()
        .map(|bar| (&*bar.label, &*bar.value, &*bar.share_text))
        .collect();
    assert_eq!(
        read,
        [
            ("Piped water", "4,800", "80%"),
            ("Well", "1,200", "20%"),
            ("Rain water", "0", "0%")
        ]
    );
    for (bar, behind) in bars.iter().zip([0.653, 0.249, 0.098]) {
        check_near(bar.behind, behind);
    }
}

#[test]
fn the_bars_of_every_axis_are_the_reference_s_and_their_shares_make_a_whole() {
    for link in [
        "/id/x/?period=2020..2021&source=piped",
        "/en/x/district-2021/isles/?source=well~rain",
    ] {
        let opened = Opened::new(&WATER, link);
        for axis in bar_axes(&WATER) {
            let scene = opened.bars(WATER.axis_id(axis).as_str());
            let share: f64 = scene.bars.iter().filter_map(|bar| bar.share).sum();
            let behind: f64 = scene.bars.iter().filter_map(|bar| bar.behind).sum();
            assert!(
                (share - 1.0).abs() < 1e-9 && (behind - 1.0).abs() < 1e-9,
                "{scene:?}"
            );
            for bar in &scene.bars {
                let selection = opened.view.selection.clone().with(axis, vec![bar.at]);
                let Figure::Number(slow) = reference::total(&WATER, &selection) else {
                    panic!("{link}")
                };
                let expected = opened.words.numbers.figure(slow);
                assert_eq!(bar.value, expected, "{link} {}", bar.label);
            }
            let picked = opened.view.selection.clause(axis).map_or(0, <[CatIx]>::len);
            assert_eq!(scene.picked, picked);
            assert_eq!(scene.bars.iter().filter(|bar| bar.picked).count(), picked);
        }
    }
}

#[test]
fn a_place_in_focus_is_the_bar_that_is_picked() {
    let link = "/id/x/district/centre/";
    let bars = Opened::new(&WATER, link).bars("district").bars;
    let picked = bars.iter().filter(|bar| bar.picked).map(|bar| &*bar.label);
    assert_eq!(picked.collect::<Vec<_>>(), ["Tengah"]);
    let axis = WATER.axis("district").unwrap();
    let south = WATER.members(axis).position("south").unwrap();
    let (state, _) = state_from_link(&LinkParts::new(link), SITE, "x", &WATER);
    let both = state.apply(Change::Toggle(axis, south), &WATER);
    assert_eq!(both.place(), None);
    let expected = Selection::all().with(axis, vec![state.place().unwrap().at, south]);
    assert_eq!(both.filters(), &expected);
}
