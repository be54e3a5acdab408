//! A dialog over the page.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Opens the `dialog` of an id over everything; browsers that know none show it in its place.
pub(crate) fn open_dialog(id: &str) {
    if !call(id, "showModal")
        && let Some(element) = dialog(id)
    {
        super::element::set(&element, "open", "");
    }
}

/// Closes it, which tells it `close`. Whether the browser could.
pub(crate) fn close_dialog(id: &str) -> bool {
    call(id, "close")
}

fn dialog(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn call(id: &str, method: &str) -> bool {
    let called = dialog(id).and_then(|element| {
        let method = Reflect::get(&element, &method.into()).ok()?;
        method.dyn_ref::<Function>()?.call0(&element).ok()
    });
    called.is_some()
}
