//! The page around this one, where it stands in a frame.

use std::cell::RefCell;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::embed::Message;

thread_local! {
    static TELL: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// From now on messages go by `tell(type, data)`; without one they go nowhere.
pub(crate) fn tell_by(tell: Option<Function>) {
    TELL.set(tell);
}

/// Sends a message to the page around this one.
pub(crate) fn tell(message: &Message) {
    TELL.with_borrow(|tell| {
        let Some(tell) = tell else {
            return;
        };
        let (kind, name, text) = message.parts();
        let data = Object::new();
        let _plain: Result<_, JsValue> = Reflect::set(&data, &name.into(), &text.into());
        let _heard: Result<_, JsValue> = tell.call2(&JsValue::NULL, &kind.into(), &data);
    });
}
