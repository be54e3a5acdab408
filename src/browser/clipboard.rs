//! The clipboard, and the system's way of sharing.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies a text; `false` where the browser does not allow it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}

/// The navigator, and how it shares, where it does.
fn sharing() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Whether the system has a way of sharing.
pub(crate) fn can_share() -> bool {
    sharing().is_some()
}

/// Offers a text and a link to the system's way of sharing; `false` where it refuses or the reader
/// thinks better of it.
pub(crate) async fn share(text: &str, url: &str) -> bool {
    let Some((navigator, share)) = sharing() else {
        return false;
    };
    let shared = Object::new();
    for (key, value) in [("text", text), ("url", url)] {
        let _plain: Result<_, JsValue> = Reflect::set(&shared, &key.into(), &value.into());
    }
    let promise = share.call1(&navigator, &shared);
    match promise {
        Ok(promise) => JsFuture::from(promise.unchecked_into::<Promise>())
            .await
            .is_ok(),
        Err(_) => false,
    }
}
