//! The card of the place that is pointed at: beside a mouse, else at the foot of the map, with what can be
//! done with the place.

use jangkau::cube::CatIx;
use jangkau::view_state::{MapForm, Place};

use super::map_pointer::move_to;
use super::map_read::{in_window, map, named, shapes, wait_for_readout};
use super::{Visit, headline, visit};
use crate::support::made::{MAP_GEOMETRY, WATER};

/// The box of what is said: left, top, right, foot, in pixels of the window.
fn card(visit: &Visit) -> [f64; 4] {
    let found = visit.evaluate(
        "(() => { const box = document.querySelector('.readout').getBoundingClientRect();
           return [box.left, box.top, box.right, box.bottom] })()",
    );
    [0, 1, 2, 3].map(|at| found[at].as_f64().expect("a length"))
}

#[test]
fn it_stands_beside_the_mouse_and_within_the_map() {
    let visit = visit("en/water/");
    let [left, top, right, foot] = map(&visit).script(
        "const box = this.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]",
    )
    .as_array()
    .map(|sides| [0, 1, 2, 3].map(|at| sides[at].as_f64().expect("a length")))
    .expect("a box");
    let shapes = shapes(MapForm::Geo);
    let points: Vec<(f64, f64)> = shapes.iter().map(|shape| shape.point_px).collect();
    for (x, y) in in_window(&visit, &points) {
        move_to(&visit, (x, y));
        visit.wait_for("document.querySelector('.readout.at-mouse') !== null");
        let [card_left, card_top, card_right, card_foot] = card(&visit);
        let beside_x = (card_left - x).abs().min((card_right - x).abs());
        let beside_y = (card_top - y).abs().min((card_foot - y).abs());
        assert!(
            beside_x <= 16.0 && beside_y <= 16.0,
            "{x} {y}: {:?}",
            card(&visit)
        );
        let is_inside = card_left >= left - 1.0
            && card_right <= right + 1.0
            && card_top >= top - 1.0
            && card_foot <= foot + 1.0;
        assert!(is_inside, "{x} {y}: {:?}", card(&visit));
        // Nothing under the pointer is hidden by it.
        let hit = format!("document.elementFromPoint({x}, {y}).closest('.readout') === null");
        assert_eq!(visit.evaluate(&hit), true);
    }
    move_to(&visit, (3.0, 3.0));
    visit.wait_for("document.querySelector('.readout.at-mouse') === null");
    visit.expect_no_complaint();
}

#[test]
fn by_keys_it_stands_at_the_foot_and_its_buttons_come_next() {
    let visit = visit("en/water/n1/");
    map(&visit).focus();
    visit.type_text("dunmoor");
    wait_for_readout(&visit, "Dunmoor, Centre: ");
    visit.press("Tab");
    assert_eq!(visit.focus(), ("button".into(), "Look at it".into()));
    visit.press("Tab");
    assert_eq!(
        visit.focus(),
        ("button".into(), "Compare Dunmoor with another place".into())
    );
    visit.press("Enter");
    visit.wait_for_link("en/water/n1/?geo=c3");
    // The place in focus and the one that was kept, side by side.
    let compared = visit.wait_until("the comparison", || {
        let text = visit.evaluate("document.querySelector('.compare')?.innerText");
        text.as_str().map(str::to_owned)
    });
    assert!(
        compared.contains("Port Amara") && compared.contains("Dunmoor"),
        "{compared}"
    );
    visit.expect_no_complaint();
}

#[test]
fn the_places_next_door_are_those_that_share_a_border() {
    let at = CatIx(named("Dunmoor"));
    let axis = WATER.axis("commune").expect("communes");
    let place = |at| Place { axis, at };
    let name = |place: Place| {
        let label = WATER.members(axis).get(place.at).label();
        label.in_lang("en").to_owned()
    };
    let beside = MAP_GEOMETRY.neighbours(&WATER, place(at));
    assert!(!beside.is_empty());
    for other in &beside {
        let back = MAP_GEOMETRY.neighbours(&WATER, *other);
        assert!(
            back.contains(&place(at)),
            "{} knows no Dunmoor",
            name(*other)
        );
    }
    let visit = visit("en/water/c3/");
    map(&visit);
    visit.role("DisclosureTriangle", "Next door").click();
    for other in &beside {
        visit.role("button", &*name(*other));
    }
    visit.role("button", &*name(beside[0])).click();
    visit.wait_until("a place next door in focus", || {
        headline(&visit).contains(&name(beside[0])).then_some(())
    });
    // The focus is on the page still.
    visit.wait_for("document.activeElement !== document.body");
    visit.expect_no_complaint();
}
