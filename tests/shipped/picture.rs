//! Every region of the shipped dataset is in its pictures.

use std::collections::BTreeSet;

use jangkau::publish::draw::{boundaries, draw};
use jangkau::publish::open::open_listed;
use jangkau::scale::Theme;
use roxmltree::Document;

use crate::support::shipped::data;

/// How many different shapes the picture of a link has.
fn shapes(link: &str) -> usize {
    let opened = open_listed(&data(), link).unwrap();
    let topology = boundaries(&opened, None).unwrap();
    let svg = draw(&opened, topology, link, Theme::Light).unwrap().svg;
    let document = Document::parse(&svg).unwrap();
    let places = document.descendants();
    let places = places.filter(|node| node.has_attribute("data-code"));
    let paths: BTreeSet<&str> = places.filter_map(|node| node.attribute("d")).collect();
    paths.len()
}

#[test]
fn regions_tiles_and_provinces_are_drawn_each_once() {
    assert_eq!(shapes("id/prakerja/?level=region"), 514);
    assert_eq!(shapes("id/prakerja/?map=tile&level=region"), 514);
    assert_eq!(shapes("id/prakerja/"), 34);
    assert_eq!(shapes("id/prakerja/?as=rate&level=province-2020"), 34);
    assert_eq!(shapes("id/prakerja/?as=index&level=province-2023"), 38);
}
