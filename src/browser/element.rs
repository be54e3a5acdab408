//! Writing an element's attributes.

use web_sys::Element;

/// Gives an attribute another value.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _valid: Result<(), _> = element.set_attribute(name, value);
}
