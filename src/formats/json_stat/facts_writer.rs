//! Published facts beside a dataset, as written.

use serde_json::{Map, Value, json};

use super::control_writer::{selection_value, source_value};
use super::writer::{by_lang, own_lang, put};
use crate::cube::{Cube, Fact, Label, Source};
use crate::formats::number_value;

/// Writes facts that [`super::facts_from_bytes`] reads back as the same facts, one a line. The same
/// facts give the same bytes.
///
/// # Examples
/// ```
/// use jangkau::cube::{Fact, Label, Source};
/// use jangkau::formats::{Limits, json_stat::bytes_from_facts, open};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "label": "Water", "id": ["area"], "size": [2],
///     "role": {"geo": ["area"]},
///     "dimension": {"area": {"label": "Area", "category": {
///         "index": ["n1", "n2"], "label": {"n1": "North", "n2": "South"}
///     }}},
///     "value": [12.5, 80]
/// }"#;
/// let cube = open(file, &Limits::PAGE)?.into_dataset()?;
/// let fact = Fact {
///     topic: Label::new("Water"),
///     about: Label::new("litres a day"),
///     period: Label::new("2024"),
///     place: None,
///     elsewhere: None,
///     value: 92.5,
///     unit: Label::new("litres"),
///     question: None,
///     source: Source::default(),
/// };
/// let bytes = bytes_from_facts(&cube, &[fact.clone()]);
/// assert_eq!(open(&bytes, &Limits::PAGE)?.into_facts()?.facts(&cube)?, [fact]);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bytes_from_facts(cube: &Cube, facts: &[Fact]) -> Vec<u8> {
    let (mut labels, mut sources): (Vec<&Label>, Vec<&Source>) = (Vec::new(), Vec::new());
    let facts: Vec<Value> = facts
        .iter()
        .map(|fact| {
            let mut value = Map::new();
            let mut put_label = |key: &str, label| {
                value.insert(key.into(), position(&mut labels, label).into());
            };
            put_label("topic", &fact.topic);
            put_label("about", &fact.about);
            put_label("period", &fact.period);
            put_label("unit", &fact.unit);
            if let Some(name) = &fact.elsewhere {
                put_label("elsewhere", name);
            }
            let place = fact.place.map(|(axis, at)| {
                let code = cube.members(axis).get(at).code().as_str();
                json!({ cube.axis_id(axis).as_str(): code })
            });
            put(&mut value, "place", place);
            value.insert("value".into(), number_value(fact.value));
            if let Some(question) = &fact.question {
                let selection = selection_value(cube, &question.selection);
                value.insert("selection".into(), selection);
                let of = question.share_of.as_ref();
                put(&mut value, "of", of.map(|of| selection_value(cube, of)));
            }
            value.insert("source".into(), position(&mut sources, &fact.source).into());
            Value::Object(value)
        })
        .collect();
    let labels = labels
        .into_iter()
        .map(|label| by_lang(label, own_lang(cube)));
    let sources = sources.into_iter().map(source_value);
    let lines = |name: &str, items: Vec<Value>| {
        let items: Vec<String> = items.iter().map(Value::to_string).collect();
        format!("\"{name}\":[\n{}\n]", items.join(",\n"))
    };
    let parts = [
        lines("labels", labels.collect()),
        lines("sources", sources.collect()),
        lines("facts", facts),
    ];
    format!("{{{}}}\n", parts.join(",\n")).into_bytes()
}

/// The position of an item in a list, at whose end it is put where it is new.
fn position<'a, T: PartialEq>(list: &mut Vec<&'a T>, item: &'a T) -> usize {
    let known = list.iter().position(|known| *known == item);
    known.unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}
