//! What a reader takes along, made by another program: it is loaded when it is first asked for.

use std::cell::RefCell;

use js_sys::{Error, Function, JsString, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static MAKE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// From now on things are made by `make(kind, link, how)`, which gives a promise of a text.
pub(crate) fn make_by(make: Option<Function>) {
    MAKE.set(make);
}

/// Fetches the program that makes things, so that it is there without a network. Where it does not come,
/// it is asked for again, and told of, when something is to be made.
pub(crate) fn fetch_maker() {
    if let Some(make) = MAKE.with_borrow(Clone::clone)
        && let Ok(promise) = make.call0(&JsValue::NULL)
    {
        let promise: Promise = promise.unchecked_into();
        wasm_bindgen_futures::spawn_local(async move {
            let _told_later = JsFuture::from(promise).await;
        });
    }
}

/// Makes something of a link, from the scheme on: `svg` and `png`, in the colours of a theme, the table
/// as `csv`, `excel` and `xlsx`, `cells` and `json`, each as the address of a file that is good for as long as the page lives; `cite`, of
/// a day, as its three texts, the first two a line each. `kept` says in the element `offline` what this browser keeps of the site.
///
/// # Errors
/// Why it could not be made.
pub(crate) async fn make(kind: &str, link: &str, how: &str) -> Result<String, String> {
    let told = |error: JsValue| {
        let error: Option<Error> = error.dyn_into().ok();
        error.map_or_else(String::new, |error| error.message().into())
    };
    let make = MAKE.with_borrow(Clone::clone).ok_or_else(String::new)?;
    let promise = make.call3(&JsValue::NULL, &kind.into(), &link.into(), &how.into());
    let promise: Promise = promise.map_err(told)?.unchecked_into();
    let text = JsFuture::from(promise).await.map_err(told)?;
    Ok(text.unchecked_into::<JsString>().into())
}

/// Today in the reader's calendar: `2026-11-25`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = now.get_full_year().to_string();
    [
        &*year,
        "-",
        &two(now.get_month() + 1),
        "-",
        &two(now.get_date()),
    ]
    .concat()
}

/// Saves the file at an address under a name.
pub(crate) fn save(address: &str, name: &str) {
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok());
    let Some(link) = link else { return };
    super::element::set(&link, "href", address);
    super::element::set(&link, "download", name);
    if let Ok(link) = link.dyn_into::<web_sys::HtmlElement>() {
        link.click();
    }
}
