//! What a picture of a link holds, one file a concept.

mod alone;
mod fills;
mod focus;
mod text;
mod trend;

use std::path::{Path, PathBuf};

use jangkau::geo::{Backdrop, Feature, LonLat, TilePoint, Topology, label_point, tile_grid};
use jangkau::publish::draw::{boundaries, draw};
use jangkau::publish::open::{Opened, open_listed};
use jangkau::scale::Theme;
use jangkau::scene::{Figures, MapScene, map, picture_text};
use jangkau::view_state::{Address, Site, from_address, resolve};
use jangkau::words::{LANGUAGE_CODES, messages};
use roxmltree::{Document, Node};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn opened(link: &str) -> (Opened, Topology) {
    let opened = open_listed(&data(), link).unwrap();
    let topology = boundaries(&opened, None).unwrap();
    (opened, topology)
}

fn drawn(link: &str, theme: Theme) -> String {
    let (opened, topology) = opened(link);
    draw(&opened, topology, link, theme).unwrap().svg
}

/// The scene of a link, and its sentences.
fn scene(opened: &Opened, link: &str) -> (MapScene, Vec<String>) {
    let site = Site {
        langs: &LANGUAGE_CODES,
    };
    let cube = &opened.cube;
    let (state, _) = from_address(&Address::new(link), site, &opened.id, cube);
    let (view, words) = (resolve(&state, cube), messages(state.lang()));
    let figures = Figures::of(cube, &view);
    let scene = map(cube, &view, &figures, (view.level.unwrap(), words));
    let sentences = picture_text(cube, &view, &scene, words);
    (scene, sentences)
}

/// The same regions, each with a tile.
fn tiled(topology: &Topology) -> Topology {
    let features = topology.features();
    let point = |feature: &Feature| {
        let LonLat { lon, lat } = label_point(topology, feature).unwrap();
        TilePoint {
            x: lon,
            y: -lat,
            group: feature.id()[..2].parse().unwrap(),
        }
    };
    let tiles = tile_grid(&features.iter().map(point).collect::<Vec<_>>());
    let features = features.iter().cloned().zip(tiles);
    Topology::new(
        topology.arcs().to_vec(),
        features
            .map(|(it, tile)| it.with_tile(Some(tile)))
            .collect(),
        Backdrop::default(),
        topology.credit(),
    )
    .unwrap()
}

fn places<'a>(document: &'a Document<'a>) -> Vec<Node<'a, 'a>> {
    let nodes = document.descendants();
    nodes
        .filter(|node| node.has_attribute("data-code"))
        .collect()
}

/// All that can be read, each line once.
fn lines<'a>(document: &'a Document<'a>) -> Vec<&'a str> {
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect()
}
