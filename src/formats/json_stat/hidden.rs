//! What a file says of cells without a value: which symbols hide a value, and between which bounds.

use serde_json::{Map, Value, json};

use crate::cube::{Cube, Gap, Interval};
use crate::formats::cells::Symbols;
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};
use crate::formats::number_value;

/// What the extension of a file says of its symbols: `bounds` by symbol (`[1, 4]`, or `null` of a symbol
/// that hides without a bound), and whether it is a table of `PxWeb`.
pub(super) fn symbols_from<'t>(extension: &Node<'t>) -> Result<Symbols<'t>, Failure> {
    Ok(Symbols {
        bounds: bounds(&extension.get("bounds"))?,
        of_px: extension.get("px").present().is_some(),
    })
}

/// The bounds of each symbol that the file declares.
fn bounds<'t>(node: &Node<'t>) -> Result<Vec<(&'t str, Interval)>, Failure> {
    let bound = |node: &Node<'_>| {
        if matches!(node.tree(), Tree::Null) {
            return Ok(Interval::UNBOUNDED);
        }
        let [low, high] = node.items()?[..] else {
            return Err(node.expected("[the least, the greatest] value, or null"));
        };
        let ends = Interval::new(low.number()?, high.number()?);
        ends.ok_or_else(|| high.expected("a number no less than the first"))
    };
    let members = node.members()?.into_iter();
    members
        .map(|(symbol, node)| Ok((symbol, bound(&node)?)))
        .collect()
}

/// `bounds` as written: what each symbol hides, so that a part of a file says the same as the whole.
pub(super) fn bounds_value(cube: &Cube) -> Option<Value> {
    let mut bounds = Map::new();
    for status in cube.statuses().list() {
        let symbol = status.as_str();
        let own = status.gap();
        if let Gap::Suppressed(bound) = own {
            let ends = bound
                .is_bounded()
                .then(|| json!([number_value(bound.low), number_value(bound.high)]));
            bounds.insert(symbol.to_owned(), ends.unwrap_or(Value::Null));
        }
    }
    (!bounds.is_empty()).then_some(Value::Object(bounds))
}
