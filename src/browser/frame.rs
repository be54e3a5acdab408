//! What a view says that stands in a frame of this page.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent};

/// A message of a view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Said {
    /// How high it is, in CSS pixels.
    Height(u32),
    /// It is there, or says why it is not.
    Shown,
}

/// A number of pixels, rounded; `None` of what is none. As a number, because how std writes fractions would be
/// eleven kilobytes of the page.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is within the bounds"
)]
fn whole_px(px: f64) -> Option<u32> {
    let is_within = (0.0..f64::from(u32::MAX)).contains(&px);
    is_within.then(|| px.round() as u32)
}

/// Hears what the view in a frame says, for as long as the listener lives. What others say, and what is no
/// message of a view, is left out.
pub(crate) fn hear(
    frame: HtmlIFrameElement,
    mut heard: impl FnMut(Said) + 'static,
) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let source = event.source().map(JsValue::from);
        if source.is_none() || source != frame.content_window().map(JsValue::from) {
            return;
        }
        let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
        let message = event.data();
        let height = member(&member(&message, "data"), "height").as_f64();
        let height = height.and_then(whole_px);
        match member(&message, "type").as_string().as_deref() {
            Some("resize") => {
                if let Some(height_px) = height {
                    heard(Said::Height(height_px));
                }
            }
            Some("ready" | "error") => heard(Said::Shown),
            _ => {}
        }
    }))
}
