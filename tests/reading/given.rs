//! Readings that were worked out before: what a page is given is what it would work out itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jangkau::cube::{Cube, DimIx, Reason};
use jangkau::formats::json_stat::{bytes_from_cube, cube_with_readings};
use jangkau::formats::readings::{bytes_from_readings, readings_from_bytes};
use jangkau::formats::{Limits, Opened, open, open_dataset};
use serde_json::json;

const PAGE: &Limits = &Limits::PAGE;

/// Every JSON file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Every dataset of a file; none where it holds something else.
fn datasets(bytes: &[u8]) -> Vec<Cube> {
    match open(bytes, PAGE) {
        Ok(Opened::Dataset(cube)) => vec![*cube],
        Ok(Opened::Several(bundle)) => (1..=bundle.names().len())
            .filter_map(|number| open_dataset(bytes, Some(&number.to_string()), PAGE).ok())
            .collect(),
        _ => Vec::new(),
    }
}

/// The same dataset as a page has it, given the readings of `cube`.
#[track_caller]
fn as_given(cube: &Cube) -> Cube {
    let readings = cube.all_readings();
    let bytes = bytes_from_readings(&readings);
    let read = readings_from_bytes(&bytes, PAGE).unwrap();
    assert_eq!(read, readings);
    assert_eq!(bytes_from_readings(&read), bytes);
    cube_with_readings(&bytes_from_cube(cube), &Arc::new(read), PAGE).unwrap()
}

/// Holds a dataset against the same one with given readings; how many sums are proven in it.
#[track_caller]
fn check(cube: &Cube, name: &str) -> usize {
    let given = as_given(cube);
    assert_eq!(&given, cube, "{name}");
    let [given, own] = [&given, cube].map(Cube::all_readings);
    assert_eq!(given, own, "{name}");
    let dimensions = own.list().iter().flat_map(|reading| reading.dimensions());
    dimensions.map(|reading| reading.sums().len()).sum()
}

#[test]
fn every_dataset_reads_the_same_by_what_was_worked_out_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = Vec::new();
    for folder in ["tests/data", "public/data"] {
        for path in files_below(&root.join(folder)) {
            for cube in datasets(&fs::read(&path).unwrap()) {
                check(&cube, &path.display().to_string());
                read.push(path.clone());
            }
        }
    }
    assert!(read.len() >= 20, "{read:#?}");
    for name in ["prakerja-1.json", "ma-literacy-1.json"] {
        assert!(read.iter().any(|path| path.ends_with(name)), "{read:#?}");
    }
}

#[test]
fn proofs_are_given_with_their_evidence_and_each_measure_has_its_own() {
    // By measure, year, part of the country and age: of both measures the first part is the sum of
    // the other three, of the first measure alone the first age that of the other four.
    let figure = |measure: u64, year: u64, part: u64, age: u64| {
        (measure * 7919 + year * 613 + part * 389 + age * age * 97) % 9973 + 100
    };
    let (mut values, parts, ages) = (Vec::new(), 1..4, 1..5);
    for measure in 0..2 {
        for year in 0..5 {
            for part in 0..4 {
                for age in 0..5 {
                    let all_parts = if part == 0 {
                        parts.clone()
                    } else {
                        part..part + 1
                    };
                    let all_ages = if age == 0 && measure == 0 {
                        ages.clone()
                    } else {
                        age..age + 1
                    };
                    let cells =
                        all_parts.flat_map(|part| all_ages.clone().map(move |age| (part, age)));
                    let sum: u64 = cells
                        .map(|(part, age)| figure(measure, year, part, age))
                        .sum();
                    values.push(sum);
                }
            }
        }
    }
    let cube = super::cube(&json!({
        "version": "2.0", "class": "dataset", "id": ["what", "year", "part", "age"], "size": [2, 5, 4, 5],
        "role": {"metric": ["what"], "time": ["year"]},
        "dimension": {
            "what": {"category": {"index": ["a", "b"], "unit": {"a": {"label": "persons"}}}},
            "year": {"category": {"index": ["2016", "2017", "2018", "2019", "2020"]}},
            "part": {"category": {"index": ["p", "q", "r", "s"]}},
            "age": {"category": {"index": ["u", "v", "w", "x", "y"]}},
        },
        "value": values,
    }));
    // Nothing chosen is the first measure: two sums each, of the second one.
    assert_eq!(check(&cube, "made"), 2 + 2 + 1);
    let list = cube.all_readings();
    let reason = |reading: usize| list.list()[reading].of(DimIx(3)).reason().clone();
    let Reason::Proven(sum) = reason(1) else {
        panic!("a proof was expected: {:?}", reason(1));
    };
    assert_eq!((sum.of, sum.parts, sum.compared), (0, vec![1, 2, 3, 4], 20));
    assert!(!matches!(reason(2), Reason::Proven(_)));
}
