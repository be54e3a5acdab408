//! Any cube is written and read back, and any bytes give a cube or an error.

use jangkau::cube::{Cube, Selection, linked};
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use jangkau::formats::{FormatError, Limits, Opened, open, open_dataset};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::cases::cases;
use crate::support::cubes::any_cube;

/// Reads bytes, and asks and writes what comes out of them: an answer or an error, nothing else.
pub(super) fn check_any(bytes: &[u8]) -> Result<(), TestCaseError> {
    let (page, alone) = (Limits::PAGE, cube_from_bytes(bytes, &Limits::PAGE));
    if let Ok(Opened::Several(bundle)) = open(bytes, &page) {
        for number in 1..=bundle.names().len() {
            check_read(open_dataset(bytes, Some(&number.to_string()), &page))?;
        }
    }
    check_read(alone.or_else(|_| open_dataset(bytes, None, &page)))
}

fn check_read(read: Result<Cube, FormatError>) -> Result<(), TestCaseError> {
    let Ok(cube) = read else {
        return Ok(());
    };
    let answer = linked(&cube, &Selection::all());
    prop_assert_eq!(answer.marginals().len(), cube.axes().count());
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE);
    prop_assert_eq!(again.as_ref(), Ok(&cube));
    Ok(())
}

/// A dataset as it was written before JSON-stat 2.0.
fn before_2(mut file: Value) -> Value {
    for name in ["id", "size", "role"] {
        file["dimension"][name] = file[name].take();
    }
    let members = file.as_object_mut().unwrap();
    members.retain(|name, _| !["version", "class", "id", "size", "role"].contains(&&**name));
    file
}

/// A dataset in each form of a file that holds one or two.
fn forms(file: &Value) -> [Value; 4] {
    let old = before_2(file.clone());
    [
        old.clone(),
        json!({"Pets": old, "note": ["x"]}),
        json!({"dataset": old, "other": old}),
        json!({"class": "collection", "link": {"item": [{"href": "x"}, file, file]}}),
    ]
}

/// Puts `value` in the place of the `nth` value inside, counted over the whole document.
pub(super) fn put_at(at: &mut Value, nth: &mut usize, value: &Value) {
    if *nth == 0 {
        *at = value.clone();
    }
    *nth = nth.wrapping_sub(1);
    match at {
        Value::Array(items) => items.iter_mut().for_each(|it| put_at(it, nth, value)),
        Value::Object(members) => members.values_mut().for_each(|it| put_at(it, nth, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

pub(super) fn count(at: &Value) -> usize {
    1 + match at {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// A value that does not belong there, mostly.
pub(super) fn odd_value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1e300),
        json!(9_007_199_254_740_993_u64),
        json!(""),
        json!("0"),
        json!("0-"),
        json!("1e999"),
        json!([]),
        json!([null]),
        json!(["0", "0", "0"]),
        json!([
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            9_000_000_000_000_000_u64
        ]),
        json!({}),
        json!({"0": null}),
        json!({"": {"": []}}),
        json!({"0-": "0", "1-": "0"}),
    ])
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn a_cube_written_is_read_back_as_the_same_cube(cube in any_cube()) {
        let bytes = bytes_from_cube(&cube);
        let read = cube_from_bytes(&bytes, &Limits::PAGE).unwrap();
        prop_assert_eq!(&read, &cube);
        prop_assert_eq!(bytes_from_cube(&read), bytes);
    }

    #[test]
    fn a_cube_is_the_same_in_every_form_of_a_file(cube in any_cube()) {
        let file: Value = serde_json::from_slice(&bytes_from_cube(&cube)).unwrap();
        for (form, choice) in forms(&file).iter().zip([None, None, Some("other"), Some("2")]) {
            let read = open_dataset(form.to_string().as_bytes(), choice, &Limits::PAGE);
            prop_assert_eq!(read.as_ref(), Ok(&cube));
        }
    }

    #[test]
    fn any_bytes_give_a_cube_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_any(&bytes)?;
    }

    #[test]
    fn any_text_that_looks_like_json_gives_a_cube_or_an_error(
        text in r#"([\[\]{},:]|"(id|size|value|status|class|dataset|version|2\.0|0)"|-?[0-9]{1,20}|null|1e9){0,60}"#,
    ) {
        check_any(text.as_bytes())?;
        check_any(format!("{{{text}}}").as_bytes())?;
    }

    #[test]
    fn a_file_with_odd_values_in_it_gives_a_cube_or_an_error(
        cube in any_cube(), places in prop::collection::vec((any::<usize>(), odd_value()), 1..4),
    ) {
        let file: Value = serde_json::from_slice(&bytes_from_cube(&cube)).unwrap();
        for mut file in [vec![file.clone()], forms(&file).to_vec()].concat() {
            for (place, value) in &places {
                let mut nth = place % count(&file);
                put_at(&mut file, &mut nth, value);
            }
            check_any(file.to_string().as_bytes())?;
        }
    }

    #[test]
    fn a_file_cut_short_is_an_error(cube in any_cube(), cut in any::<usize>()) {
        let bytes = bytes_from_cube(&cube);
        let cut = cut % bytes.len();
        prop_assert!(cube_from_bytes(&bytes[..cut], &Limits::PAGE).is_err());
    }

    #[test]
    fn a_file_with_changed_bytes_gives_a_cube_or_an_error(
        cube in any_cube(), changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..5),
    ) {
        let mut bytes = bytes_from_cube(&cube);
        for (place, byte) in changes {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        check_any(&bytes)?;
    }
}
