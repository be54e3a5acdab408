//! A list of published figures, as written.

use serde_json::{Map, Value, json};

use super::control_writer::source_value;
use super::fact_list::FACT_LIST;
use super::noun::noun_value;
use super::writer::{by_lang, put};
use crate::cube::{Label, Source};
use crate::fact_list::{Beside, FactIx, FactList, ListedPlace, PrintedFact, Related, Whose};

/// Writes a list that [`super::fact_list_from_bytes`] reads back as the same, one figure a line. The same list
/// gives the same bytes.
#[must_use]
pub fn bytes_from_fact_list(list: &FactList) -> Vec<u8> {
    let about = list.about();
    let text = |label: &Label| by_lang(label, &about.lang);
    let texts = |labels: &[Label]| (!labels.is_empty()).then(|| labels.iter().map(text).collect());
    let mut head = Map::new();
    for (name, value) in [
        ("class", Some(FACT_LIST.into())),
        ("id", Some((*about.id).into())),
        ("release", Some((*about.release).into())),
        ("lang", Some((*about.lang).into())),
        ("label", Some(text(&about.title))),
        ("sentence", Some(text(&about.sentence))),
        ("agency", Some(text(&about.agency))),
        ("whole", Some(text(&about.whole))),
        (
            "place",
            (about.place.as_ref()).map(|noun| noun_value(noun, &about.lang)),
        ),
        ("licence", about.licence.as_ref().map(text)),
        ("updated", about.updated.as_deref().map(Value::from)),
        ("contact", about.contact.as_deref().map(Value::from)),
        ("note", texts(&about.notes)),
    ] {
        put(&mut head, name, value);
    }
    let mut map = Map::new();
    put(&mut map, "figures", Some(positions(&about.map.figures)));
    put(&mut map, "rest", about.map.rest.as_ref().map(text));
    let related =
        |it: &Related| json!({ "text": text(&it.text), "source": source_value(&it.source) });
    let beside = |it: &Beside| json!({ "text": text(&it.text), "figures": positions(&it.figures) });
    let place = |it: &ListedPlace| json!({ "code": it.code.as_str(), "name": text(&it.name) });
    let mut sources: Vec<&Source> = Vec::new();
    let figures: Vec<Value> = (list.facts().iter())
        .map(|fact| figure(list, fact, &mut sources))
        .collect();
    let lines = |name: &str, items: Vec<Value>| {
        let items: Vec<String> = items.iter().map(Value::to_string).collect();
        format!("\"{name}\":[\n{}\n]", items.join(",\n"))
    };
    let mut parts: Vec<String> = (head.iter())
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    parts.push(format!("\"map\":{}", Value::Object(map)));
    parts.push(lines(
        "related",
        about.related.iter().map(related).collect(),
    ));
    parts.push(lines("beside", about.beside.iter().map(beside).collect()));
    parts.push(lines("places", list.places().iter().map(place).collect()));
    parts.push(lines(
        "sources",
        sources.into_iter().map(source_value).collect(),
    ));
    parts.push(lines("figures", figures));
    format!("{{{}}}\n", parts.join(",\n")).into_bytes()
}

fn positions(figures: &[FactIx]) -> Value {
    figures.iter().map(|FactIx(at)| *at).collect()
}

fn figure<'a>(list: &FactList, fact: &'a PrintedFact, sources: &mut Vec<&'a Source>) -> Value {
    let mut value = Map::new();
    let mut put_text = |name: &str, text: &str| {
        if !text.is_empty() {
            value.insert(name.into(), text.into());
        }
    };
    put_text("topic", &fact.topic);
    put_text("category", &fact.category);
    match &fact.whose {
        Whose::Whole => {}
        Whose::Place(at) => put_text("place", list.place(*at).code.as_str()),
        Whose::Other(name) => put_text("other", name),
    }
    put_text("period", &fact.period);
    put_text("number", fact.number.as_str());
    put_text("unit", &fact.unit);
    put_text("qualifier", fact.qualifier.key());
    put_text("remark", &fact.remark);
    put_text("source_remark", &fact.source_remark);
    let known = sources.iter().position(|known| **known == fact.source);
    let at = known.unwrap_or_else(|| {
        sources.push(&fact.source);
        sources.len() - 1
    });
    value.insert("source".into(), at.into());
    Value::Object(value)
}
