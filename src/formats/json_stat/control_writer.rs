//! The published figures that a cube is held against, as written.

use serde_json::{Map, Value, json};

use super::writer::{by_lang, own_lang, put};
use crate::cube::{
    Axis, CatIx, Control, Cube, Derived, Interval, Label, Printed, PrintedUnit, Selection, Source,
};
use crate::formats::number_value;

pub(super) fn selection_value(cube: &Cube, selection: &Selection) -> Value {
    let clause = |(axis, picked): (Axis, &[CatIx])| {
        let codes: Value = picked
            .iter()
            .map(|&at| cube.members(axis).get(at).code().as_str())
            .collect();
        (cube.axis_id(axis).as_str().to_owned(), codes)
    };
    Value::Object(selection.clauses().map(clause).collect())
}

pub(super) fn sources(cube: &Cube) -> Vec<&Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for control in &cube.metadata().controls {
        if control.source != Source::default() && !sources.contains(&&control.source) {
            sources.push(&control.source);
        }
    }
    sources
}

pub(super) fn source_value(source: &Source) -> Value {
    json!({ "title": source.title, "publisher": source.publisher, "date": source.date, "url": source.url })
}

pub(super) fn control_value(cube: &Cube, control: &Control, sources: &[&Source]) -> Value {
    let mut value = Map::new();
    value.insert("kind".into(), control.kind.key().into());
    value.insert(
        "selection".into(),
        selection_value(cube, &control.selection),
    );
    put(
        &mut value,
        "of",
        control
            .share_of
            .as_ref()
            .map(|of| selection_value(cube, of)),
    );
    value.insert("value".into(), number_value(control.value));
    put(
        &mut value,
        "tolerance",
        (control.tolerance != 0.0).then(|| number_value(control.tolerance)),
    );
    let printed = control.printed.as_ref();
    put(
        &mut value,
        "printed",
        printed.map(|it| printed_value(cube, it)),
    );
    let derived = control.derived.as_ref();
    put(
        &mut value,
        "derived",
        derived.map(|it| derived_value(cube, it, control.value)),
    );
    put(
        &mut value,
        "source",
        sources
            .iter()
            .position(|it| **it == control.source)
            .map(Value::from),
    );
    put(
        &mut value,
        "note",
        control
            .note
            .as_ref()
            .map(|note| by_lang(note, own_lang(cube))),
    );
    Value::Object(value)
}

fn printed_value(cube: &Cube, printed: &Printed) -> Value {
    let mut value = Map::new();
    value.insert("value".into(), number_value(printed.value));
    let unit = match printed.unit {
        PrintedUnit::Count => None,
        PrintedUnit::Percent => Some("percent".into()),
    };
    put(&mut value, "unit", unit);
    let decimals = Some(printed.decimals).filter(|it| *it != 0);
    put(&mut value, "decimals", decimals.map(Value::from));
    put(&mut value, "period", words(cube, &printed.period));
    let of = printed.of.as_ref();
    put(&mut value, "of", of.map(|of| by_lang(of, own_lang(cube))));
    Value::Object(value)
}

fn derived_value(cube: &Cube, derived: &Derived, about: f64) -> Value {
    let mut value = Map::new();
    value.insert("how".into(), derived.how.key().into());
    put(&mut value, "text", words(cube, &derived.text));
    let of = derived.percent_of.as_ref();
    put(&mut value, "of", of.map(|of| selection_value(cube, of)));
    let interval = derived.interval;
    put(
        &mut value,
        "interval",
        interval.map(|it| interval_value(it, about)),
    );
    Value::Object(value)
}

/// A distance where all three are whole numbers, so that it is read back as the same.
#[allow(clippy::float_cmp, reason = "whole numbers are exact")]
fn interval_value(interval: Interval, about: f64) -> Value {
    let [below, above] = [about - interval.low, interval.high - about];
    let is_whole = |number: f64| number.fract() == 0.0 && number.abs() < 9e15;
    if below == above && [about, below].into_iter().all(is_whole) {
        return number_value(below);
    }
    let high = Some(interval.high).filter(|high| high.is_finite());
    json!([number_value(interval.low), high.map(number_value)])
}

/// A label in its languages; nothing of an empty one.
fn words(cube: &Cube, label: &Label) -> Option<Value> {
    (*label != Label::default()).then(|| by_lang(label, own_lang(cube)))
}
