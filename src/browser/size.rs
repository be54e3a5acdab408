//! How large an element is, now and whenever that changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Reports the size of an element until it is dropped.
pub(crate) struct SizeObserver {
    observer: ResizeObserver,
    /// What the observer calls.
    _report: Closure<dyn FnMut(Array)>,
}

impl SizeObserver {
    /// Reports width and height within border and padding, in CSS pixels: first once the element is
    /// laid out, before that is painted. `None` in a browser that observes no sizes.
    pub(crate) fn of(element: &Element, report: impl Fn((f64, f64)) + 'static) -> Option<Self> {
        let report = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // One element is observed: its last size is all that counts.
            let entry: Option<ResizeObserverEntry> = entries.pop().dyn_into().ok();
            if let Some(entry) = entry {
                let content = entry.content_rect();
                report((content.width(), content.height()));
            }
        });
        let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _report: report,
        })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
