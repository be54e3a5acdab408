//! The file stands alone, whatever is in its labels.

use jangkau::formats::Limits;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::geo::{Backdrop, Topology};
use jangkau::publish::draw::{boundaries, draw};
use jangkau::publish::open::Opened;
use jangkau::scale::Theme;
use jangkau::scene::HATCHES;
use roxmltree::{Document, Node};

use super::{drawn, lines, opened};
use crate::support::made::{data_folder, water_file};

/// Only drawing: no script, no address, no reference but to what is in the file.
#[track_caller]
fn check_alone(document: &Document) {
    let known = [
        "svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text",
    ];
    for node in document.descendants().filter(Node::is_element) {
        assert!(
            known.contains(&node.tag_name().name()),
            "{:?}",
            node.tag_name()
        );
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let own = ["data-code", "aria-labelledby"].contains(&name);
            assert!(!name.starts_with("on") && !name.contains("href"), "{name}");
            if let Some((_, reference)) = value.split_once("url(").filter(|_| !own) {
                let id = reference.trim_start_matches('#').trim_end_matches(')');
                let mut nodes = document.descendants();
                assert!(
                    nodes.any(|node| node.attribute("id") == Some(id)),
                    "{value}"
                );
            }
        }
    }
}

#[test]
fn every_pattern_is_defined_and_nothing_comes_from_elsewhere() {
    for theme in Theme::ALL {
        let svg = drawn("id/water/?as=share&source=rain", theme);
        let document = Document::parse(&svg).unwrap();
        check_alone(&document);
        for hatch in &HATCHES {
            let name = hatch.fill.pattern().unwrap();
            let id = format!("map-{name}");
            let mut nodes = document.descendants();
            let pattern = nodes
                .find(|node| node.attribute("id") == Some(&id))
                .unwrap();
            let path = pattern
                .children()
                .find(|node| node.has_tag_name("path"))
                .unwrap();
            assert_eq!(path.attribute("d"), Some(hatch.path));
        }
    }
}

#[test]
fn lines_stand_alone_too() {
    for theme in Theme::ALL {
        let svg = drawn("id/water/n1/?geo=c1&from=2019&tab=trend", theme);
        check_alone(&Document::parse(&svg).unwrap());
    }
}

#[test]
fn the_same_link_gives_the_same_bytes() {
    let link = "id/water/district/north/?source=piped";
    assert_eq!(drawn(link, Theme::Dark), drawn(link, Theme::Dark));
}

#[test]
fn hostile_labels_stay_text() {
    const HOSTILE: &str = "</text><script>alert('1')</script>&amp;]]>\u{1}\"<!--";
    let shown = HOSTILE.replace('\u{1}', "\u{fffd}");
    let (opened, topology) = opened("id/water/");
    let mut tree = water_file();
    tree["label"] = HOSTILE.into();
    tree["extension"]["labels"] = serde_json::json!({});
    tree["extension"]["noun"]["id"]["many"] = HOSTILE.into();
    tree["extension"]["source"]["id"] = HOSTILE.into();
    tree["dimension"]["commune"]["category"]["label"]["n1"] = HOSTILE.into();
    let cube = cube_from_bytes(tree.to_string().as_bytes(), &Limits::PAGE).unwrap();
    let topology = Topology::new(
        topology.arcs().to_vec(),
        topology.features().to_vec(),
        Backdrop::default(),
        Some(HOSTILE),
    );
    let opened = Opened { cube, ..opened };
    let link = "https://\"><script>/id/water/n1/?zz=%22%3E<script>";
    let svg = draw(&opened, topology.unwrap(), link, Theme::Light)
        .unwrap()
        .svg;
    let document = Document::parse(&svg).unwrap();
    check_alone(&document);
    let text = lines(&document).join(" ");
    assert!(text.matches(&shown).count() >= 4, "{text}");
    assert!(text.contains("https://\"><script>/id/water/n1/"), "{text}");
}

#[test]
fn a_dataset_without_boundaries_is_named() {
    let (opened, _) = opened("id/water/");
    let opened = Opened {
        boundaries: None,
        ..opened
    };
    let error = boundaries(&opened, None).unwrap_err();
    assert!(error.to_string().contains("\"water\""), "{error}");
    let list = data_folder().join("index.json");
    let error = boundaries(&opened, Some(&list)).unwrap_err();
    assert!(error.to_string().contains("index.json"), "{error}");
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.contains("expected"), "{cause}");
}
