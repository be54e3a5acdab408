//! What a file says of cells without a value: which symbols hide a value, and between which bounds.

use serde_json::{Map, Value, json};

use crate::cube::{Cube, Gap, Interval, Status, Statuses};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};
use crate::formats::number_value;

/// The statuses of a file with what its extension says of them: `bounds` by symbol (`[1, 4]`, or
/// `null` of a symbol that hides without a bound); of a `PxWeb` table `:` is suppressed and `.`
/// counts as nothing, as `M` does.
pub(super) fn with_bounds(statuses: Statuses, extension: &Node<'_>) -> Result<Statuses, Failure> {
    let bounds = bounds(&extension.get("bounds"))?;
    let of_px = extension.get("px").present().is_some();
    let known = |status: Status| {
        let symbol = status.as_str();
        let declared = bounds.iter().find(|(known, _)| *known == symbol);
        match (declared, symbol) {
            (Some((_, bound)), _) => Status::with_gap(symbol, Gap::Suppressed(*bound)),
            (None, ":") if of_px => Status::with_gap(symbol, Gap::Suppressed(Interval::UNBOUNDED)),
            (None, ".") if of_px => Status::new("M"),
            _ => status,
        }
    };
    Ok(match statuses {
        Statuses::None => Statuses::None,
        Statuses::All(status) => Statuses::All(known(status)),
        Statuses::Each { list, cells } => Statuses::Each {
            list: list.into_iter().map(known).collect(),
            cells,
        },
    })
}

/// The bounds of each symbol that the file declares.
fn bounds<'t>(node: &Node<'t>) -> Result<Vec<(&'t str, Interval)>, Failure> {
    let bound = |node: &Node<'_>| {
        if matches!(node.tree(), Tree::Null) {
            return Ok(Interval::UNBOUNDED);
        }
        let ends = match node.items()?.as_slice() {
            [low, high] => Interval::new(low.number()?, high.number()?),
            _ => None,
        };
        ends.ok_or_else(|| node.expected("[the least, the greatest] value, or null"))
    };
    let members = node.members()?.into_iter();
    members
        .map(|(symbol, node)| Ok((symbol, bound(&node)?)))
        .collect()
}

/// `bounds` as written: what the symbols do not say by themselves. `None` where all do.
pub(super) fn bounds_value(cube: &Cube) -> Option<Value> {
    let mut bounds = Map::new();
    for status in cube.statuses().list() {
        let symbol = status.as_str();
        let own = status.gap();
        if let Gap::Suppressed(bound) = own
            && own != Status::new(symbol).gap()
        {
            let ends = bound
                .is_bounded()
                .then(|| json!([number_value(bound.low), number_value(bound.high)]));
            bounds.insert(symbol.to_owned(), ends.unwrap_or(Value::Null));
        }
    }
    (!bounds.is_empty()).then_some(Value::Object(bounds))
}
