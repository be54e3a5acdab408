//! The published figures that a cube is held against, as written.

use serde_json::{Map, Value, json};

use super::writer::{by_lang, own_lang, put};
use crate::cube::{Axis, CatIx, Control, ControlKind, Cube, Selection, Source};
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
    let kind = match control.kind {
        ControlKind::Hard => "hard",
        ControlKind::Soft => "soft",
        ControlKind::Check => "check",
    };
    let mut value = Map::new();
    value.insert("kind".into(), kind.into());
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
    value.insert("value".into(), number_value(control.published));
    put(
        &mut value,
        "tolerance",
        (control.tolerance != 0.0).then(|| number_value(control.tolerance)),
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
