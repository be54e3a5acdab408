//! The reader of a file of the reader's own, loaded by the page on which it is opened.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a script's texts come as values of their own"
)]

use jangkau::tabular::{TableFile, own_file};
use js_sys::{Array, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

fn main() {}

/// Reads a table, and its map: how it was read and what was found ([`jangkau::tabular::OwnFile`]), and
/// `files`, a path below `data/` and its bytes each, of a site that shows it.
///
/// # Errors
/// When the answer cannot be turned into JavaScript objects.
#[wasm_bindgen(js_name = ownFile)]
pub fn read_own_file(
    name: String,
    bytes: Vec<u8>,
    map_name: Option<String>,
    map: Option<Vec<u8>>,
) -> Result<JsValue, JsError> {
    let map = map_name.as_deref().zip(map.as_deref());
    let file = |(name, bytes)| TableFile { name, bytes };
    let own = own_file(file((&name, &bytes)), map.map(file));
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    let told = own.serialize(&serializer)?;
    let files = Array::new();
    for (path, bytes) in own.files {
        let bytes: JsValue = Uint8Array::from(&*bytes).into();
        files.push(&Array::of2(&path.into(), &bytes));
    }
    let _plain: Result<bool, JsValue> = Reflect::set(&told, &"files".into(), &files);
    Ok(told)
}
