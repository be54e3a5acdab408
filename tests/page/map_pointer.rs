//! Pointing: what is said, and that nothing is too small to be hit.

use jangkau::scene::Shape;
use jangkau::view_state::MapForm;

use super::map_read::{communes, in_window, map, named, point_at, shapes, wait_for_readout};
use super::{Visit, visit};
use serde_json::json;

/// Moves a real mouse to a point of the window.
pub(super) fn move_to(visit: &Visit, (x, y): (f64, f64)) {
    let event = json!({ "type": "mouseMoved", "x": x.round(), "y": y.round() });
    visit.call("Input.dispatchMouseEvent", event);
}

#[test]
fn what_is_pointed_at_is_named_with_its_figure_and_leaving_clears_it() {
    let visit = visit("id/water/?period=2020..2021");
    map(&visit);
    let hint = "Tunjuk atau klik tempat";
    wait_for_readout(&visit, hint);
    let shapes = shapes(MapForm::Geo);
    let point = |name: &str| shapes[named(name)].point_px;
    let at = in_window(&visit, &[point("Dunmoor")])[0];
    move_to(&visit, at);
    // 8 x (2 + 3) x 100; five of the nine published have more.
    let said = wait_for_readout(&visit, "Dunmoor, Tengah: 4.000 rumah tangga, ");
    assert!(
        said.ends_with(", ● diterbitkan untuk tempat ini, peringkat 6 dari 9 yang diterbitkan"),
        "{said}"
    );
    // The sea between two communes belongs to nobody.
    let (west, east) = (point("Hollin"), point("Ostra"));
    let far = in_window(&visit, &[(f64::midpoint(west.0, east.0), west.1)])[0];
    move_to(&visit, far);
    wait_for_readout(&visit, hint);
    move_to(&visit, at);
    wait_for_readout(&visit, "Dunmoor");
    move_to(&visit, (3.0, 3.0));
    wait_for_readout(&visit, hint);
    // Where a place is in focus, that is what is told.
    visit.follow("id/water/n1/");
    map(&visit);
    wait_for_readout(&visit, "Port Amara, Utara: 12.000 rumah tangga");
    visit.expect_no_complaint();
}

/// The communes that are not what is said at their own point.
#[track_caller]
fn missed(visit: &Visit, shapes: &[Shape]) -> Vec<String> {
    let points: Vec<(f64, f64)> = shapes.iter().map(|shape| shape.point_px).collect();
    let said = point_at(visit, &in_window(visit, &points));
    let names = communes().into_iter().map(|(_, name)| name).zip(&said);
    let missed = names.filter(|(name, line)| !line.0.starts_with(&format!("{name}, ")));
    missed.map(|(name, _)| name).collect()
}

#[test]
fn every_commune_is_hit_at_its_point() {
    let visit = visit("id/water/");
    for width_px in [1440, 360] {
        visit.set_window(width_px, 740);
        let missed = missed(&visit, &shapes(MapForm::Geo));
        assert!(missed.is_empty(), "{width_px}: {missed:?}");
    }
}

#[test]
fn every_tile_is_hit() {
    let visit = visit("id/water/?map=tile");
    for width_px in [1440, 360] {
        visit.set_window(width_px, 740);
        let missed = missed(&visit, &shapes(MapForm::Tile));
        assert!(missed.is_empty(), "{width_px}: {missed:?}");
    }
}
