//! Small files that went wrong, files made to mislead, what is added, and cubes of random numbers.

mod added;
mod cases;
mod forms;
mod given;
mod hostile;
mod random;

use jangkau::cube::{Cube, DimIx, Figure, How, Selection, linked};
use jangkau::formats::{FormatError, Limits, open};
use serde_json::{Value, json};

fn opened(file: &[u8]) -> Result<Cube, FormatError> {
    open(file, &Limits::PAGE)?.into_dataset()
}

fn cube(file: &Value) -> Cube {
    opened(file.to_string().as_bytes()).unwrap()
}

/// How each dimension of two categories or more is read: `total(T)`, `each` …, and the figure.
fn read(cube: &Cube) -> (Vec<String>, Figure) {
    let answer = linked(cube, &Selection::all());
    let dimensions = cube.dimensions().iter().enumerate();
    let how = dimensions.filter_map(|(at, dimension)| {
        let how = answer.reading().of(DimIx(at)).how();
        let code = |at| dimension.categories().get(at).code();
        Some(match how {
            How::Single => return None,
            How::Total(at) => format!("total({})", code(*at)),
            How::Latest(at) => format!("latest({})", code(*at)),
            How::One(at) => format!("one({})", code(*at)),
            How::Sum(_) => "sum".to_owned(),
            How::Each => "each".to_owned(),
        })
    });
    (how.collect(), answer.total())
}

#[track_caller]
fn check(cube: &Cube, expected: &[&str], figure: Figure) {
    let (how, total) = read(cube);
    assert_eq!(
        (how.iter().map(String::as_str).collect::<Vec<_>>(), total),
        (expected.to_vec(), figure)
    );
}

/// A dataset of some dimensions (id, codes) and values in their order.
fn file(dimensions: &[(&str, Vec<String>)], values: &[f64]) -> Value {
    let ids: Vec<&str> = dimensions.iter().map(|(id, _)| *id).collect();
    let sizes: Vec<usize> = dimensions.iter().map(|(_, codes)| codes.len()).collect();
    let named = dimensions.iter();
    let named = named.map(|(id, codes)| ((*id).to_owned(), json!({"category": {"index": codes}})));
    json!({
        "version": "2.0", "class": "dataset", "label": "Made", "id": ids, "size": sizes,
        "dimension": named.collect::<Value>(), "value": values,
    })
}

fn codes(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

/// The measure as a dimension of one category, with its unit.
fn with_measure(mut file: Value, label: &str, unit: &Value) -> Value {
    file["id"].as_array_mut().unwrap().push(json!("measure"));
    file["size"].as_array_mut().unwrap().push(json!(1));
    file["dimension"]["measure"] =
        json!({"category": {"index": ["m"], "label": {"m": label}, "unit": {"m": unit}}});
    file
}
