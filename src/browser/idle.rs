//! What can wait until the browser has nothing else to do.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds after which it is done where a browser does not tell when it is idle.
const LATER_MS: u32 = 2_000;

/// Does something when the browser is idle.
pub(crate) fn when_idle(act: impl FnOnce() + 'static) {
    let idle = web_sys::window().and_then(|window| {
        let ask = Reflect::get(&window, &"requestIdleCallback".into()).ok()?;
        ask.dyn_into::<js_sys::Function>().ok()
    });
    match idle {
        Some(idle) => {
            let act = Closure::once_into_js(act);
            let _refused = idle.call1(&JsValue::UNDEFINED, &act);
        }
        None => {
            let _id = Timeout::new(LATER_MS, act).forget();
        }
    }
}

/// Whether the reader has asked for less to be loaded (W3C Save Data, `NetworkInformation.saveData`).
pub(crate) fn saves_data() -> bool {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into());
    let asked = web_sys::window().and_then(|window| {
        let connection = member(&window.navigator(), "connection").ok()?;
        member(&connection, "saveData").ok()
    });
    asked.is_some_and(|asked| asked.is_truthy())
}
