//! The map in every window and for every eye.

use serde_json::json;

use super::map_read::{fills, in_window, legend, map, named, shapes};
use super::{Visit, visit};
use crate::support::{Name, Scheme};
use jangkau::view_state::MapForm;

/// The map and its legend lie within the window, and nothing scrolls sideways.
#[track_caller]
fn check_window(visit: &Visit, width_px: u32) {
    visit.wait_for(&format!("innerWidth === {width_px}"));
    visit.wait_for("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    let [left, _, width, height] = map(visit).bounds_px();
    let window = f64::from(width_px);
    assert!(left >= 0.0 && left + width <= window, "{left} {width}");
    assert!(width > 0.85 * window.min(600.0), "{width} of {window}");
    // As high as its box, whatever the picture.
    assert!((280.0..=600.0).contains(&height), "{width} {height}");
    for control in ["Perbesar", "Perkecil", "Seluruh peta"] {
        let [left, top, width, height] = visit.role("button", control).bounds_px();
        assert!(width >= 24.0 && height >= 24.0, "{control}");
        assert!(left >= 0.0 && left + width <= window && top.is_finite());
    }
    for list in ["Kelas", "Banyaknya kelas"] {
        let [left, _, width, _] = visit.role("combobox", Name::starts_with(list)).bounds_px();
        assert!(left >= 0.0 && left + width <= window, "{list}");
    }
    assert!(!legend(visit).is_empty());
}

#[test]
fn it_fits_narrow_windows_and_a_zoom_of_four_hundred_per_cent() {
    let visit = visit("id/water/");
    for link in [
        "id/water/",
        "id/water/?map=tile&class=natural9",
        "id/water/n1/?as=rate",
    ] {
        visit.follow(link);
        map(&visit);
        super::map_read::open_settings(&visit);
        for width_px in [320, 360, 768, 1440] {
            visit.set_window(width_px, 740);
            check_window(&visit, width_px);
        }
        // A window of 1280 px and 400 %: as many pixels of the screen, four a CSS pixel.
        let zoomed =
            json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
        visit.call("Emulation.setDeviceMetricsOverride", zoomed);
        check_window(&visit, 320);
    }
    visit.expect_no_complaint();
}

#[test]
fn controls_of_the_map_do_not_cover_land_for_good() {
    // What lies under the buttons can be seen and hit once the map is moved: nothing else covers it.
    let visit = visit("id/water/");
    visit.set_reduced_motion();
    let shapes = shapes(MapForm::Geo);
    for width_px in [360, 1440] {
        visit.set_window(width_px, 740);
        let points: Vec<(f64, f64)> = shapes.iter().map(|it| it.point_px).collect();
        let points = json!(in_window(&visit, &points));
        let covered = visit.evaluate(&format!(
            "{points}.filter(([x, y]) => !document.querySelector('[role=application]').contains(document.elementFromPoint(x, y))).length"
        ));
        assert_eq!(covered, 0, "{width_px}");
    }
}

#[test]
fn it_moves_for_who_has_not_asked_for_less() {
    let moving = "[...document.querySelectorAll('[role=application] *')].filter((it) =>
        parseFloat(getComputedStyle(it).transitionDuration) > 0.01).length";
    let visit = visit("id/water/");
    map(&visit);
    visit.role("button", "Perbesar").click();
    visit.wait_until("the map to move", || {
        (visit.evaluate(moving).as_u64() > Some(0)).then_some(())
    });
    visit.set_reduced_motion();
    assert_eq!(visit.evaluate(moving), 0);
}

/// Every commune is filled, and the place in focus has an outline.
#[track_caller]
fn check_drawn(visit: &Visit, what: &str) {
    let drawn = map(visit).script(
        "const style = (paths) => [...this.querySelectorAll(paths)].map((it) => getComputedStyle(it));
         const outlines = style('g > path:not([id])').filter((it) => it.stroke.startsWith('rgb')
           && parseFloat(it.strokeWidth) >= 2 && it.d !== 'none' && it.d.length > 9);
         return [outlines.length, style('path[data-at]').filter((it) => /^rgb|shared|motif/.test(it.fill)).length]",
    );
    assert_eq!(drawn, json!([1, 12]), "{what}");
}

#[test]
fn it_has_its_colours_in_light_and_dark_and_forced_colours() {
    let visit = visit("id/water/c1/?classes=all");
    let mut seen = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        visit.set_scheme(scheme);
        map(&visit);
        let fills = fills(&visit);
        let lines = legend(&visit);
        for line in &lines {
            let filled = fills.iter().filter(|fill| **fill == line.fill).count();
            assert_eq!(filled, line.places, "{scheme:?} {line:?}");
        }
        check_drawn(&visit, &format!("{scheme:?}"));
        seen.push(fills);
    }
    assert_ne!(seen[0], seen[1], "dark has colours of its own");
    visit.set_media(&[("forced-colors", "active")]);
    let fills = fills(&visit);
    let lines = legend(&visit);
    assert_eq!(lines.len(), 5);
    for line in &lines {
        let filled = fills.iter().filter(|fill| **fill == line.fill).count();
        assert_eq!(filled, line.places, "forced colours {line:?}");
    }
    check_drawn(&visit, "forced colours");
    // The largest of all.
    let port_lenna = named("Port Lenna");
    assert_eq!(fills[port_lenna], lines.last().unwrap().fill);
    visit.expect_no_complaint();
}

#[test]
fn where_contrast_is_asked_for_each_class_has_a_sign_in_map_and_legend() {
    let visit = visit("id/water/?classes=all");
    map(&visit);
    let signs = || {
        map(&visit).script(
            "const path = (id) => document.querySelector(`#${id} path`)?.getAttribute('d');
             const shapes = [...this.querySelectorAll('path[data-at]')].map((it) => getComputedStyle(it).fill);
             const inMap = [...new Set(shapes.map((fill) => /#(motif-[0-9])/.exec(fill)?.[1] ?? ''))].filter(Boolean).sort();
             const lines = [...this.closest('.map-panel').querySelectorAll('.map-legend li > span:first-child')];
             const inLegend = lines.map((it) => /path d='([^']*)'/.exec(getComputedStyle(it, '::before').backgroundImage)?.[1] ?? '');
             return [inMap.map(path), inLegend]",
        )
    };
    assert_eq!(signs()[0], json!([]), "nothing is asked for");
    for (media, value) in [("prefers-contrast", "more"), ("forced-colors", "active")] {
        visit.set_media(&[(media, value)]);
        let found = visit.wait_until("signs on the map", || {
            let found = signs();
            (found[0].as_array().is_some_and(|signs| signs.len() == 5)).then_some(found)
        });
        assert_eq!(found[0], found[1], "{media}");
        assert_eq!(found[1].as_array().map(Vec::len), Some(5));
    }
    visit.expect_no_complaint();
}
