//! The periods of a view as lines.

use jangkau::publish::query::{Form, answer};
use jangkau::scale::Theme;
use roxmltree::{Document, Node};

use super::{drawn, lines, opened};

/// The points of the lines, the last drawn first: that of the place in focus.
fn drawn_lines(document: &Document) -> Vec<Vec<(f64, f64)>> {
    let is_line = |node: &Node| node.attribute("fill") == Some("none");
    let paths = document.descendants().filter(is_line);
    let points = |node: Node| -> Vec<(f64, f64)> {
        let path = node.attribute("d").unwrap().to_owned();
        let points = path.split(['M', 'L']).filter(|it| !it.is_empty());
        let pair = |it: &str| it.split_once(' ').map(|(x, y)| (x.parse(), y.parse()));
        points
            .filter_map(|it| match pair(it) {
                Some((Ok(x), Ok(y))) => Some((x, y)),
                Some(_) | None => None,
            })
            .collect()
    };
    let mut lines: Vec<_> = paths.map(points).filter(|it| it.len() > 1).collect();
    lines.reverse();
    lines
}

#[test]
fn the_lines_are_as_high_as_the_figures_that_stand_under_them() {
    let link = "en/water/n1/?source=piped&geo=c1&tab=trend";
    let svg = drawn(link, Theme::Light);
    let document = Document::parse(&svg).unwrap();
    let read = lines(&document);
    let drawn = drawn_lines(&document);
    assert_eq!(drawn.len(), 2);
    let (opened, _) = opened(link);
    let mut heights: Vec<(f64, f64)> = Vec::new();
    for (place, points) in ["n1", "c1"].into_iter().zip(drawn) {
        let link = format!("en/water/{place}/?source=piped");
        let told = answer(&opened, &link, Some("period"), Form::Json).unwrap();
        let told: serde_json::Value = serde_json::from_str(&told.text).unwrap();
        let rows = told["rows"].as_array().unwrap();
        assert_eq!(points.len(), rows.len());
        for (row, (_, y)) in rows.iter().zip(points) {
            let value = row["value"].as_f64().unwrap();
            let grouped = jangkau::words::messages("en").numbers.figure(value);
            assert!(read.contains(&&*grouped), "{grouped} in {read:?}");
            heights.push((value, y));
        }
    }
    // One scale from zero: the same height for the same number of people.
    let (first, foot) = (heights[0], heights[heights.len() - 1]);
    let per_person = (first.1 - foot.1) / (first.0 - foot.0);
    for (value, y) in heights {
        let expected = first.1 + (value - first.0) * per_person;
        assert!((y - expected).abs() < 0.05, "{value}: {y}, {expected}");
    }
}

#[test]
fn a_change_and_what_only_repeats_a_pattern_are_said() {
    let svg = drawn(
        "id/water/n1/?as=share&tenure=owner&from=2019&tab=trend",
        Theme::Dark,
    );
    let document = Document::parse(&svg).unwrap();
    // A long name stands on two lines.
    let read = lines(&document).join(" ");
    // Owners are 7 of 10, in 2022 6 of 10.
    for told in [
        "2019 → 2022",
        "Port Amara (○ hanya pola Veluna)",
        "−10,0 poin",
    ] {
        assert!(read.contains(told), "{told} in {read:?}");
    }
    // What is only a pattern is a ring, what is published a disc: four years each.
    let circles = |is_ring: bool| -> usize {
        let paths = document
            .descendants()
            .filter(|node| node.has_tag_name("path"));
        let drawn = paths.filter(|path| {
            path.attribute("fill") == Some("#14171a") && is_ring
                || path.attribute("stroke").is_none() && !is_ring
        });
        let drawn = drawn.filter_map(|path| path.attribute("d"));
        drawn
            .map(|path| path.matches("a5 5 0 1 0 10 0").count())
            .sum()
    };
    assert_eq!((circles(true), circles(false)), (8, 4));
    let nodes = document.descendants();
    let description = nodes.filter(|node| node.attribute("id") == Some("description"));
    let description: String = description.filter_map(|node| node.text()).collect();
    assert!(
        description.contains("Veluna (● diterbitkan untuk tempat ini): 2019 70%;"),
        "{description}"
    );
}
