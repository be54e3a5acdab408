//! The shapes of the map, of which only those are touched that have changed.
//!
//! Written here and not by a view: the largest map of the site has 514 of them, and as components
//! they would be as many closures and subscriptions, which every choice would run.

use web_sys::{Element, Event};

use super::element::set;
use wasm_bindgen::JsCast;

const SVG: &str = "http://www.w3.org/2000/svg";
/// The position of a shape.
const POSITION: &str = "data-at";

/// The shapes in a group of a picture.
pub(crate) struct Shapes {
    paths: Vec<Element>,
    fills: Vec<String>,
}

impl Shapes {
    /// Draws shapes by their path data, without colours yet, in the place of what the group had.
    pub(crate) fn draw<'a>(group: &Element, paths: impl Iterator<Item = &'a str>) -> Self {
        group.replace_children_with_node_0();
        let document = group.owner_document();
        let path = |(at, data): (usize, &str)| {
            let path = document
                .as_ref()?
                .create_element_ns(Some(SVG), "path")
                .ok()?;
            set(&path, POSITION, &at.to_string());
            set(&path, "d", data);
            group.append_child(&path).ok()?;
            Some(path)
        };
        let paths: Vec<Element> = paths.enumerate().filter_map(path).collect();
        Self {
            fills: vec![String::new(); paths.len()],
            paths,
        }
    }

    /// Fills the shapes, in order.
    pub(crate) fn paint<'a>(&mut self, fills: impl Iterator<Item = &'a str>) {
        for ((path, before), now) in self.paths.iter().zip(&mut self.fills).zip(fills) {
            if before != now {
                set(path, "fill", now);
                now.clone_into(before);
            }
        }
    }
}

/// The position of the shape that an event is about.
pub(crate) fn shape_under(event: &Event) -> Option<usize> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.get_attribute(POSITION)?.parse().ok()
}

/// Whether an event is about something within an element that a selector names.
pub(crate) fn is_within(event: &Event, selector: &str) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}
