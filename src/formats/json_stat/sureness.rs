//! How sure each cell is: `extension.sureness`, in the shape of the standard's `status`. One word
//! ([`Sureness::key`]) for all cells, or an array of one word a cell, `null` for a cell without a value.

use serde_json::Value;

use crate::cube::{Cube, Sureness};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};

const EXPECTED: &str = "\"published\", \"shared\" or \"pattern\"";

/// How sure each of so many cells is; empty where the file does not say.
pub(super) fn sureness_from(
    extension: &Node<'_>,
    cells: usize,
) -> Result<Vec<Option<Sureness>>, Failure> {
    let node = extension.get("sureness");
    match node.tree() {
        Tree::Null => Ok(Vec::new()),
        Tree::Text(_) => Ok(vec![word(&node)?; cells]),
        Tree::Bool(_) | Tree::Number(_) | Tree::Array(_) | Tree::Object(_) => {
            if node.count() == cells {
                node.each(word)
            } else {
                Err(node.expected(&format!("one word, or {cells}")))
            }
        }
    }
}

fn word(node: &Node<'_>) -> Result<Option<Sureness>, Failure> {
    if matches!(node.tree(), Tree::Null) {
        return Ok(None);
    }
    known_sureness(node).map(Some)
}

/// The sureness that a node names.
pub(super) fn known_sureness(node: &Node<'_>) -> Result<Sureness, Failure> {
    let word = node.text()?;
    let known = Sureness::ALL.into_iter().find(|it| it.key() == word);
    known.ok_or_else(|| node.expected(EXPECTED))
}

/// The same as written; `None` where nothing is said of it.
pub(super) fn sureness_value(cube: &Cube) -> Option<Value> {
    let cells = &cube.metadata().sureness;
    let key = |of: &Option<Sureness>| of.map_or(Value::Null, |it| it.key().into());
    let first = cells.first()?;
    if first.is_some() && cells.iter().all(|of| of == first) {
        return Some(key(first));
    }
    Some(cells.iter().map(key).collect())
}
