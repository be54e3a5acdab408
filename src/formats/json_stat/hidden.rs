//! What a file says of cells without a value: which symbols hide a value, and between which bounds.

use serde_json::{Map, Value, json};

use crate::cube::{
    Cube, Decimals, Dimension, Gap, Interval, Status, Statuses, Unit, UnitKind, Values,
};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};
use crate::formats::number_value;

/// The statuses of a file with what its extension says of them: `bounds` by symbol (`[1, 4]`, or
/// `null` of a symbol that hides without a bound); of a `PxWeb` table `:` is suppressed and `.`
/// counts as nothing, as `M` does. A limit (`<5`) bounds whole counts only (`counts`): of a rate, or of
/// figures in thousands, it may hide anything.
pub(super) fn with_bounds(
    statuses: Statuses,
    extension: &Node<'_>,
    counts: bool,
) -> Result<Statuses, Failure> {
    let bounds = bounds(&extension.get("bounds"))?;
    let of_px = extension.get("px").present().is_some();
    let known = |status: Status| {
        let symbol = status.as_str();
        let declared = bounds.iter().find(|(known, _)| *known == symbol);
        match (declared, symbol) {
            (Some((_, bound)), _) => Status::with_gap(symbol, Gap::Suppressed(*bound)),
            (None, ":") if of_px => Status::with_gap(symbol, Gap::Suppressed(Interval::UNBOUNDED)),
            (None, ".") if of_px => Status::new("M"),
            _ if !counts && matches!(status.gap(), Gap::Suppressed(_)) => {
                Status::with_gap(symbol, Gap::Suppressed(Interval::UNBOUNDED))
            }
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

/// Whether every figure of a file is a whole count: none below zero or broken, none in percent, in
/// thousands or with decimals, by what its units say.
pub(super) fn are_counts(values: &Values, dimensions: &[Dimension]) -> bool {
    let categories = dimensions.iter().flat_map(|it| it.categories().iter());
    let mut units = categories.filter_map(|(_, category)| category.unit());
    let is_count = |unit: &Unit| {
        let decimals = unit.decimals.map_or(0, Decimals::count);
        let percent = unit.text().contains(['%', '‰']) || unit.symbol.contains(['%', '‰']);
        let is_ratio = unit.kind == Some(UnitKind::Ratio);
        decimals == 0 && unit.multiplier == 0 && !percent && !is_ratio && !unit.says_magnitude()
    };
    matches!(values, Values::Whole(_)) && units.all(is_count)
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
