//! `category.unit`, and what a category measures.

use serde_json::{Map, Value};

use super::context::Context;
use super::text::label_text;
use super::writer::put;
use crate::cube::{Decimals, MeasuringType, Unit, UnitKind};
use crate::formats::error::Failure;
use crate::formats::json::{Node, Tree};

/// The unit of a category; `None` where nothing is said of it.
pub(super) fn unit_from(node: &Node<'_>, context: &Context<'_>) -> Result<Option<Unit>, Failure> {
    let text = |name| {
        let text = label_text(&node.get(name), context)?;
        Ok::<Box<str>, Failure>(text.unwrap_or("").into())
    };
    let unit = Unit {
        label: text("label")?,
        base: text("base")?,
        symbol: text("symbol")?,
        symbol_before: node.get("position").optional_text()? == Some("start"),
        multiplier: multiplier(&node.get("multiplier")),
        kind: match text_or_nothing(&node.get("type")) {
            Some("count") => Some(UnitKind::Count),
            Some("ratio") => Some(UnitKind::Ratio),
            _ => None,
        },
        decimals: decimals(&node.get("decimals"))?,
    };
    Ok(Some(unit).filter(|unit| *unit != Unit::default()))
}

/// A text; what is none says nothing.
pub(super) fn text_or_nothing<'t>(node: &Node<'t>) -> Option<&'t str> {
    if let Tree::Text(text) = node.tree() {
        return Some(text);
    }
    None
}

/// A power of ten from -30 to 30; 0 where it says nothing of the kind.
#[allow(
    clippy::cast_possible_truncation,
    reason = "checked to be small and whole"
)]
fn multiplier(node: &Node<'_>) -> i32 {
    if let Tree::Number(number) = node.tree()
        && number.abs() <= 30.0
        && number.fract() == 0.0
    {
        return *number as i32;
    }
    0
}

fn decimals(node: &Node<'_>) -> Result<Option<Decimals>, Failure> {
    let Some(node) = node.present() else {
        return Ok(None);
    };
    let count = u8::try_from(node.integer()?);
    let count = count.map_err(|_| node.expected("at most 255 decimals"))?;
    Ok(Some(Decimals::new(count)))
}

/// A unit, as written; `None` where nothing is known of it.
pub(super) fn unit_value(unit: &Unit) -> Map<String, Value> {
    let mut value = Map::new();
    for (name, text) in [
        ("label", &unit.label),
        ("base", &unit.base),
        ("symbol", &unit.symbol),
    ] {
        put(
            &mut value,
            name,
            (!text.is_empty()).then(|| Value::from(&**text)),
        );
    }
    put(
        &mut value,
        "position",
        unit.symbol_before.then(|| "start".into()),
    );
    put(
        &mut value,
        "multiplier",
        (unit.multiplier != 0).then(|| unit.multiplier.into()),
    );
    let kind = unit.kind.map(|kind| match kind {
        UnitKind::Count => "count",
        UnitKind::Ratio => "ratio",
    });
    put(&mut value, "type", kind.map(Value::from));
    let decimals = unit.decimals.map(Decimals::count);
    put(&mut value, "decimals", decimals.map(Value::from));
    value
}

/// What a category measures, by the words of `PxWeb`.
pub(super) fn measuring_type(node: &Node<'_>) -> Option<MeasuringType> {
    match text_or_nothing(node)? {
        "Stock" => Some(MeasuringType::Stock),
        "Flow" => Some(MeasuringType::Flow),
        "Average" => Some(MeasuringType::Average),
        _ => None,
    }
}

/// That word.
pub(super) fn measuring_type_name(measuring_type: MeasuringType) -> &'static str {
    match measuring_type {
        MeasuringType::Stock => "Stock",
        MeasuringType::Flow => "Flow",
        MeasuringType::Average => "Average",
    }
}
