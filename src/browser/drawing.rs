//! Pictures, which another program draws: it is loaded when the first is asked for.

use std::cell::RefCell;

use js_sys::{Error, Function, JsString, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static DRAW: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// From now on pictures come of `draw(link, theme)`: a promise of the address of an SVG.
pub(crate) fn draw_by(draw: Option<Function>) {
    DRAW.set(draw);
}

/// Draws the map of a link, from the scheme on; the address of the picture, good for as long as
/// the page lives.
///
/// # Errors
/// Why it could not be drawn.
pub(crate) async fn draw(link: &str, theme: &str) -> Result<String, String> {
    let told = |error: JsValue| {
        let error: Option<Error> = error.dyn_into().ok();
        error.map_or_else(String::new, |error| error.message().into())
    };
    let draw = DRAW.with_borrow(Clone::clone).ok_or_else(String::new)?;
    let promise = draw.call2(&JsValue::NULL, &link.into(), &theme.into());
    let promise: Promise = promise.map_err(told)?.unchecked_into();
    let address = JsFuture::from(promise).await.map_err(told)?;
    Ok(address.unchecked_into::<JsString>().into())
}
