//! Whether something is in the window.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches an element until it is dropped.
#[derive(Debug)]
pub(crate) struct Seen {
    observer: IntersectionObserver,
    _tell: Closure<dyn FnMut(Array)>,
}

impl Seen {
    /// Tells whether the element is in the window, now and whenever that is another; `None` in a
    /// browser that cannot say.
    pub(crate) fn watch(element: &Element, tell: impl Fn(bool) + 'static) -> Option<Self> {
        let tell = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let last: IntersectionObserverEntry = entries.pop().unchecked_into();
            tell(last.is_intersecting());
        });
        let observer = IntersectionObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _tell: tell,
        })
    }
}

impl Drop for Seen {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
