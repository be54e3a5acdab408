//! How far figures were off in back-tests: `extension.errors`, by how sure they are.

use serde_json::{Map, Value, json};

use crate::cube::{Cube, RelativeError, Sureness};
use crate::formats::error::Failure;
use crate::formats::json::Node;
use crate::formats::number_value;

/// The errors of a file; empty where it says nothing of them.
pub(super) fn errors_from(extension: &Node<'_>) -> Result<Vec<(Sureness, RelativeError)>, Failure> {
    let mut errors = Vec::new();
    for (word, node) in extension.get("errors").members()? {
        let known = Sureness::ALL.into_iter().find(|it| it.key() == word);
        // A pattern is no estimate: it has no error.
        let sureness = known.filter(|it| *it != Sureness::Pattern);
        let sureness = sureness.ok_or_else(|| node.expected("\"published\" or \"shared\""))?;
        errors.push((sureness, error_from(&node)?));
    }
    Ok(errors)
}

fn error_from(node: &Node<'_>) -> Result<RelativeError, Failure> {
    let percent = |name| {
        let node = node.get(name);
        let number = node.number()?;
        let is_percent = number.is_finite() && number >= 0.0;
        is_percent
            .then_some(number)
            .ok_or_else(|| node.expected("a percentage from 0"))
    };
    Ok(RelativeError {
        median_percent: percent("median")?,
        p90_percent: percent("p90")?,
        cases: node.get("cases").integer()?,
    })
}

/// The same as written; `None` where nothing is said of them.
pub(super) fn errors_value(cube: &Cube) -> Option<Value> {
    let errors = &cube.metadata().errors;
    let value = |(sureness, error): &(Sureness, RelativeError)| {
        let value = json!({
            "median": number_value(error.median_percent),
            "p90": number_value(error.p90_percent),
            "cases": error.cases,
        });
        (sureness.key().to_owned(), value)
    };
    let errors: Map<String, Value> = errors.iter().map(value).collect();
    (!errors.is_empty()).then_some(Value::Object(errors))
}
