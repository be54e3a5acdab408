//! How a dimension is to be read, as its publisher says: in our words (`extension.aggregation`,
//! `total`, `default`), in those of `PxWeb` (`elimination`, `eliminationValueCode`) and of `PxStat`
//! (`extension.elimination` of the dataset).

use serde_json::{Map, Value};

use super::dimension::at;
use super::unit::text_or_nothing;
use super::writer::put;
use crate::cube::{Aggregation, CatIx, Code, DefaultCategory, Dimension};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};

/// A dimension with what its own node says of it, and the dataset's.
pub(super) fn declared(
    root: &Node<'_>,
    node: &Node<'_>,
    id: &str,
    mut dimension: Dimension,
) -> Result<Dimension, Failure> {
    let extension = node.get("extension");
    let known = |dimension: &Dimension, node: &Node<'_>| {
        let code = text_or_nothing(node)?;
        dimension.categories().position(code)?;
        Some(Code::new(code))
    };
    // An office's extract may leave out the category it names: then the extract has no total.
    let of_office = [
        extension.get("eliminationValueCode"),
        root.get("extension").get("elimination").get(id),
    ]
    .iter()
    .find_map(|code| known(&dimension, code));
    let total = match extension.get("total").present() {
        Some(total) => Some((Code::new(total.text()?), total)),
        None => of_office.map(|code| (code, extension)),
    };
    let has_total = total.is_some();
    if let Some((code, node)) = total {
        dimension = dimension.with_total(&code).map_err(at(&node))?;
    }
    let left_out = matches!(extension.get("elimination").tree(), Tree::Bool(true));
    let default = default_category(&dimension, &extension.get("default"))?;
    let apart = extension.get("disjoint");
    let codes = disjoint(&dimension, &apart)?;
    dimension = dimension.with_disjoint(&codes).map_err(at(&apart))?;
    Ok(dimension
        .with_aggregation(aggregation(&extension.get("aggregation"))?)
        .with_default(default)
        .with_elimination(left_out && !has_total))
}

fn default_category(
    dimension: &Dimension,
    node: &Node<'_>,
) -> Result<Option<DefaultCategory>, Failure> {
    let Some(code) = node.optional_text()? else {
        return Ok(None);
    };
    if let Some(category) = dimension.categories().position(code) {
        return Ok(Some(DefaultCategory::Category(category)));
    }
    if code == "latest" {
        return Ok(Some(DefaultCategory::Latest));
    }
    Err(node.expected("\"latest\" or a code of the dimension"))
}

/// The categories that share nothing with each other: all of them, or those that are listed.
fn disjoint(dimension: &Dimension, node: &Node<'_>) -> Result<Vec<Code>, Failure> {
    if matches!(node.tree(), Tree::Bool(true)) {
        let categories = dimension.categories().iter();
        return Ok(categories.map(|(_, it)| it.code().clone()).collect());
    }
    Ok(node.texts()?.into_iter().map(Code::new).collect())
}

/// Whether figures may be added; `None` where it is not said.
pub(super) fn aggregation(node: &Node<'_>) -> Result<Option<Aggregation>, Failure> {
    match node.optional_text()? {
        None => Ok(None),
        Some("sum") => Ok(Some(Aggregation::Sum)),
        Some("none") => Ok(Some(Aggregation::None)),
        Some(_) => Err(node.expected("\"sum\" or \"none\"")),
    }
}

/// The word for it.
pub(super) fn aggregation_name(aggregation: Aggregation) -> Value {
    match aggregation {
        Aggregation::Sum => "sum".into(),
        Aggregation::None => "none".into(),
    }
}

/// What a dimension's publisher says of its reading, as written into its extension.
pub(super) fn put_declared(extension: &mut Map<String, Value>, dimension: &Dimension) {
    let code = |at| Value::from(dimension.categories().get(at).code().as_str());
    put(extension, "total", dimension.total().map(code));
    put(
        extension,
        "aggregation",
        dimension.aggregation().map(aggregation_name),
    );
    let default = dimension.default_category().map(|default| match default {
        DefaultCategory::Category(at) => code(at),
        DefaultCategory::Latest => "latest".into(),
    });
    put(extension, "default", default);
    put(
        extension,
        "elimination",
        dimension.can_be_left_out().then(|| true.into()),
    );
    let categories = dimension.categories();
    let disjoint = (0..categories.len())
        .map(CatIx)
        .filter(|at| dimension.is_disjoint(*at));
    let disjoint: Vec<Value> = disjoint.map(code).collect();
    let disjoint = match disjoint.len() {
        0 => None,
        all if all == categories.len() => Some(true.into()),
        _ => Some(disjoint.into()),
    };
    put(extension, "disjoint", disjoint);
}
