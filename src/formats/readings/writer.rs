//! Readings to bytes.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{ADDITIVITIES, REASONS, ROLES};
use crate::cube::{DimensionReading, How, ProvenSum, Readings, Reason, Rule};

/// Writes readings that [`super::readings_from_bytes`] reads back as the same. Of each dimension every
/// different reading is written once. The same readings give the same bytes.
///
/// # Examples
/// ```
/// use jangkau::cube::Selection;
/// use jangkau::formats::{Limits, open, readings::{bytes_from_readings, readings_from_bytes}};
/// let file = br#"{
///     "version": "2.0", "class": "dataset", "id": ["sex"], "size": [3],
///     "dimension": {"sex": {"category": {"index": ["T", "F", "M"]}}}, "value": [12, 7, 5]
/// }"#;
/// let readings = open(file, &Limits::PAGE)?.into_dataset()?.all_readings();
/// assert_eq!(readings_from_bytes(&bytes_from_readings(&readings), &Limits::PAGE)?, readings);
/// # Ok::<(), jangkau::formats::FormatError>(())
/// ```
#[must_use]
pub fn bytes_from_readings(readings: &Readings) -> Vec<u8> {
    let mut written: Vec<Written> = readings
        .dimensions()
        .iter()
        .map(|_| Written::default())
        .collect();
    let list = readings.list().iter().map(|reading| {
        let own = written.iter_mut().zip(reading.dimensions());
        let of: Vec<usize> = own.map(|(written, own)| written.position(own)).collect();
        json!({
            "of": of,
            "additivity": name_of(&reading.additivity(), &ADDITIVITIES),
            "counts": reading.counts(),
        })
    });
    let list: Vec<Value> = list.collect();
    let dimensions = readings.dimensions().iter().zip(written);
    let dimensions: Vec<Value> = dimensions
        .map(|((role, size), written)| {
            json!({ "role": name_of(role, &ROLES), "size": size, "readings": written.list })
        })
        .collect();
    let text = json!({ "dimensions": dimensions, "readings": list }).to_string();
    (text + "\n").into_bytes()
}

/// The readings of a dimension so far, with the position of each by its text.
#[derive(Default)]
struct Written {
    list: Vec<Value>,
    at: HashMap<String, usize>,
}

impl Written {
    fn position(&mut self, reading: &DimensionReading) -> usize {
        let value = dimension_value(reading);
        let next = self.list.len();
        let at = *self.at.entry(value.to_string()).or_insert(next);
        if at == next {
            self.list.push(value);
        }
        at
    }
}

fn dimension_value(reading: &DimensionReading) -> Value {
    let mut value = Map::new();
    let mut put = |key: &str, member: Value| value.insert(key.to_owned(), member);
    let (how, category) = match reading.how() {
        How::Single => ("single", None),
        How::Each => ("each", None),
        How::Total(at) => ("total", Some(at)),
        How::Latest(at) => ("latest", Some(at)),
        How::One(at) => ("one", Some(at)),
        How::Sum(parts) => {
            put("parts", runs(&positions(parts)));
            ("sum", None)
        }
    };
    put("how", how.into());
    if let Some(at) = category {
        put("category", at.0.into());
    }
    match reading.reason() {
        Reason::Proven(sum) => put("proof", proof_value(sum)),
        Reason::NamedAndEqual { parts, rows } => {
            put("equal", json!({ "parts": parts, "rows": rows }))
        }
        plain @ (Reason::OneCategory
        | Reason::Declared
        | Reason::NamedAndBetween
        | Reason::NamedOnly
        | Reason::FirstMeasure
        | Reason::KnownAggregate
        | Reason::FirstWithFigure
        | Reason::Latest
        | Reason::AddedUp(_)
        | Reason::Forbidden
        | Reason::NotCounts
        | Reason::MayOverlap) => put("reason", name_of(plain, &REASONS).into()),
    };
    put("parts_add", reading.parts_add().into());
    put("sums", reading.sums().iter().map(proof_value).collect());
    match &reading.rule {
        Rule::Declared => put("rule", "declared".into()),
        Rule::Forbidden => put("rule", "forbidden".into()),
        Rule::Proofs { counts, disjoint } => {
            if !disjoint.is_empty() {
                put("disjoint", runs(&positions(disjoint)));
            }
            put("counts", (*counts).into());
            put("rule", "proofs".into())
        }
    };
    put("latest_first", json!(reading.latest_first));
    if !reading.periods.last_first.is_empty() {
        let series = reading.periods.series.iter();
        put("last_first", json!(reading.periods.last_first));
        put("series", series.map(|series| json!(series)).collect());
    }
    Value::Object(value)
}

fn proof_value(sum: &ProvenSum) -> Value {
    json!({
        "of": sum.of, "parts": runs(&sum.parts), "exact": sum.exact,
        "rows": sum.rows, "compared": sum.compared,
    })
}

/// Where flags are set.
fn positions(flags: &[bool]) -> Vec<usize> {
    (0..flags.len()).filter(|at| flags[*at]).collect()
}

/// Ascending positions; those that follow each other by the first and the last.
fn runs(positions: &[usize]) -> Value {
    let runs = positions.chunk_by(|a, b| a + 1 == *b);
    runs.map(|run| match run {
        [first, .., last] => json!([first, last]),
        [only] => json!(only),
        [] => Value::Null,
    })
    .collect()
}

/// The name of something in a table.
fn name_of<'n, T: PartialEq>(of: &T, table: &[(&'n str, T)]) -> &'n str {
    let known = table.iter().find(|(_, known)| known == of);
    known.map_or("", |(name, _)| name)
}
