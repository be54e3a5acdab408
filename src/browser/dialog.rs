//! A dialog over the page.

use std::iter;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::is_framed;

/// Opens a `dialog` over everything; browsers that know none show it in its place, and so does a frame
/// of another page, whose middle may be far out of sight. Gives what had the focus before.
pub(crate) fn open_dialog(dialog: &Element) -> Option<HtmlElement> {
    let before = focused(dialog);
    let method = if is_framed() { "show" } else { "showModal" };
    if !call(dialog, method) {
        super::element::set(dialog, "open", "");
    }
    before
}

/// Closes it, which tells it `close`. Whether the browser could.
pub(crate) fn close_dialog(dialog: &Element) -> bool {
    call(dialog, "close")
}

/// Gives the focus back to an element. Where that has been hidden since, as an entry of a menu is, to
/// the nearest button around it that takes the focus.
pub(crate) fn return_focus(to: &HtmlElement) {
    let around = iter::successors(to.parent_element(), |element| element.parent_element());
    let buttons = around.filter_map(|element| {
        let button = element.query_selector("button").ok()??;
        button.dyn_into().ok()
    });
    let takes_focus = |element: &HtmlElement| {
        let _refused: Result<(), _> = element.focus();
        focused(element).as_ref() == Some(element)
    };
    let _taken = iter::once(to.clone()).chain(buttons).find(takes_focus);
}

/// What has the focus in the document of an element.
fn focused(element: &Element) -> Option<HtmlElement> {
    let focused = element.owner_document()?.active_element()?;
    focused.dyn_into().ok()
}

fn call(dialog: &Element, method: &str) -> bool {
    let method = Reflect::get(dialog, &method.into()).ok();
    let method = method.and_then(|method| method.dyn_into::<Function>().ok());
    method.is_some_and(|method| method.call0(dialog).is_ok())
}
