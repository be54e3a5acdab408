//! JSON-stat that is refused, each with its place, what was expected and what was found.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod plain_file;
}

use jangkau::formats::json_stat::cube_from_bytes;
use jangkau::formats::{FormatError, Limits};
use serde_json::{Value, json};
use support::plain_file::{check_refused, plain, read, with};

#[track_caller]
fn check_limit(limits: Limits, expected: &str) {
    let error = cube_from_bytes(plain().to_string().as_bytes(), &limits).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn other_forms_are_refused_by_name() {
    check_refused(
        &[("class", json!("collection"))],
        "class: a collection is not read, expected a JSON-stat dataset",
    );
    check_refused(
        &[("class", json!("dimension"))],
        "class: a dimension alone is not read, expected a JSON-stat dataset",
    );
    check_refused(
        &[("class", json!("bundle"))],
        "class: expected \"dataset\", found \"bundle\"",
    );
    check_refused(
        &[("class", json!(null))],
        "class: expected \"dataset\", found null",
    );
    check_refused(
        &[("version", json!("1.3"))],
        "version: expected \"2.0\", found \"1.3\"",
    );
    check_refused(
        &[("version", json!(null))],
        "version: expected \"2.0\", found null",
    );
}

#[test]
fn what_is_called_disjoint_is_a_list_of_codes_that_are_there() {
    for (disjoint, expected) in [
        (
            json!(["a", "x"]),
            "dimension.place.extension.disjoint: \"place\" has no category \"x\"",
        ),
        (
            json!("a"),
            "dimension.place.extension.disjoint: expected an array, found \"a\"",
        ),
    ] {
        let extension = json!({"disjoint": disjoint});
        check_refused(&[("dimension.place.extension", extension)], expected);
    }
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    check_refused(
        &[("id", json!(null))],
        "id: expected an array of dimension ids, found null",
    );
    check_refused(
        &[("id", json!(["year"]))],
        "size: expected 1 sizes, one a dimension, found an array of 2",
    );
    check_refused(
        &[("id", json!(["year", "year"]))],
        "dimension.year.category.index: expected 3 categories, as \"size\" says, found 2",
    );
    check_refused(
        &[("id", json!(["year", "x"]))],
        "dimension.x: expected a dimension of this id, found null",
    );
    check_refused(
        &[("size", json!([2, 4]))],
        "dimension.place.category.index: expected 4 categories, as \"size\" says, found 3",
    );
    check_refused(
        &[("value", json!([1, 2]))],
        "value: expected 6 cells, as the sizes make, found 2",
    );
    check_refused(
        &[("value", json!({"6": 1}))],
        "value: expected cells 0 to 5, found cell 6",
    );
    check_refused(
        &[("value", json!(null))],
        "the file: metadata without figures: ask the publisher's site for the data of the table, as \
         JSON-stat",
    );
    check_refused(
        &[("status", json!(["A", "B"]))],
        "status: expected 6 cells, as the sizes make, found 2",
    );
    check_refused(
        &[("status", json!({"9": "A"}))],
        "status: expected cells 0 to 5, found cell 9",
    );
    check_refused(
        &[("dimension.place.category.label", json!({"a": 1}))],
        "dimension.place.category.label.a: expected text, found 1",
    );
    check_refused(
        &[("dimension.place.category.label", json!("A"))],
        "dimension.place.category.label: expected an object, found \"A\"",
    );
    check_refused(
        &[("dimension.place.extension", json!({"total": "x"}))],
        "dimension.place.extension.total: \"place\" has no category \"x\"",
    );
    check_refused(
        &[("dimension.place.category.index", json!(["a", "b", "a"]))],
        "dimension.place: \"place\" has the code \"a\" twice",
    );
    check_refused(
        &[("extension", json!({"aggregation": "mean"}))],
        "extension.aggregation: expected \"sum\" or \"none\", found \"mean\"",
    );
    let basis = |crosses: Value| {
        let all = json!({"else": "own"});
        json!({"basis": {"dimension": "place", "count": all, "crosses": crosses}})
    };
    check_refused(
        &[("extension", basis(json!([["place", "year"], ["year"]])))],
        "extension.basis.crosses[1]: expected the ids of two or more dimensions, found an array of 1",
    );
    check_refused(
        &[("extension", basis(json!([["place", "x"]])))],
        "extension.basis.crosses[0][1]: expected the id of a dimension or grouping, found \"x\"",
    );
    check_refused(
        &[("extension", basis(json!(vec![["place", "year"]; 101])))],
        "extension.basis.crosses: 101 crosses, at most 100 are taken",
    );
    let twice =
        json!({"denominators": [{"id": ["place", "place"], "label": "People", "value": [1]}]});
    check_refused(
        &[("extension", twice)],
        "the file: denominator \"People\" has its dimensions twice or in another order",
    );
    let short = json!({"denominators": [{"id": ["place"], "value": [1]}]});
    check_refused(
        &[("extension", short)],
        "the file: denominator has 1 entries, expected 3",
    );
}

#[test]
fn no_json_is_refused_with_line_and_column() {
    for (text, expected) in [
        ("", "not JSON: EOF while parsing a value at line 1 column 0"),
        (
            "<!doctype html>",
            "not JSON: expected value at line 1 column 1",
        ),
        (
            "{\"value\": [1e999]}",
            "not JSON: number out of range at line 1 column 16",
        ),
        (
            "{\"value\": [\"a\"]}",
            "not JSON: expected a number or null, found \"a\" at line 1 column 15",
        ),
        (
            "{\"value\": {\"x\": 1}}",
            "not JSON: expected the number of a cell, found \"x\" at line 1 column 18",
        ),
        (
            "{\"status\": 1}",
            "not JSON: expected \"status\" as text, or an array or object of texts, found 1 at line 1 column 12",
        ),
    ] {
        let error = cube_from_bytes(text.as_bytes(), &Limits::PAGE).unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }
    let error = cube_from_bytes(b"[]", &Limits::PAGE).unwrap_err();
    let expected = "the file: expected a JSON-stat dataset, found an array of 0";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn more_than_is_taken_is_refused_before_it_is_built() {
    let page = Limits::PAGE;
    check_limit(
        Limits { bytes: 9, ..page },
        &format!(
            "the file has {} bytes, at most 9 are taken",
            plain().to_string().len()
        ),
    );
    check_limit(
        Limits { nesting: 3, ..page },
        "nested deeper than 3 at byte 174",
    );
    check_limit(
        Limits {
            dimensions: 1,
            ..page
        },
        "id: 2 dimensions, at most 1 are taken",
    );
    check_limit(
        Limits {
            categories: 4,
            ..page
        },
        "size: 5 categories, at most 4 are taken",
    );
    check_limit(
        Limits { cells: 5, ..page },
        "size: sizes [2, 3] make more than 5 cells",
    );
    check_limit(
        Limits {
            label_chars: 4,
            ..page
        },
        "dimension.place.label: 5 characters, at most 4 are taken",
    );
    let huge = json!([8_000_000_000_000_000_u64, 3]);
    check_refused(
        &[("size", huge)],
        "size: 8000000000000003 categories, at most 100000 are taken",
    );
    let ids: Vec<String> = (0..12).map(|at| at.to_string()).collect();
    let mut sizes = vec![9000; 12];
    sizes[0] = 0;
    let error = read(&with(&[("id", json!(ids)), ("size", json!(sizes))])).unwrap_err();
    assert!(
        matches!(error, FormatError::Cube { ref at, .. } if at == "size"),
        "{error}"
    );
    let nested = "[".repeat(100_000);
    let error = cube_from_bytes(nested.as_bytes(), &page).unwrap_err();
    assert_eq!(error, FormatError::TooDeep { limit: 64, at: 64 });
    // Nor where nobody would look.
    let unknown = format!("{{\"unknown\":{}", "[{\"x\":".repeat(100_000));
    let error = cube_from_bytes(unknown.as_bytes(), &page).unwrap_err();
    assert!(
        matches!(error, FormatError::TooDeep { limit: 64, .. }),
        "{error}"
    );
}

#[test]
fn more_groupings_languages_and_controls_than_are_taken_are_refused() {
    let grouping = json!({"id": "g", "categories": {"x": "X"}, "of": {}});
    let many = Value::Array(vec![grouping; 101]);
    check_refused(
        &[("dimension.place.extension", json!({"groupings": many}))],
        "dimension: 101 groupings, at most 100 are taken",
    );
    let labels: Value = (0..51).map(|at| (at.to_string(), json!("x"))).collect();
    check_refused(
        &[("extension", json!({"labels": labels}))],
        "extension.labels: 51 languages or schemes, at most 50 are taken",
    );
    let controls = Value::Array(vec![json!({}); 10_001]);
    check_refused(
        &[("extension", json!({"controls": controls}))],
        "extension.controls: 10001 controls, at most 10000 are taken",
    );
    let text = "x".repeat(5_001);
    check_refused(
        &[("extension", json!({"method": text}))],
        "extension.method: 5001 characters, at most 5000 are taken",
    );
}

#[test]
fn what_was_printed_and_derived_and_its_errors_are_refused_by_place() {
    let with = |printed: Value, derived: Value| {
        json!({"controls": [{"kind": "hard", "selection": {}, "value": 1,
            "printed": printed, "derived": derived}]})
    };
    let whole = json!({"value": 1});
    for (extension, expected) in [
        (
            with(json!({"value": 1, "decimals": 0.5}), Value::Null),
            "controls[0].printed.decimals: expected a whole number from -15 to 15, found 0.5",
        ),
        (
            with(json!({"value": 1, "unit": "head"}), Value::Null),
            "controls[0].printed.unit: expected \"percent\", or nothing of a count, found \"head\"",
        ),
        (
            with(whole.clone(), json!({"how": "sum", "interval": [2, 1]})),
            "controls[0].derived.interval: expected the least and the greatest value, or a distance from 0, found an array of 2",
        ),
        (
            with(whole, json!({"how": "guessed"})),
            "controls[0].derived.how: expected \"percentage\", \"difference\", \"sum\", \"scaled\", \
             \"split\", \"period\", \"categories\" or \"assumed\", found \"guessed\"",
        ),
        (
            json!({"errors": {"pattern": {"median": 1, "p90": 2, "cases": 3}}}),
            "errors.pattern: expected \"published\" or \"shared\", found an object",
        ),
        (
            json!({"errors": {"shared": {"median": -1, "p90": 2, "cases": 3}}}),
            "errors.shared.median: expected a percentage from 0, found -1",
        ),
    ] {
        check_refused(
            &[("extension", extension)],
            &format!("extension.{expected}"),
        );
    }
}

/// The plain file with a part of its text put in place of another.
#[track_caller]
fn check_text_refused((part, other): (&str, &str), expected: &str) {
    let text = plain().to_string();
    assert_eq!(text.matches(part).count(), 1, "{part}");
    let text = text.replace(part, other);
    let error = cube_from_bytes(text.as_bytes(), &Limits::PAGE).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_key_that_stands_twice_is_refused_with_its_place() {
    check_text_refused(
        (r#""class":"#, r#""class":"collection","class":"#),
        "the file: the key \"class\" stands twice",
    );
    check_text_refused(
        (
            r#""value":[1,2,3,4,5,6]"#,
            r#""value":[1,2,3,4,5,6],"value":[6,5,4,3,2,1]"#,
        ),
        "the file: the key \"value\" stands twice",
    );
    check_text_refused(
        (r#""b":"B""#, r#""b":"B","a":"A""#),
        "dimension.place.category.label: the key \"a\" stands twice",
    );
    check_text_refused(
        (
            r#""geo":["place"]"#,
            r#""geo":["place"],"geo":["place"],"geo":[]"#,
        ),
        "role: the key \"geo\" stands twice",
    );
    // A cell is the same cell however its number is written, and without a value, too.
    for sparse in [r#"{"3":1,"0":2,"03":1}"#, r#"{"3":null,"3":1}"#] {
        check_text_refused(
            ("[1,2,3,4,5,6]", sparse),
            "value: the key \"3\" stands twice",
        );
    }
    check_text_refused(
        (
            "[1,2,3,4,5,6]",
            r#"[1,2,3,4,5,6],"status":{"5":"E","5":"E"}"#,
        ),
        "status: the key \"5\" stands twice",
    );
}

#[test]
fn what_nobody_reads_is_passed_over_whatever_it_is() {
    let before = read(&plain()).unwrap();
    for unknown in [
        "[1, {\"x\": 1, \"x\": 2}, null]".to_owned(),
        ["[".repeat(60), "]".repeat(60)].concat(),
        ["{\"x\":".repeat(60), "1".to_owned(), "}".repeat(60)].concat(),
    ] {
        let text = plain()
            .to_string()
            .replacen('{', &format!("{{\"unknown\":{unknown},"), 1);
        assert_eq!(
            cube_from_bytes(text.as_bytes(), &Limits::PAGE).as_ref(),
            Ok(&before)
        );
    }
}
