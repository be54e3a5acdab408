//! The page in the browser.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // The words of a panic cost bytes; a build to look into things has them.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
}

/// Shows the page in the document, in the words of `words.{language}.txt`; `false` where they are of
/// another build. `tell(type, data)` takes messages to the page that frames this one;
/// `make(kind, link, how)` promises what a reader takes along.
#[wasm_bindgen]
#[must_use]
pub fn show(words: String, tell: Option<Function>, make: Option<Function>) -> bool {
    jangkau::app::mount(words, tell, make)
}
