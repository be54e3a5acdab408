//! The address bar: reading it, writing it, hearing Back and Forward.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::History;

use super::later::Later;

/// The address after the base of the site: path, query and fragment.
pub(crate) fn current_link(base: &str) -> String {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return String::new();
    };
    let path = location.pathname().unwrap_or_default();
    let inside = path.strip_prefix(base).unwrap_or(&path);
    let (query, fragment) = (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    );
    format!("{inside}{query}{fragment}")
}

/// Scheme, host and port of the site.
pub(crate) fn origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// Adds an entry to the history, once what the reader sees has changed: browsers take some
/// milliseconds for it. Where one refuses (an opaque origin), the view still changes.
pub(crate) fn push(url: String) {
    later(url, History::push_state_with_url);
}

/// Puts an address in the place of the present one, as soon.
pub(crate) fn replace(url: String) {
    later(url, History::replace_state_with_url);
}

type Write = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

fn later(url: String, write: Write) {
    let act = move || {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _refused = write(&history, &JsValue::NULL, "", Some(&url));
        }
    };
    Later::after_frame(act).surely();
}

/// Calls back at every Back and Forward, for as long as the page lives.
pub(crate) fn on_pop(mut callback: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "popstate", move |_| callback()).forget();
    }
}
