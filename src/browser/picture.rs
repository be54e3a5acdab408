//! The map's picture, which only touches what has changed.
//!
//! It is drawn here and not by a view: 514 shapes as components would be as many closures and
//! subscriptions, and weigh several kilobytes more.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, SvgElement};

use super::element::set;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A part of the picture other than the shapes, from the back to the front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// Land that belongs to no place.
    Land,
    /// Lakes.
    Water,
    /// The edges of shapes that may belong to another class.
    Between,
    /// The lines between groups.
    Borders,
    /// What lies around the place that is looked into.
    Around,
    /// The outline of the place in focus.
    InFocus,
    /// The outline of the place that is pointed at.
    Pointed,
}

impl Layer {
    const BEHIND: [Self; 2] = [Self::Land, Self::Water];
    const BEFORE: [Self; 5] = [
        Self::Between,
        Self::Borders,
        Self::Around,
        Self::InFocus,
        Self::Pointed,
    ];

    fn class(self) -> &'static str {
        match self {
            Self::Land => "land",
            Self::Water => "water",
            Self::Between => "between",
            Self::Borders => "borders",
            Self::Around => "around",
            Self::InFocus => "in-focus",
            Self::Pointed => "pointed",
        }
    }
}

/// A pattern to fill shapes with: name, side of its square, strokes and their width.
pub(crate) type Pattern = (&'static str, String, &'static str, String);

/// The picture in the element of an id.
pub(crate) struct Picture {
    document: Document,
    svg: Element,
    /// All that moves with the camera.
    scene: SvgElement,
    shapes: Element,
    layers: Vec<(Layer, Element)>,
    patterns: Vec<Element>,
    paths: Vec<Element>,
    fills: Vec<&'static str>,
}

impl Picture {
    /// An empty picture; `None` where no element has the id.
    pub(crate) fn within(id: &str, patterns: impl Iterator<Item = Pattern>) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let frame = document.get_element_by_id(id)?;
        // A view that takes the place of another like it takes over its elements.
        frame.replace_children_with_node_0();
        let svg = child(&document, &frame, "svg", &[("aria-hidden", "true")])?;
        let defs = child(&document, &svg, "defs", &[])?;
        let pattern = |(name, side, strokes, width): Pattern| {
            let square = [("width", &*side), ("height", &*side)];
            let pattern = child(&document, &defs, "pattern", &square)?;
            set(&pattern, "id", name);
            set(&pattern, "class", name);
            set(&pattern, "patternUnits", "userSpaceOnUse");
            child(&document, &pattern, "rect", &square)?;
            let strokes = [("d", strokes), ("stroke-width", &*width)];
            child(&document, &pattern, "path", &strokes)?;
            Some(pattern)
        };
        let patterns = patterns.filter_map(pattern).collect();
        let scene = child(&document, &svg, "g", &[])?;
        let mut layers = Vec::new();
        let mut layer = |layer: Layer| {
            let path = child(&document, &scene, "path", &[("class", layer.class())])?;
            layers.push((layer, path));
            Some(())
        };
        Layer::BEHIND.into_iter().try_for_each(&mut layer)?;
        let shapes = child(&document, &scene, "g", &[("class", "shapes")])?;
        Layer::BEFORE.into_iter().try_for_each(&mut layer)?;
        Some(Self {
            svg,
            scene: scene.dyn_into().ok()?,
            shapes,
            layers,
            patterns,
            paths: Vec::new(),
            fills: Vec::new(),
            document,
        })
    }

    /// Draws other shapes, without colours yet.
    pub(crate) fn draw<'a>(
        &mut self,
        form: &str,
        view_box: &str,
        paths: impl Iterator<Item = &'a str>,
    ) {
        set(&self.svg, "data-form", form);
        set(&self.svg, "viewBox", view_box);
        self.shapes.replace_children_with_node_0();
        self.fills.clear();
        let path = |(at, path): (usize, &str)| {
            let id = format!("m{at}");
            child(
                &self.document,
                &self.shapes,
                "path",
                &[("id", &id), ("d", path)],
            )
        };
        self.paths = paths.enumerate().filter_map(path).collect();
    }

    /// Fills the shapes, in order; only those whose fill is another are touched.
    pub(crate) fn paint(&mut self, ramp: &str, fills: impl Iterator<Item = &'static str>) {
        if self.svg.get_attribute("class").as_deref() != Some(ramp) {
            set(&self.svg, "class", ramp);
        }
        self.fills.resize(self.paths.len(), "");
        for ((path, before), now) in self.paths.iter().zip(&mut self.fills).zip(fills) {
            if *before != now {
                set(path, "fill", now);
                *before = now;
            }
        }
    }

    /// Draws a layer anew.
    pub(crate) fn trace(&self, layer: Layer, path: &str) {
        for (_, element) in self.layers.iter().filter(|(known, _)| *known == layer) {
            set(element, "d", path);
        }
    }

    /// Moves what is seen; patterns keep their size on the screen.
    pub(crate) fn look(&self, transform: &str, pattern: &str) {
        let style = self.scene.style();
        let _valid: Result<(), _> = style.set_property("transform", transform);
        for element in &self.patterns {
            set(element, "patternTransform", pattern);
        }
    }
}

fn child(
    document: &Document,
    parent: &Element,
    name: &str,
    attributes: &[(&str, &str)],
) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    for (name, value) in attributes {
        set(&element, name, value);
    }
    parent.append_child(&element).ok()?;
    Some(element)
}
