//! The place in focus, and the line around it.

use jangkau::cube::Axis;
use jangkau::scale::Theme;
use jangkau::scene::MapGeometry;
use jangkau::view_state::{MapForm, Place};
use roxmltree::Document;

use super::{bare, drawn, lines, opened};

#[test]
fn a_place_in_focus_is_outlined_named_and_seen_from_near() {
    for (link, line) in [
        ("id/water/district-2021/south/", "Selatan (2021): "),
        ("id/water/c3/", "Dunmoor, Tengah: "),
        ("id/water/c3/?level=district", "Dunmoor, Tengah: "),
    ] {
        let svg = drawn(link, Theme::Light);
        let document = Document::parse(&svg).unwrap();
        assert!(
            lines(&document).iter().any(|text| text.starts_with(line)),
            "{link}"
        );
        let mut nodes = document.descendants();
        assert!(
            nodes.any(
                |node| node.has_tag_name("path") && node.attribute("stroke") == Some("#b3470b")
            )
        );
        let transforms = document
            .descendants()
            .filter_map(|node| node.attribute("transform"));
        let scale = transforms.filter_map(|it| {
            it.rsplit_once("scale(")?
                .1
                .trim_end_matches(')')
                .parse::<f64>()
                .ok()
        });
        assert!(scale.into_iter().any(|scale| scale > 1.5), "{link}");
        let text = document
            .descendants()
            .find(|node| node.has_tag_name("desc"))
            .unwrap();
        assert!(text.text().unwrap().contains(line), "{link}");
    }
    let whole = drawn("id/water/", Theme::Light);
    assert!(whole.contains("scale(1.00000)") && !whole.contains("stroke=\"#b3470b\""));
}

/// Start and end of every line of a path, in units.
fn ends(path: &str) -> Vec<[(i64, i64); 2]> {
    let lines = path.split('M').filter(|line| !line.is_empty());
    let ends = lines.map(|line| {
        let spaced = line.replace('-', " -").replace('l', " ");
        let numbers = spaced
            .split_whitespace()
            .map(|it| it.parse::<i64>().unwrap());
        let numbers: Vec<i64> = numbers.collect();
        let points = numbers.chunks(2).map(|at| (at[0], at[1]));
        let end = points.reduce(|at, step| (at.0 + step.0, at.1 + step.1));
        [(numbers[0], numbers[1]), end.unwrap()]
    });
    ends.collect()
}

#[test]
fn the_line_around_a_place_closes_and_leaves_out_the_lakes_in_it() {
    let (opened, topology) = opened("id/water/");
    let cube = &opened.cube;
    let geometry = MapGeometry::new(bare(&topology, true), cube).unwrap();
    let with_lakes = MapGeometry::new(topology, cube).unwrap();
    let districts = cube.axis("district").unwrap();
    let mut without_lake = Vec::new();
    for axis in [Axis::of_dimension(districts.dimension()), districts] {
        for (at, _) in cube.members(axis).iter() {
            let place = Place { axis, at };
            for (geometry, form) in [
                (&geometry, MapForm::Tile),
                (&geometry, MapForm::Geo),
                (&with_lakes, MapForm::Geo),
            ] {
                let outline = geometry.outline(cube, place, form);
                let mut points: Vec<(i64, i64)> = ends(&outline).concat();
                points.sort_unstable();
                let meet = points.chunk_by(|a, b| a == b);
                assert!(!points.is_empty() && meet.into_iter().all(|at| at.len() % 2 == 0));
            }
            let lines =
                |geometry: &MapGeometry| ends(&geometry.outline(cube, place, MapForm::Geo)).len();
            if lines(&with_lakes) < lines(&geometry) {
                without_lake.push(cube.members(axis).get(at).code().as_str());
            }
        }
    }
    // Port Lenna has the lake, and lies in the centre.
    assert_eq!(without_lake, ["c1", "centre"]);
}
