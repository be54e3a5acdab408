//! Pointing: what is said, and that nothing is too small to be hit.

use std::collections::BTreeSet;

use jangkau::scene::{Shape, WIDTH_PX};
use jangkau::view_state::MapForm;

use super::map_read::{
    MAP_GEOMETRY, in_window, map, named, point_at, regions, shapes, wait_for_readout,
};
use super::{Visit, visit};
use serde_json::json;

/// Moves a real mouse to a point of the window.
fn move_to(visit: &Visit, (x, y): (f64, f64)) {
    let event = json!({ "type": "mouseMoved", "x": x.round(), "y": y.round() });
    visit.call("Input.dispatchMouseEvent", event);
}

/// How many pixels of the window one of the picture is.
fn times(visit: &Visit) -> f64 {
    map(visit)
        .script("return this.clientWidth")
        .as_f64()
        .unwrap()
        / WIDTH_PX
}

#[test]
fn what_is_pointed_at_is_named_with_its_figure_and_leaving_clears_it() {
    let visit = visit("id/prakerja/?year=2020..2021");
    map(&visit);
    let hint = "Tunjuk atau klik wilayah";
    wait_for_readout(&visit, hint);
    let shapes = shapes("region", MapForm::Geo);
    let malinau = named("Kabupaten Malinau");
    let at = in_window(&visit, &[shapes[malinau].point_px])[0];
    move_to(&visit, at);
    let said = wait_for_readout(&visit, "Kabupaten Malinau, Kalimantan Utara: ");
    let told = super::queried("id/prakerja/?year=2020..2021", Some("region"));
    let value = told["rows"][malinau]["value"].as_u64().unwrap();
    assert!(
        said.contains(&format!(": {} peserta, ", super::grouped(value, '.'))),
        "{said}"
    );
    assert!(
        said.contains(", peringkat ") && said.ends_with(", Perkiraan model"),
        "{said}"
    );
    // The sea around belongs to nobody.
    let far = in_window(&visit, &[(WIDTH_PX - 2.0, 2.0)])[0];
    move_to(&visit, far);
    wait_for_readout(&visit, hint);
    move_to(&visit, at);
    wait_for_readout(&visit, "Kabupaten Malinau");
    move_to(&visit, (3.0, 3.0));
    wait_for_readout(&visit, hint);
    // Where a place is in focus, that is what is told.
    visit.follow("id/prakerja/3273/");
    map(&visit);
    wait_for_readout(&visit, "Kota Bandung, Jawa Barat: 182.399 peserta");
    visit.expect_no_complaint();
}

/// The regions that are not what is said at their own point.
#[track_caller]
fn missed(visit: &Visit, shapes: &[Shape], among: &[usize]) -> Vec<usize> {
    let points: Vec<(f64, f64)> = among.iter().map(|at| shapes[*at].point_px).collect();
    let said = point_at(visit, &in_window(visit, &points));
    let regions = regions();
    let is_hit = |(at, line): &(&usize, &(String, String))| {
        line.0.starts_with(&format!("{}, ", regions[**at].1))
    };
    let missed = among.iter().zip(&said).filter(|it| !is_hit(it));
    missed.map(|(at, _)| *at).collect()
}

fn all() -> Vec<usize> {
    (0..514).collect()
}

fn names(some: &[usize]) -> Vec<String> {
    some.iter().map(|at| regions()[*at].1.clone()).collect()
}

#[test]
fn every_region_is_hit_at_its_point_in_a_wide_window() {
    let visit = visit("id/prakerja/");
    visit.set_window(1440, 900);
    let missed = missed(&visit, &shapes("region", MapForm::Geo), &all());
    assert!(missed.is_empty(), "{:?}", names(&missed));
}

/// A pixel is the least that a mouse can move: closer points are told apart in their province.
#[test]
fn every_region_is_hit_at_its_point_in_a_narrow_window_or_in_its_province() {
    let visit = visit("id/prakerja/");
    visit.set_reduced_motion();
    visit.set_window(360, 740);
    let shapes = shapes("region", MapForm::Geo);
    let crowded = missed(&visit, &shapes, &all());
    let pixel = 1.5 / times(&visit);
    for at in &crowded {
        let near = (0..514).filter(|other| apart(&shapes, *at, *other) < pixel);
        assert!(near.count() > 1, "{:?}", names(&[*at]));
    }
    assert!(crowded.len() < 15, "{:?}", names(&crowded));
    let provinces: BTreeSet<String> = crowded
        .iter()
        .map(|at| regions()[*at].0[..2].to_owned())
        .collect();
    for province in provinces {
        visit.follow(&format!("id/prakerja/province-2020/{province}/"));
        let within: Vec<usize> = all()
            .into_iter()
            .filter(|at| regions()[*at].0.starts_with(&province))
            .collect();
        let missed = missed(&visit, &shapes, &within);
        assert!(missed.is_empty(), "{province}: {:?}", names(&missed));
    }
}

/// How far the points of two regions are apart, in pixels of the picture.
fn apart(shapes: &[Shape], one: usize, other: usize) -> f64 {
    far(shapes[one].point_px, shapes[other].point_px)
}

fn far(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

#[test]
fn every_tile_is_hit() {
    let visit = visit("id/prakerja/?map=tile");
    for width_px in [1440, 360] {
        visit.set_window(width_px, 740);
        let missed = missed(&visit, &shapes("region", MapForm::Tile), &all());
        assert!(missed.is_empty(), "{width_px}: {:?}", names(&missed));
    }
}

#[test]
fn a_small_place_is_hit_ten_pixels_off() {
    let visit = visit("id/prakerja/");
    let shapes = shapes("region", MapForm::Geo);
    let (regions, (_, height_px)) = (regions(), MAP_GEOMETRY.size_px(MapForm::Geo));
    for width_px in [360, 1440] {
        visit.set_window(width_px, 740);
        let pixel = 1.0 / times(&visit);
        let side = |shape: &Shape| {
            let (least, most) = (shape.bounds_px.least, shape.bounds_px.most);
            (most.0 - least.0).min(most.1 - least.1)
        };
        let (mut around, mut meant) = (Vec::new(), Vec::new());
        for (at, shape) in shapes.iter().enumerate() {
            let (x, y) = shape.point_px;
            let off = 10.0 * pixel;
            for point in [(x - off, y), (x + off, y), (x, y - off), (x, y + off)] {
                if !(0.0..height_px).contains(&point.1) || !(0.0..WIDTH_PX).contains(&point.0) {
                    continue;
                }
                // Where another place's point is as near, either may be meant.
                let others = shapes.iter().enumerate().filter(|(other, _)| *other != at);
                let mut others = others.map(|(_, other)| far(other.point_px, point));
                if side(shape) < 20.0 * pixel && others.all(|it| it > off + 2.0 * pixel) {
                    around.push(point);
                    meant.push(at);
                }
            }
        }
        assert!(meant.len() > 20, "{width_px}: {}", meant.len());
        let said = point_at(&visit, &in_window(&visit, &around));
        for (at, (line, _)) in meant.iter().zip(&said) {
            let name = &regions[*at].1;
            assert!(
                line.starts_with(&format!("{name}, ")),
                "{width_px}: {name}: {line}"
            );
        }
    }
    // And by a real mouse.
    let sabang = shapes[named("Kota Sabang")].point_px;
    let (x, y) = in_window(&visit, &[sabang])[0];
    move_to(&visit, (x - 10.0, y));
    wait_for_readout(&visit, "Kota Sabang, Aceh: ");
    move_to(&visit, (x - 16.0, y));
    wait_for_readout(&visit, "Tunjuk atau klik");
}
