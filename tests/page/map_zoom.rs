//! Looking closer: by a click, buttons, wheel, fingers and a drag.

use jangkau::geo::UNITS_PER_PX;
use jangkau::view_state::MapForm;
use serde_json::{Value, json};

use super::map_read::{in_window, map, named, shapes, wait_for_readout};
use super::{Visit, headline, visit, wait_for_headline};
use crate::support::made::MAP_GEOMETRY;

const CENTRE: &str = "c";

/// A visitor whose map moves at once.
#[track_caller]
pub(super) fn still(link: &str) -> Visit {
    let visit = visit(link);
    visit.set_reduced_motion();
    map(&visit);
    visit
}

pub(super) fn mouse(visit: &Visit, kind: &str, (x, y): (f64, f64), buttons: u8) {
    let event = json!({
        "type": kind, "x": x.round(), "y": y.round(), "buttons": buttons,
        "button": if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" },
        "clickCount": u8::from(kind != "mouseMoved"),
    });
    visit.call("Input.dispatchMouseEvent", event);
}

pub(super) fn click(visit: &Visit, at: (f64, f64)) {
    mouse(visit, "mouseMoved", at, 0);
    mouse(visit, "mousePressed", at, 1);
    mouse(visit, "mouseReleased", at, 0);
}

/// A click tells of what is there, and a second one looks at it.
pub(super) fn click_twice(visit: &Visit, at: (f64, f64)) {
    click(visit, at);
    visit.wait_for("document.querySelector('.readout .card-actions') !== null");
    click(visit, at);
}

/// Where the point of a commune is in the window.
#[track_caller]
pub(super) fn commune(visit: &Visit, name: &str) -> (f64, f64) {
    let shapes = shapes(MapForm::Geo);
    in_window(visit, &[shapes[named(name)].point_px])[0]
}

/// Left, top, right and bottom in the window of what is left of the communes whose codes begin so,
/// and of the map.
#[track_caller]
fn boxes(visit: &Visit, code: &str) -> [[f64; 4]; 2] {
    let communes = super::map_read::communes();
    let within = communes
        .iter()
        .enumerate()
        .filter(|(_, it)| it.0.starts_with(code));
    let within: Vec<usize> = within.map(|(at, _)| at).collect();
    let found = map(visit).script(&format!(
        "const sides = (boxes) => [Math.min(...boxes.map((it) => it.left)), Math.min(...boxes.map((it) => it.top)),
           Math.max(...boxes.map((it) => it.right)), Math.max(...boxes.map((it) => it.bottom))];
         const shapes = [...this.querySelectorAll('path[data-at]')];
         return [sides({within:?}.map((at) => shapes[at].getBoundingClientRect())), sides([this.getBoundingClientRect()])]",
    ));
    let sides = |it: &Value| [0, 1, 2, 3].map(|at| it[at].as_f64().unwrap());
    [sides(&found[0]), sides(&found[1])]
}

fn width([left, _, right, _]: [f64; 4]) -> f64 {
    right - left
}

/// How many times as large as the whole, which fits the box by its width or by its height.
#[track_caller]
pub(super) fn scale(visit: &Visit) -> f64 {
    let found = map(visit).script(
        "const drawn = this.querySelector('path[data-at]').getScreenCTM(); return [drawn.a, this.clientWidth, this.clientHeight]",
    );
    let [unit, width, height] = [0, 1, 2].map(|at| found[at].as_f64().unwrap());
    let picture = MAP_GEOMETRY.size_px(MapForm::Geo);
    let fitted = (width / picture.0).min(height / picture.1);
    unit * UNITS_PER_PX / fitted
}

#[track_caller]
pub(super) fn wait_for_scale(visit: &Visit, holds: impl Fn(f64) -> bool) -> f64 {
    visit.wait_until("another size of the map", || {
        Some(scale(visit)).filter(|it| holds(*it))
    })
}

pub(super) fn is_whole(scale: f64) -> bool {
    (scale - 1.0).abs() < 0.01
}

#[test]
fn two_clicks_on_a_commune_look_at_it_and_show_its_district() {
    let visit = still("id/water/?source=piped");
    let [before, _] = boxes(&visit, CENTRE);
    click_twice(&visit, commune(&visit, "Dunmoor"));
    visit.wait_for_link("id/water/c3/?source=piped");
    // 8 x 5 x 100.
    wait_for_headline(&visit, "sekitar 4.000 rumah tangga berair pipa di Dunmoor");
    wait_for_scale(&visit, |scale| scale > 1.2);
    let [now, frame] = boxes(&visit, CENTRE);
    assert!(width(now) > 1.2 * width(before), "{before:?} {now:?}");
    let inside =
        now[0] >= frame[0] && now[1] >= frame[1] && now[2] <= frame[2] && now[3] <= frame[3];
    assert!(inside, "{now:?} in {frame:?}");
    let filled = (now[2] - now[0]) / (frame[2] - frame[0]);
    let filled = filled.max((now[3] - now[1]) / (frame[3] - frame[1]));
    assert!(filled > 0.7, "{now:?} in {frame:?}");
    // A neighbour there.
    click_twice(&visit, commune(&visit, "Lembah Lenna"));
    visit.wait_for_link("id/water/c2/?source=piped");
    visit.expect_no_complaint();
}

#[test]
fn steps_up_bring_the_whole_back() {
    let visit = still("id/water/c1/");
    wait_for_scale(&visit, |scale| scale > 1.2);
    let near = boxes(&visit, CENTRE)[0];
    visit.role("link", "Tengah").click();
    visit.wait_for_link("id/water/district/centre/");
    wait_for_readout(&visit, "Tengah: 45.000 rumah tangga");
    let now = boxes(&visit, CENTRE)[0];
    assert!((width(now) - width(near)).abs() < 1.0, "{now:?} {near:?}");
    visit.role("link", "Veluna").click();
    visit.wait_for_link("id/water/");
    wait_for_scale(&visit, is_whole);
    visit.back();
    wait_for_scale(&visit, |scale| scale > 1.2);
    wait_for_headline(&visit, "45.000 rumah tangga di Tengah");
    visit.forward();
    wait_for_scale(&visit, is_whole);
    visit.expect_no_complaint();
}

#[test]
fn buttons_zoom_in_and_out_and_show_the_whole() {
    let visit = still("id/water/");
    let press = |name: &str| visit.role("button", name).click();
    press("Perbesar");
    let once = wait_for_scale(&visit, |scale| scale > 1.1);
    press("Perbesar");
    let twice = wait_for_scale(&visit, |scale| scale > 1.1 * once);
    press("Perkecil");
    let back = wait_for_scale(&visit, |scale| scale < 0.9 * twice);
    assert!((back - once).abs() < 0.01, "{back} {once}");
    press("Seluruh peta");
    wait_for_scale(&visit, is_whole);
    press("Perkecil");
    assert!(is_whole(scale(&visit)));
    for _ in 0..9 {
        press("Perbesar");
    }
    let most = wait_for_scale(&visit, |scale| scale > 20.0);
    assert!(most < 31.0, "{most}");
    // It is no choice: link and figures stay, and from a place the whole can be had all the same.
    visit.wait_for_link("id/water/");
    visit.follow("id/water/c1/");
    wait_for_scale(&visit, |scale| scale > 1.2);
    press("Seluruh peta");
    wait_for_scale(&visit, is_whole);
    visit.wait_for_link("id/water/c1/");
    assert!(headline(&visit).starts_with("25.000 rumah tangga"));
}
