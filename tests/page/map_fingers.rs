//! Looking closer by wheel, drag and fingers.

use serde_json::{Value, json};

use super::map_read::map;
use super::map_zoom::{click_twice, commune, is_whole, mouse, scale, still, wait_for_scale};
use super::{Visit, visit, wait_for_headline};
use crate::support::Name;

fn wheel(visit: &Visit, (x, y): (f64, f64), down: f64) {
    let event = json!({ "type": "mouseWheel", "x": x.round(), "y": y.round(), "deltaX": 0, "deltaY": down });
    visit.call("Input.dispatchMouseEvent", event);
}

#[test]
fn the_wheel_zooms_about_the_pointer_and_scrolls_the_page_where_the_map_is_whole() {
    let visit = still("id/water/");
    let at = commune(&visit, "Dunmoor");
    mouse(&visit, "mouseMoved", at, 0);
    wheel(&visit, at, -120.0);
    let once = wait_for_scale(&visit, |scale| scale > 1.1);
    wheel(&visit, at, -120.0);
    wait_for_scale(&visit, |scale| scale > 1.1 * once);
    let now = commune(&visit, "Dunmoor");
    assert!(
        (now.0 - at.0).abs() < 2.0 && (now.1 - at.1).abs() < 2.0,
        "{at:?} {now:?}"
    );
    let scrolled = || visit.evaluate("scrollY").as_f64().unwrap();
    let before = scrolled();
    wheel(&visit, at, 120.0);
    wait_for_scale(&visit, |scale| scale < 1.1 * once);
    wheel(&visit, at, 120.0);
    wait_for_scale(&visit, is_whole);
    assert!((scrolled() - before).abs() < 1.0);
    wheel(&visit, at, 120.0);
    visit.wait_until("the page to scroll", || {
        (scrolled() > before + 1.0).then_some(())
    });
    assert!(is_whole(scale(&visit)));
    visit.wait_for_link("id/water/");
}

#[test]
fn a_drag_moves_a_map_that_is_zoomed_into_and_chooses_nothing() {
    let visit = still("id/water/");
    // Twice: then it is larger than its box both ways, and can be moved both ways.
    visit.role("button", "Perbesar").click();
    visit.role("button", "Perbesar").click();
    wait_for_scale(&visit, |scale| scale > 3.0);
    let at = commune(&visit, "Dunmoor");
    let to = (at.0 - 90.0, at.1 + 40.0);
    mouse(&visit, "mouseMoved", at, 0);
    mouse(&visit, "mousePressed", at, 1);
    for part in 1..=5 {
        let part = f64::from(part) / 5.0;
        let on = (at.0 - 90.0 * part, at.1 + 40.0 * part);
        mouse(&visit, "mouseMoved", on, 1);
    }
    mouse(&visit, "mouseReleased", to, 0);
    let now = visit.wait_until("the map to move", || {
        Some(commune(&visit, "Dunmoor")).filter(|now| (now.0 - to.0).abs() < 3.0)
    });
    assert!((now.1 - to.1).abs() < 3.0, "{to:?} {now:?}");
    visit.wait_for_link("id/water/");
    wait_for_headline(&visit, "100.000 rumah tangga");
    // The next clicks do choose.
    click_twice(&visit, now);
    visit.role("heading", Name::contains("di Dunmoor"));
    visit.expect_no_complaint();
}

#[test]
fn two_fingers_zoom_and_one_scrolls_the_page() {
    let visit = visit("id/water/");
    visit.set_reduced_motion();
    let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 3, "mobile": true });
    visit.call("Emulation.setDeviceMetricsOverride", phone);
    visit.call(
        "Emulation.setTouchEmulationEnabled",
        json!({ "enabled": true, "maxTouchPoints": 2 }),
    );
    map(&visit);
    let (x, y) = commune(&visit, "Dunmoor");
    let touch = |kind: &str, points: &[(f64, f64)]| {
        let points = points.iter().enumerate();
        let points: Vec<Value> = points
            .map(|(id, (x, y))| json!({ "x": x.round(), "y": y.round(), "id": id }))
            .collect();
        let event = json!({ "type": kind, "touchPoints": points });
        visit.call("Input.dispatchTouchEvent", event);
    };
    let apart = |px: f64| [(x - px, y), (x + px, y)];
    touch("touchStart", &apart(20.0));
    for px in [25.0, 30.0, 40.0, 50.0, 60.0] {
        touch("touchMove", &apart(px));
    }
    touch("touchEnd", &[]);
    let scale = wait_for_scale(&visit, |scale| scale > 2.0);
    assert!(scale < 3.1, "{scale}");
    let page = visit.evaluate("visualViewport.scale");
    assert_eq!(page, 1, "the page is not zoomed with it");
    let now = commune(&visit, "Dunmoor");
    assert!(
        (now.0 - x).abs() < 8.0 && (now.1 - y).abs() < 8.0,
        "{now:?} from {:?}",
        (x, y)
    );
    visit.wait_for_link("id/water/");
    // A tap chooses.
    touch("touchStart", &[now]);
    touch("touchEnd", &[]);
    visit.role("heading", Name::contains("di Dunmoor"));
    // One finger scrolls the page.
    let (x, y) = commune(&visit, "Dunmoor");
    let scrolled = || visit.evaluate("scrollY").as_f64().unwrap();
    let before = scrolled();
    touch("touchStart", &[(x, y)]);
    for px in [10.0, 30.0, 60.0, 90.0, 120.0] {
        touch("touchMove", &[(x, y - px)]);
    }
    touch("touchEnd", &[]);
    visit.wait_until("the page to scroll", || {
        (scrolled() > before + 30.0).then_some(())
    });
    visit.expect_no_complaint();
}
