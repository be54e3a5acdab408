//! Where a pointer is in the element that listens.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, TouchEvent};

/// Where an event is in the element whose listener is told of it: CSS pixels from the upper left corner
/// within its border.
pub(crate) fn pointed(event: &MouseEvent) -> Option<(f64, f64)> {
    within(event, event.client_x(), event.client_y())
}

/// Where two fingers are; `None` where there are fewer or more.
pub(crate) fn fingers(event: &TouchEvent) -> Option<[(f64, f64); 2]> {
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

fn within(event: &Event, x: i32, y: i32) -> Option<(f64, f64)> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    // The picture lies within the border.
    let left = bounds.left() + f64::from(element.client_left());
    let top = bounds.top() + f64::from(element.client_top());
    Some((f64::from(x) - left, f64::from(y) - top))
}
