//! The interface for partners' scripts, which the page loads, too, when it is asked for a picture.
//! `public/api/v1.js` is what they import.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a script's texts come as values of their own"
)]

use std::rc::Rc;

use jangkau::api::Opened;
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

fn main() {}

/// A dataset of the site, opened by a link.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Cube(Rc<Opened>);

/// Opens the dataset of `url`, a link of the site at `site`; `assets`: the folder of the program;
/// `colour`: that of the site, empty where it has none of its own.
///
/// # Errors
/// [`jangkau::api::ApiError`], as an `Error` with its message.
#[wasm_bindgen]
pub async fn open(
    site: String,
    assets: String,
    url: String,
    colour: String,
) -> Result<Cube, JsError> {
    let brand = colour.parse().ok();
    Ok(Cube(Rc::new(
        Opened::open(site, &assets, url, brand).await?,
    )))
}

#[wasm_bindgen]
impl Cube {
    /// What it is cut by: [`jangkau::api::Dimension`], as plain objects.
    ///
    /// # Errors
    /// When the answer cannot be turned into JavaScript objects.
    pub fn dimensions(&self) -> Result<JsValue, JsError> {
        plain(&self.0.dimensions())
    }

    /// The figures of a query of a link: [`jangkau::api::Answer`], as plain objects and typed arrays.
    ///
    /// # Errors
    /// When the answer cannot be turned into JavaScript objects; what a query cannot have is a notice.
    pub fn linked(&self, query: Option<String>) -> Result<JsValue, JsError> {
        plain(&self.0.linked(query.as_deref()))
    }

    /// The figures of a query as CSV.
    #[must_use]
    pub fn csv(&self, query: Option<String>) -> String {
        self.0.csv(query.as_deref())
    }

    /// The table of a query as the bytes of a file; `csv` where no form is named.
    ///
    /// # Errors
    /// [`jangkau::api::ApiError`], as an `Error` with its message.
    pub fn table(&self, query: Option<String>, form: Option<String>) -> Result<Vec<u8>, JsError> {
        let form = form.as_deref().unwrap_or("csv");
        Ok(self.0.table(query.as_deref(), form)?)
    }

    /// The cells of a query as CSV.
    ///
    /// # Errors
    /// [`jangkau::api::ApiError`], as an `Error` with its message.
    pub fn cells(&self, query: Option<String>) -> Result<String, JsError> {
        Ok(self.0.cells(query.as_deref())?)
    }

    /// The cells of a query as a JSON-stat 2.0 dataset.
    ///
    /// # Errors
    /// [`jangkau::api::ApiError`], as an `Error` with its message.
    #[wasm_bindgen(js_name = jsonStat)]
    pub fn json_stat(&self, query: Option<String>) -> Result<String, JsError> {
        Ok(String::from_utf8(self.0.json_stat(query.as_deref())?)?)
    }

    /// How the view of a query is cited on a day: short, long and `bibtex`.
    ///
    /// # Errors
    /// When the answer cannot be turned into JavaScript objects.
    pub fn cite(&self, query: Option<String>, accessed: String) -> Result<JsValue, JsError> {
        plain(&self.0.cite(query.as_deref(), &accessed))
    }

    /// How a figure of a query came about: [`jangkau::scene::WrittenDerivation`], as plain objects.
    ///
    /// # Errors
    /// [`jangkau::api::ApiError`], as an `Error` with its message.
    pub async fn why(&self, query: Option<String>) -> Result<JsValue, JsError> {
        let opened = Rc::clone(&self.0);
        plain(&opened.why(query.as_deref()).await?)
    }

    /// The map of a query as an SVG that stands alone.
    ///
    /// # Errors
    /// [`jangkau::api::ApiError`], as an `Error` with its message.
    pub async fn picture(
        &self,
        query: Option<String>,
        theme: Option<String>,
    ) -> Result<String, JsError> {
        let opened = Rc::clone(&self.0);
        let theme = theme.as_deref().unwrap_or("light");
        Ok(opened.picture(query.as_deref(), theme).await?)
    }
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    Ok(value.serialize(&serializer)?)
}
