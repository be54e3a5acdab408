//! The page, started by the browser.
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    let Some(place) = document().get_element_by_id("jangkau") else {
        return;
    };
    let Ok(place) = place.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    place.set_text_content(None);
    mount_to(
        place,
        || view! { <main><h1>"Halo, Jangkau"</h1><button>"Mulai"</button></main> },
    )
    .forget();
}
