//! The map fills its box, whatever the proportions of that are.

use jangkau::view_state::MapForm;

use super::Visit;
use super::map_read::{in_window, map};
use super::map_zoom::still;
use crate::support::made::MAP_GEOMETRY;

/// What is left free between the sides of the picture and those of the box: left, right, above and
/// below, in CSS pixels. On a phone the legend has the foot of the box.
fn room(visit: &Visit, form: MapForm) -> [f64; 4] {
    let corners = in_window(visit, &[(0.0, 0.0), MAP_GEOMETRY.size_px(form)]);
    let inner = map(visit).script(
        "const box = this.getBoundingClientRect(), left = box.left + this.clientLeft, top = box.top + this.clientTop;
         const foot = parseFloat(getComputedStyle(this).paddingBottom);
         return [left, left + this.clientWidth, top, top + this.clientHeight - foot]",
    );
    let [left, right, top, bottom] = [0, 1, 2, 3].map(|at| inner[at].as_f64().unwrap());
    let [from, to] = [corners[0], corners[1]];
    [from.0 - left, right - to.0, from.1 - top, bottom - to.1]
}

/// Waits until the whole picture is as large as it fits, and in the middle.
#[track_caller]
fn wait_for_fit(visit: &Visit, form: MapForm) -> [f64; 4] {
    visit.wait_until("the whole map in the middle of its box", || {
        let room = room(visit, form);
        let [left, right, above, below] = room;
        let centred = (left - right).abs() < 1.0 && (above - below).abs() < 1.0;
        let fits = left.min(above).abs() < 1.0;
        (centred && fits).then_some(room)
    })
}

#[test]
fn the_whole_map_fits_its_box_at_any_size_of_the_window() {
    for (link, form) in [
        ("id/water/", MapForm::Geo),
        ("id/water/?map=tile", MapForm::Tile),
    ] {
        let visit = still(link);
        for (width_px, height_px) in [(1440, 900), (360, 740), (1024, 500)] {
            visit.set_window(width_px, height_px);
            wait_for_fit(&visit, form);
        }
        visit.expect_no_complaint();
    }
}

#[test]
fn a_box_of_other_proportions_leaves_room_where_the_picture_has_none() {
    let visit = still("id/water/");
    let set_height = |px: u32| {
        map(&visit).script(&format!("this.parentElement.style.height = '{px}px'"));
    };
    set_height(1600);
    let tall = visit.wait_until("a tall box", || {
        Some(wait_for_fit(&visit, MapForm::Geo)).filter(|room| room[2] > 100.0)
    });
    assert!(tall[0].abs() < 1.0, "{tall:?}");
    set_height(200);
    let wide = visit.wait_until("a low box", || {
        Some(wait_for_fit(&visit, MapForm::Geo)).filter(|room| room[0] > 100.0)
    });
    assert!(wide[2].abs() < 1.0, "{wide:?}");
    // The picture never makes its box grow.
    let height = map(&visit).script("return this.offsetHeight");
    assert_eq!(height, 200);
}
