//! Looking closer: by a click, buttons, wheel, fingers and a drag.

use jangkau::view_state::MapForm;
use serde_json::{Value, json};

use super::map_read::{in_window, map, named, shapes, wait_for_readout};
use super::{Visit, headline, table, total_of, visit, wait_for_headline};
use crate::support::Name;

const JAVA: &str = "32";

/// A visitor whose map moves at once.
#[track_caller]
fn still(link: &str) -> Visit {
    let visit = visit(link);
    visit.set_reduced_motion();
    map(&visit);
    visit
}

fn mouse(visit: &Visit, kind: &str, (x, y): (f64, f64), buttons: u8) {
    let event = json!({
        "type": kind, "x": x.round(), "y": y.round(), "buttons": buttons,
        "button": if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" },
        "clickCount": u8::from(kind != "mouseMoved"),
    });
    visit.call("Input.dispatchMouseEvent", event);
}

fn click(visit: &Visit, at: (f64, f64)) {
    mouse(visit, "mouseMoved", at, 0);
    mouse(visit, "mousePressed", at, 1);
    mouse(visit, "mouseReleased", at, 0);
}

/// Where the point of a region is in the window.
#[track_caller]
fn region(visit: &Visit, name: &str) -> (f64, f64) {
    let shapes = shapes("region", MapForm::Geo);
    in_window(visit, &[shapes[named(name)].point_px])[0]
}

/// Left, top, right and bottom in the window of what is left of the regions whose codes begin so,
/// and of the map.
#[track_caller]
fn boxes(visit: &Visit, code: &str) -> [[f64; 4]; 2] {
    let regions = super::map_read::regions();
    let within = regions
        .iter()
        .enumerate()
        .filter(|(_, it)| it.0.starts_with(code));
    let within: Vec<usize> = within.map(|(at, _)| at).collect();
    let found = map(visit).script(&format!(
        "const sides = (boxes) => [Math.min(...boxes.map((it) => it.left)), Math.min(...boxes.map((it) => it.top)),
           Math.max(...boxes.map((it) => it.right)), Math.max(...boxes.map((it) => it.bottom))];
         const shapes = [...this.querySelectorAll('path[id]')];
         return [sides({within:?}.map((at) => shapes[at].getBoundingClientRect())), sides([this.getBoundingClientRect()])]",
    ));
    let sides = |it: &Value| [0, 1, 2, 3].map(|at| it[at].as_f64().unwrap());
    [sides(&found[0]), sides(&found[1])]
}

fn width([left, _, right, _]: [f64; 4]) -> f64 {
    right - left
}

/// How many times as large as the whole.
#[track_caller]
fn scale(visit: &Visit) -> f64 {
    let times = map(visit).script(
        "const drawn = this.querySelector('path[id]').getScreenCTM(); return drawn.a / this.querySelector('svg').getScreenCTM().a",
    );
    times.as_f64().unwrap()
}

#[track_caller]
fn wait_for_scale(visit: &Visit, holds: impl Fn(f64) -> bool) -> f64 {
    visit.wait_until("another size of the map", || {
        Some(scale(visit)).filter(|it| holds(*it))
    })
}

fn is_whole(scale: f64) -> bool {
    (scale - 1.0).abs() < 0.01
}

#[test]
fn a_click_on_a_region_looks_at_it_and_shows_its_province() {
    let visit = still("id/prakerja/?sex=F");
    let [before, _] = boxes(&visit, JAVA);
    click(&visit, region(&visit, "Kabupaten Sukabumi"));
    visit.wait_for_link("id/prakerja/3202/?sex=F");
    let total = super::grouped(total_of("id/prakerja/3202/?sex=F"), '.');
    wait_for_headline(
        &visit,
        &format!("{total} peserta perempuan di Kabupaten Sukabumi"),
    );
    let row = table(&visit, "menurut")
        .script("return this.querySelector('[aria-current=location] th').innerText");
    assert!(
        row.as_str().unwrap().starts_with("Kabupaten Sukabumi"),
        "{row}"
    );
    wait_for_scale(&visit, |scale| scale > 4.0);
    let [now, frame] = boxes(&visit, JAVA);
    assert!(width(now) > 4.0 * width(before), "{before:?} {now:?}");
    let inside =
        now[0] >= frame[0] && now[1] >= frame[1] && now[2] <= frame[2] && now[3] <= frame[3];
    assert!(inside, "{now:?} in {frame:?}");
    let filled = (now[2] - now[0]) / (frame[2] - frame[0]);
    let filled = filled.max((now[3] - now[1]) / (frame[3] - frame[1]));
    assert!(filled > 0.7, "{now:?} in {frame:?}");
    // A neighbour there.
    click(&visit, region(&visit, "Kota Cirebon"));
    visit.wait_for_link("id/prakerja/3274/?sex=F");
    visit.expect_no_complaint();
}

