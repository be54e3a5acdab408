//! A box whose size the page has to know.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::SizeObserver;

/// A box that tells its width and height within border and padding, in CSS pixels: first once it is
/// laid out, then whenever they change.
pub(super) fn measured_box(tell: impl Fn((f64, f64)) + Copy + 'static) -> NodeRef<Div> {
    let node = NodeRef::<Div>::new();
    let observer = StoredValue::new_local(None);
    Effect::new(move || {
        let element = node.get();
        observer.set_value(element.and_then(|element| SizeObserver::of(&element, tell)));
    });
    node
}
