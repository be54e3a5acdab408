//! The shipped map: 514 regions, many of them small and close together.

#[path = "../support/shipped.rs"]
#[allow(dead_code, reason = "selections are of other test programs")]
mod data;

use std::collections::BTreeSet;

use jangkau::geo::UNITS_PER_PX;
use jangkau::scene::{Shape, WIDTH_PX};
use jangkau::view_state::MapForm;

use data::{MAP_GEOMETRY, PRAKERJA};

use super::map::check_sum;
use super::map_pointer::move_to;
use super::map_read::{description, in_window, map, point_at, wait_for_readout};
use super::map_text::{ID, check};
use super::{Visit, visit};

/// The shapes of the regions.
fn shapes(form: MapForm) -> Vec<Shape> {
    MAP_GEOMETRY.shapes(&PRAKERJA, PRAKERJA.axis("region").unwrap(), form)
}

/// Code and Indonesian name of every region, in the order of the dataset.
fn regions() -> Vec<(String, String)> {
    let members = PRAKERJA.members(PRAKERJA.axis("region").unwrap()).iter();
    members
        .map(|(_, it)| {
            let name = it.label().in_lang("id");
            (it.code().as_str().to_owned(), name.to_owned())
        })
        .collect()
}

/// How many pixels of the window one of the picture is.
fn times(visit: &Visit) -> f64 {
    let times = map(visit).script("return this.querySelector('path[data-at]').getScreenCTM().a");
    times.as_f64().unwrap() * UNITS_PER_PX
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
    let visit = visit("id/prakerja/?level=region");
    visit.set_window(1440, 900);
    let missed = missed(&visit, &shapes(MapForm::Geo), &all());
    assert!(missed.is_empty(), "{:?}", names(&missed));
}

/// A pixel is the least that a mouse can move: closer points are told apart in their province.
#[test]
fn every_region_is_hit_at_its_point_in_a_narrow_window_or_in_its_province() {
    let visit = visit("id/prakerja/?level=region");
    visit.set_reduced_motion();
    visit.set_window(360, 740);
    let shapes = shapes(MapForm::Geo);
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
fn every_tile_of_514_is_hit() {
    let visit = visit("id/prakerja/?map=tile&level=region");
    for width_px in [1440, 360] {
        visit.set_window(width_px, 740);
        let missed = missed(&visit, &shapes(MapForm::Tile), &all());
        assert!(missed.is_empty(), "{width_px}: {:?}", names(&missed));
    }
}

#[test]
fn a_small_place_is_hit_ten_pixels_off() {
    let visit = visit("id/prakerja/?level=region");
    let shapes = shapes(MapForm::Geo);
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
    let sabang = shapes[regions
        .iter()
        .position(|(_, name)| name == "Kota Sabang")
        .unwrap()]
    .point_px;
    let (x, y) = in_window(&visit, &[sabang])[0];
    move_to(&visit, (x - 10.0, y));
    wait_for_readout(&visit, "Kota Sabang, Aceh: ");
    move_to(&visit, (x - 16.0, y));
    wait_for_readout(&visit, "Tunjuk atau klik");
}

#[test]
fn every_region_is_in_a_line_of_the_legend() {
    let visit = visit("id/prakerja/?class=natural7&level=region");
    map(&visit);
    assert_eq!(check_sum(&visit, 514).len(), 7);
}

#[test]
fn highest_and_lowest_provinces_are_those_of_the_table() {
    check("id/prakerja/", "menurut", 2, ID);
}

#[test]
fn where_no_share_was_published_no_place_has_a_class() {
    let visit = visit("en/prakerja/3273/?as=share&sex=F&classes=all");
    map(&visit);
    let text = description(&visit);
    assert!(text.contains("no place can be given a class"), "{text}");
    assert!(
        text.contains("514 places without a class: ○ pattern by provinces only, no rank ("),
        "{text}"
    );
}

#[test]
fn a_click_leads_from_regencies_that_repeat_a_pattern_to_provinces() {
    let visit = visit("en/prakerja/?as=share&training=never&level=region");
    map(&visit);
    visit.wait_for_text("514 of 514 places only repeat a pattern.");
    visit.role("button", "Show by provinces").click();
    visit.wait_for_link("en/prakerja/?training=never&as=share");
    visit.wait_until("the provinces", || {
        (super::map_read::fills(&visit).len() == 34).then_some(())
    });
    visit.expect_no_complaint();
}

#[test]
fn the_first_map_is_of_provinces_and_a_look_at_one_shows_its_regencies() {
    let visit = visit("en/prakerja/");
    map(&visit);
    assert_eq!(check_sum(&visit, 34).len(), 5);
    map(&visit).focus();
    visit.type_text("jawa barat");
    wait_for_readout(&visit, "Jawa Barat: ");
    visit.press("Enter");
    visit.wait_for_link("en/prakerja/province-2020/32/");
    visit.wait_until("the regencies", || {
        (super::map_read::fills(&visit).len() == 514).then_some(())
    });
    super::wait_for_headline(&visit, "2,689,328 participants");
    visit.expect_no_complaint();
}
