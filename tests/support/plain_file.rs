//! A small JSON-stat file, and what becomes of it with some members put in place of others.

use jangkau::cube::Cube;
use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::formats::{FormatError, Limits};
use serde_json::{Value, json};

/// Two years, three places, with figures 1 to 6.
pub(crate) fn plain() -> Value {
    json!({
        "version": "2.0", "class": "dataset", "label": "Plain",
        "id": ["year", "place"], "size": [2, 3],
        "role": {"time": ["year"], "geo": ["place"]},
        "dimension": {
            "year": {"label": "Year", "category": {"index": ["2020", "2021"]}},
            "place": {"label": "Place", "category": {
                "index": ["a", "b", "c"], "label": {"a": "A", "b": "B", "c": "C"}
            }}
        },
        "value": [1, 2, 3, 4, 5, 6]
    })
}

/// The plain dataset with some members put in place of others; a path is split at dots.
pub(crate) fn with(changes: &[(&str, Value)]) -> Value {
    let mut file = plain();
    for (path, value) in changes {
        let mut at = &mut file;
        for step in path.split('.') {
            at = &mut at[step];
        }
        *at = value.clone();
    }
    file
}

pub(crate) fn read(file: &Value) -> Result<Cube, FormatError> {
    cube_from_bytes(file.to_string().as_bytes(), &Limits::PAGE)
}

#[track_caller]
pub(crate) fn check_refused(changes: &[(&str, Value)], expected: &str) {
    let error = read(&with(changes)).unwrap_err();
    assert_eq!(error.to_string(), expected);
}
