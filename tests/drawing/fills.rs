//! How places are filled, and what the legend counts.

use jangkau::publish::draw::{DrawError, draw};
use jangkau::scale::Theme;
use jangkau::scene::{Fill, MapScene};
use roxmltree::{Document, Node};

use super::{bare, drawn, lines, opened, places, scene};

/// Every place is filled as the scene says, and the legend counts what is drawn.
#[track_caller]
fn check_fills(svg: &str, scene: &MapScene, theme: Theme) {
    let document = Document::parse(svg).unwrap();
    let places = places(&document);
    assert_eq!(places.len(), scene.fills.len());
    let lines = lines(&document);
    let colours = scene.colours(theme);
    for line in &scene.legend {
        let expected = match (line.fill.pattern(), line.fill) {
            (Some(name), _) => format!("url(#map-{name})"),
            (None, fill) => {
                let Fill::Colour(class) = fill else {
                    unreachable!("the legend names no other")
                };
                colours[class].to_string()
            }
        };
        // What is shared out is counted with its class.
        let striped = if let Fill::Colour(class) = line.fill {
            format!("url(#map-shared-{class})")
        } else {
            expected.clone()
        };
        let filled = |node: &&Node| {
            let fill = node.parent().unwrap().attribute("fill");
            fill == Some(&expected) || fill == Some(&striped)
        };
        assert_eq!(
            places.iter().filter(filled).count(),
            line.places,
            "{expected}"
        );
        assert!(lines.contains(&&*line.label), "{}", line.label);
    }
    let stripes = places.iter().filter(|node| {
        let fill = node.parent().unwrap().attribute("fill");
        fill.is_some_and(|fill| fill.starts_with("url(#map-shared-"))
    });
    assert_eq!(stripes.count() > 0, scene.shared_note.is_some());
    // What they mean stands beside a swatch of them.
    let swatch = scene
        .shared_note
        .iter()
        .filter_map(|note| note.fill.pattern());
    let swatch: Vec<String> = swatch.map(|name| format!("url(#legend-{name})")).collect();
    let rects = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"));
    let fills = rects.filter_map(|node| node.attribute("fill"));
    let in_legend: Vec<&str> = fills
        .filter(|fill| fill.contains("#legend-shared-"))
        .collect();
    assert_eq!(in_legend, swatch);
}

#[test]
fn every_region_is_filled_as_the_legend_counts() {
    for link in [
        "id/water/",
        "en/water/?as=share&source=rain",
        "id/water/?source=rain&class=natural7",
        "en/water/?geo=n1~c1",
        "en/health/?year=2021",
    ] {
        let (opened, topology) = opened(link);
        let (scene, _) = scene(&opened, link);
        for theme in Theme::ALL {
            let svg = draw(&opened, topology.clone(), link, theme).unwrap().svg;
            check_fills(&svg, &scene, theme);
        }
        assert_eq!(scene.fills.len(), 12);
    }
}

#[test]
fn districts_are_drawn_as_the_level_asks() {
    for (link, districts) in [
        ("id/water/?as=rate&level=district", 3),
        ("id/water/?as=index&level=district-2021", 4),
    ] {
        let (opened, _) = opened(link);
        let (scene, _) = scene(&opened, link);
        assert_eq!(scene.fills.len(), districts);
        check_fills(&drawn(link, Theme::Light), &scene, Theme::Light);
    }
}

#[test]
fn the_tile_map_has_a_square_for_every_region() {
    let link = "id/water/?map=tile";
    let (opened, topology) = opened(link);
    let svg = drawn(link, Theme::Light);
    let (scene, _) = scene(&opened, link);
    check_fills(&svg, &scene, Theme::Light);
    let document = Document::parse(&svg).unwrap();
    let mut squares: Vec<&str> = places(&document)
        .iter()
        .map(|node| node.attribute("d").unwrap())
        .collect();
    squares.sort_unstable();
    squares.dedup();
    assert_eq!(squares.len(), 12);
    let error = draw(&opened, bare(&topology, false), link, Theme::Light).unwrap_err();
    assert!(matches!(error, DrawError::NoTiles { dataset } if dataset == "water"));
}