#[test]
fn steps_up_bring_the_whole_back() {
    let visit = still("id/prakerja/3273/");
    wait_for_scale(&visit, |scale| scale > 4.0);
    let near = boxes(&visit, JAVA)[0];
    visit.role("link", "Jawa Barat").click();
    visit.wait_for_link("id/prakerja/province-2020/32/");
    wait_for_readout(&visit, "Jawa Barat: 2.689.328 peserta");
    assert_eq!(
        boxes(&visit, JAVA)[0][2] - boxes(&visit, JAVA)[0][0],
        near[2] - near[0]
    );
    visit.role("link", "Indonesia").click();
    visit.wait_for_link("id/prakerja/");
    wait_for_scale(&visit, is_whole);
    visit.back();
    wait_for_scale(&visit, |scale| scale > 4.0);
    wait_for_headline(&visit, "2.689.328 peserta di Jawa Barat");
    visit.forward();
    wait_for_scale(&visit, is_whole);
    visit.expect_no_complaint();
}

#[test]
fn buttons_zoom_in_and_out_and_show_the_whole() {
    let visit = still("id/prakerja/");
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
    visit.wait_for_link("id/prakerja/");
    visit.follow("id/prakerja/3273/");
    wait_for_scale(&visit, |scale| scale > 4.0);
    press("Seluruh peta");
    wait_for_scale(&visit, is_whole);
    visit.wait_for_link("id/prakerja/3273/");
    assert!(headline(&visit).starts_with("182.399 peserta"));
}

fn wheel(visit: &Visit, (x, y): (f64, f64), down: f64) {
    let event = json!({ "type": "mouseWheel", "x": x.round(), "y": y.round(), "deltaX": 0, "deltaY": down });
    visit.call("Input.dispatchMouseEvent", event);
}

#[test]
fn the_wheel_zooms_about_the_pointer_and_scrolls_the_page_where_the_map_is_whole() {
    let visit = still("id/prakerja/");
    let at = region(&visit, "Kabupaten Malinau");
    mouse(&visit, "mouseMoved", at, 0);
    wheel(&visit, at, -120.0);
    let once = wait_for_scale(&visit, |scale| scale > 1.1);
    wheel(&visit, at, -120.0);
    wait_for_scale(&visit, |scale| scale > 1.1 * once);
    let now = region(&visit, "Kabupaten Malinau");
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
    visit.wait_for_link("id/prakerja/");
}

#[test]
fn a_drag_moves_a_map_that_is_zoomed_into_and_chooses_nothing() {
    let visit = still("id/prakerja/");
    visit.role("button", "Perbesar").click();
    wait_for_scale(&visit, |scale| scale > 1.1);
    let at = region(&visit, "Kabupaten Malinau");
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
        Some(region(&visit, "Kabupaten Malinau")).filter(|now| (now.0 - to.0).abs() < 3.0)
    });
    assert!((now.1 - to.1).abs() < 3.0, "{to:?} {now:?}");
    visit.wait_for_link("id/prakerja/");
    wait_for_headline(&visit, "17.500.000 peserta");
    // The next click does choose.
    click(&visit, now);
    visit.role("heading", Name::contains("di Kabupaten Malinau"));
    visit.expect_no_complaint();
}

#[test]
fn two_fingers_zoom_and_one_scrolls_the_page() {
    let visit = visit("id/prakerja/");
    visit.set_reduced_motion();
    let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 3, "mobile": true });
    visit.call("Emulation.setDeviceMetricsOverride", phone);
    visit.call(
        "Emulation.setTouchEmulationEnabled",
        json!({ "enabled": true, "maxTouchPoints": 2 }),
    );
    map(&visit);
    let (x, y) = region(&visit, "Kabupaten Malinau");
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
    let now = region(&visit, "Kabupaten Malinau");
    assert!(
        (now.0 - x).abs() < 8.0 && (now.1 - y).abs() < 8.0,
        "{now:?} from {:?}",
        (x, y)
    );
    visit.wait_for_link("id/prakerja/");
    // A tap chooses.
    touch("touchStart", &[now]);
    touch("touchEnd", &[]);
    visit.role("heading", Name::contains("di Kabupaten Malinau"));
    // One finger scrolls the page.
    let (x, y) = region(&visit, "Kabupaten Malinau");
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
