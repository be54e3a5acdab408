//! The same map with one square a commune.

use std::collections::BTreeSet;

use jangkau::view_state::MapForm;

use super::map_read::{fills, in_window, legend, map, named, shapes, wait_for_readout};
use super::map_zoom::click_twice;
use super::{Visit, visit, wait_for_headline};
use crate::support::Name;

/// Waits until the shapes are all of one size, but for rounding, or of many.
#[track_caller]
fn wait_for_form(visit: &Visit, tiles: bool) {
    visit.wait_until("the other form", || {
        let sizes = map(visit).script(
            "const boxes = [...this.querySelectorAll('path[data-at]')].map((it) => it.getBBox());
             return ['width', 'height'].flatMap((side) => {
               const sides = boxes.map((it) => it[side]);
               return [Math.min(...sides), Math.max(...sides)];
             })",
        );
        let [narrow, wide, low, high] = [0, 1, 2, 3].map(|at| sizes[at].as_f64().unwrap());
        let same = wide < 1.02 * narrow && high < 1.02 * low;
        (same == tiles).then_some(())
    });
}

#[test]
fn tiles_are_one_click_away_with_the_same_colours_and_legend() {
    let visit = visit("id/water/?period=2021&class=natural6");
    let (colours, lines) = (fills(&visit), legend(&visit));
    visit.role("radio", "Kotak sama besar").click();
    visit.wait_for_link("id/water/?period=2021&map=tile&class=natural6");
    wait_for_form(&visit, true);
    assert_eq!(fills(&visit), colours);
    assert_eq!(legend(&visit), lines);
    assert_eq!(colours.len(), 12);
    let places = shapes(MapForm::Tile);
    let places: BTreeSet<String> = (places.iter())
        .map(|it| format!("{:.1} {:.1}", it.point_px.0, it.point_px.1))
        .collect();
    assert_eq!(places.len(), 12);
    visit.role("radio", "Wilayah").click();
    visit.wait_for_link("id/water/?period=2021&class=natural6");
    wait_for_form(&visit, false);
    assert_eq!(fills(&visit), colours);
    visit.expect_no_complaint();
}

#[test]
fn two_clicks_on_a_tile_look_at_its_commune() {
    let visit = visit("id/water/?map=tile");
    visit.set_reduced_motion();
    let dunmoor = named("Dunmoor");
    let shapes = shapes(MapForm::Tile);
    let (x, y) = in_window(&visit, &[shapes[dunmoor].point_px])[0];
    let side = || {
        let tile = map(&visit).script(&format!(
            "return this.querySelectorAll('path[data-at]')[{dunmoor}].getBoundingClientRect().width"
        ));
        tile.as_f64().unwrap()
    };
    let whole = side();
    click_twice(&visit, (x, y));
    visit.wait_for_link("id/water/c3/?map=tile");
    visit.role("heading", Name::contains("di Dunmoor"));
    wait_for_readout(&visit, "Dunmoor, Tengah: ");
    // Its district, four tiles of six, fills the map: the tile has grown.
    visit.wait_until("a larger tile", || (side() > 1.1 * whole).then_some(()));
    visit.expect_no_complaint();
}

#[test]
fn keys_walk_over_tiles_too() {
    let visit = visit("id/water/?map=tile");
    map(&visit).focus();
    visit.type_text("port amara");
    wait_for_readout(&visit, "Port Amara, Utara: ");
    visit.press("ArrowRight");
    wait_for_readout(&visit, "Perbukitan Amara, Utara: ");
}

#[test]
fn back_forward_and_reload_keep_form_and_classes() {
    let visit = visit("id/water/");
    map(&visit);
    let start = (fills(&visit), legend(&visit));
    super::map_read::open_settings(&visit);
    super::map_read::choose(&visit, "Kelas", "equal");
    visit.wait_for_link("id/water/?class=equal5");
    visit.wait_until("other classes", || {
        (legend(&visit) != start.1).then_some(())
    });
    let equal = (fills(&visit), legend(&visit));
    visit.role("radio", "Kotak sama besar").click();
    visit.wait_for_link("id/water/?map=tile&class=equal5");
    wait_for_form(&visit, true);
    visit.reload();
    super::has_started(&visit);
    map(&visit);
    assert_eq!((fills(&visit), legend(&visit)), equal);
    wait_for_form(&visit, true);
    super::map_read::open_settings(&visit);
    assert_eq!(
        visit.role("combobox", Name::starts_with("Kelas")).value(),
        "equal"
    );
    visit.back();
    visit.wait_for_link("id/water/?class=equal5");
    super::has_started(&visit);
    map(&visit);
    wait_for_form(&visit, false);
    visit.back();
    visit.wait_for_link("id/water/");
    super::has_started(&visit);
    visit.wait_until("the classes of before", || {
        ((fills(&visit), legend(&visit)) == start).then_some(())
    });
    assert_eq!(
        visit.role("combobox", Name::starts_with("Kelas")).value(),
        "quantile"
    );
    visit.forward();
    visit.wait_until("equal intervals again", || {
        ((fills(&visit), legend(&visit)) == equal).then_some(())
    });
    visit.forward();
    visit.wait_for_link("id/water/?map=tile&class=equal5");
    wait_for_form(&visit, true);
    assert_eq!((fills(&visit), legend(&visit)), equal);
    wait_for_headline(&visit, "100.000 rumah tangga");
    visit.expect_no_complaint();
}
