//! How places are filled, and what the legend counts.

use jangkau::geo::{Backdrop, Topology};
use jangkau::publish::draw::{DrawError, draw};
use jangkau::scale::Theme;
use jangkau::scene::{Fill, MapScene};
use roxmltree::{Document, Node};

use super::{drawn, lines, opened, places, scene, tiled};

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
        let filled = |node: &&Node| node.parent().unwrap().attribute("fill") == Some(&expected);
        assert_eq!(
            places.iter().filter(filled).count(),
            line.places,
            "{expected}"
        );
        assert!(lines.contains(&&*line.label), "{}", line.label);
    }
}

#[test]
fn every_region_is_filled_as_the_legend_counts() {
    for link in [
        "id/prakerja/",
        "en/prakerja/?as=share&training=never",
        "id/prakerja/?as=share&education=SD&class=natural7",
        "en/prakerja/?geo=3273~3171",
    ] {
        let (opened, topology) = opened(link);
        let (scene, _) = scene(&opened, link);
        for theme in Theme::ALL {
            let svg = draw(&opened, topology.clone(), link, theme).unwrap().svg;
            check_fills(&svg, &scene, theme);
        }
        assert_eq!(scene.fills.len(), 514);
    }
}

#[test]
fn provinces_are_drawn_as_the_level_asks() {
    for (link, provinces) in [
        ("id/prakerja/?as=rate&level=province-2020", 34),
        ("id/prakerja/?as=index&level=province-2023", 38),
    ] {
        let (opened, _) = opened(link);
        let (scene, _) = scene(&opened, link);
        assert_eq!(scene.fills.len(), provinces);
        check_fills(&drawn(link, Theme::Light), &scene, Theme::Light);
    }
}

#[test]
fn the_tile_map_has_a_square_for_every_region() {
    let link = "id/prakerja/?map=tile";
    let (opened, topology) = opened(link);
    let svg = draw(&opened, tiled(&topology), link, Theme::Light)
        .unwrap()
        .svg;
    let (scene, _) = scene(&opened, link);
    check_fills(&svg, &scene, Theme::Light);
    let document = Document::parse(&svg).unwrap();
    let mut squares: Vec<&str> = places(&document)
        .iter()
        .map(|node| node.attribute("d").unwrap())
        .collect();
    squares.sort_unstable();
    squares.dedup();
    assert_eq!(squares.len(), 514);
    let without = Topology::new(
        topology.arcs().to_vec(),
        topology
            .features()
            .iter()
            .map(|it| it.clone().with_tile(None))
            .collect(),
        Backdrop::default(),
        None,
    );
    let error = draw(&opened, without.unwrap(), link, Theme::Light).unwrap_err();
    assert!(matches!(error, DrawError::NoTiles { dataset } if dataset == "prakerja"));
}
