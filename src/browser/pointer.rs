//! Where a pointer is in the element that listens.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, TouchEvent};

/// A point of an element, and the element's size, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pointed {
    /// From the upper left corner within its border.
    pub(crate) at_px: (f64, f64),
    /// Its width within its border.
    pub(crate) width_px: f64,
}

/// Where an event is in the element whose listener is told of it.
pub(crate) fn pointed(event: &MouseEvent) -> Option<Pointed> {
    within(event, event.client_x(), event.client_y())
}

/// Where two fingers are; `None` where there are fewer or more.
pub(crate) fn fingers(event: &TouchEvent) -> Option<[Pointed; 2]> {
    let touches = event.touches();
    let finger = |at: u32| {
        let touch = touches.get(at)?;
        within(event, touch.client_x(), touch.client_y())
    };
    if touches.length() != 2 {
        return None;
    }
    Some([finger(0)?, finger(1)?])
}

fn within(event: &Event, x: i32, y: i32) -> Option<Pointed> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    // The picture lies within the border.
    let left = bounds.left() + f64::from(element.client_left());
    let top = bounds.top() + f64::from(element.client_top());
    Some(Pointed {
        at_px: (f64::from(x) - left, f64::from(y) - top),
        width_px: f64::from(element.client_width()),
    })
}

/// Puts the focus on the element of an id.
pub(crate) fn focus_on(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    focus(element);
}

/// Puts the focus on the nearest part of the page around the element that listens which takes it
/// from scripts alone.
pub(crate) fn focus_around(event: &Event) {
    let element = event.current_target();
    let element = element.and_then(|element| element.dyn_into::<Element>().ok());
    focus(element.and_then(|element| element.closest("[tabindex='-1']").ok()?));
}

fn focus(element: Option<Element>) {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _refused = element.focus();
    }
}
