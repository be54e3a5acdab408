//! What a picture of a link holds, one file a concept.

mod alone;
mod fills;
mod focus;
mod text;
mod trend;

use jangkau::geo::{Backdrop, Topology};
use jangkau::publish::draw::{boundaries, draw};
use jangkau::publish::open::{Opened, open_listed};
use jangkau::scale::Theme;
use jangkau::scene::{Figures, MapScene, map, picture_text};
use jangkau::view_state::{LinkParts, resolve, state_from_link};
use jangkau::words::messages;
use roxmltree::{Document, Node};

use crate::support::link::SITE;
use crate::support::made::data_folder;

fn opened(link: &str) -> (Opened, Topology) {
    let opened = open_listed(data_folder(), link).unwrap();
    let topology = boundaries(&opened, None).unwrap();
    (opened, topology)
}

fn drawn(link: &str, theme: Theme) -> String {
    let (opened, topology) = opened(link);
    draw(&opened, topology, link, theme).unwrap().svg
}

/// The scene of a link, and its sentences.
fn scene(opened: &Opened, link: &str) -> (MapScene, Vec<String>) {
    let cube = &opened.cube;
    let (state, _) = state_from_link(&LinkParts::new(link), SITE, &opened.id, cube);
    let (view, words) = (resolve(&state, cube), messages(state.lang()));
    let figures = Figures::of(cube, &view);
    let scene = map(cube, &view, &figures, (view.level.unwrap(), words));
    let sentences = picture_text(cube, &view, &scene, words);
    (scene, sentences)
}

/// The same regions without lakes and other land; `tiles`: whether they keep their tiles.
fn bare(topology: &Topology, tiles: bool) -> Topology {
    let features = topology.features().iter().cloned();
    let features = features.map(|it| {
        let tile = it.tile().filter(|_| tiles);
        it.with_tile(tile)
    });
    Topology::new(
        topology.arcs().to_vec(),
        features.collect(),
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
