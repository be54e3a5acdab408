//! The card of the place that is pointed at: beside a mouse, else at the foot of the map, with what can be
//! done with the place.

use jangkau::cube::CatIx;
use jangkau::view_state::{MapForm, Place};

use super::map_pointer::move_to;
use super::map_read::{in_window, map, named, shapes, wait_for_readout};
use super::map_zoom::{click, commune};
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

/// Waits until the card stands where a mouse has pinned it, or no longer.
#[track_caller]
fn wait_for_pin(visit: &Visit, is_pinned: bool) {
    visit.wait_for(&format!(
        "(document.querySelector('.readout .card-actions') !== null) === {is_pinned}"
    ));
}

#[test]
fn a_click_pins_it_where_it_is_with_what_can_be_done_with_the_place() {
    let visit = visit("en/water/");
    map(&visit);
    let shapes = shapes(MapForm::Geo);
    let communes = WATER.members(WATER.axis("commune").expect("communes"));
    for (at, commune) in communes.iter() {
        let name = commune.label().in_lang("en");
        let (x, y) = in_window(&visit, &[shapes[at.0].point_px])[0];
        click(&visit, (x, y));
        visit.wait_for(&format!(
            "document.querySelector('.readout:has(.card-actions) [role=status]')?.innerText.startsWith('{name}')"
        ));
        visit.role("button", "Look at it");
        // Within the map, beside the mouse.
        let found = visit.evaluate(
            "(() => { const box = document.querySelector('.readout').getBoundingClientRect();
               const map = document.querySelector('.map').getBoundingClientRect();
               return [box.left - map.left, box.top - map.top, map.right - box.right, map.bottom - box.bottom,
                 box.left, box.top, box.right, box.bottom] })()",
        );
        let [left, top, right, foot, sides @ ..] =
            [0, 1, 2, 3, 4, 5, 6, 7].map(|at| found[at].as_f64().expect("a length"));
        assert!(left.min(top).min(right).min(foot) > -1.0, "{name}: {found}");
        let beside_x = (sides[0] - x).abs().min((sides[2] - x).abs());
        let beside_y = (sides[1] - y).abs().min((sides[3] - y).abs());
        assert!(
            beside_x <= 16.0 && beside_y <= 16.0,
            "{name} {x} {y}: {found}"
        );
        // It may lie over the next.
        visit.press("Escape");
        wait_for_pin(&visit, false);
    }
    // The view is the one of before.
    visit.wait_for_link("en/water/");
    visit.expect_no_complaint();
}

#[test]
fn what_is_pinned_stays_until_escape_or_a_click_elsewhere() {
    let visit = visit("en/water/");
    let at = commune(&visit, "Dunmoor");
    click(&visit, at);
    wait_for_pin(&visit, true);
    // The mouse may go anywhere, and Tab reaches what can be done.
    move_to(&visit, (at.0 + 60.0, at.1 + 30.0));
    move_to(&visit, (3.0, 3.0));
    wait_for_readout(&visit, "Dunmoor, Centre: ");
    visit.press("Tab");
    assert_eq!(visit.focus(), ("button".into(), "Look at it".into()));
    visit.press("Tab");
    assert_eq!(
        visit.focus(),
        ("button".into(), "Compare Dunmoor with another place".into())
    );
    visit.press("Escape");
    wait_for_pin(&visit, false);
    visit.wait_for("document.activeElement !== document.body");
    // A click elsewhere in the page.
    click(&visit, at);
    wait_for_pin(&visit, true);
    visit.role("heading", "Filters").click();
    wait_for_pin(&visit, false);
    // Another part of the map.
    click(&visit, at);
    wait_for_pin(&visit, true);
    visit.role("button", "Zoom in").click();
    wait_for_pin(&visit, false);
    visit.wait_for_link("en/water/");
    visit.expect_no_complaint();
}

#[test]
fn what_is_pinned_can_be_kept_and_looked_at_by_mouse() {
    let visit = visit("en/water/");
    click(&visit, commune(&visit, "Dunmoor"));
    wait_for_pin(&visit, true);
    visit
        .role("button", "Compare Dunmoor with another place")
        .click();
    visit.wait_for_link("en/water/?geo=c3");
    visit.press("Escape");
    wait_for_pin(&visit, false);
    click(&visit, commune(&visit, "Port Amara"));
    visit.wait_for(
        "document.querySelector('.readout:has(.card-actions) [role=status]')?.innerText.startsWith('Port Amara')",
    );
    visit.role("button", "Look at it").click();
    visit.wait_for_link("en/water/n1/?geo=c3");
    // Then it is told at the foot.
    wait_for_pin(&visit, false);
    wait_for_readout(&visit, "Port Amara, North: ");
    visit.wait_for("document.activeElement !== document.body");
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
