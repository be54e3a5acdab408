//! An element's attributes.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Gives an attribute another value.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _valid: Result<(), _> = element.set_attribute(name, value);
}

/// Whether the details that an event tells of are open now.
pub(crate) fn is_open(event: &Event) -> bool {
    let details: Option<Element> = event.target().and_then(|it| it.dyn_into().ok());
    details.is_some_and(|it| it.has_attribute("open"))
}
