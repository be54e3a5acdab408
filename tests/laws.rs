//! What holds for every cube and every selection.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support {
    pub(crate) mod cases;
    pub(crate) mod cubes;
    pub(crate) mod metadata;
    pub(crate) mod picks;
    pub(crate) mod reference;
}

use jangkau::cube::{Aggregation, Cube, DimIx, Figure, Linked, Role, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use jangkau::search::{Hit, PlaceIndex};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::cases::cases;
use support::cubes::any_cube;
use support::picks::{any_picks, clauses, selection};
use support::reference;

/// Whether two figures say the same, sums of broken numbers to a billionth of what they add up.
fn agree(cube: &Cube, one: Figure, other: Figure) -> bool {
    let size: f64 = (0..cube.values().len())
        .map(|cell| cube.values().get(cell).abs())
        .sum();
    let kind = std::mem::discriminant(&one) == std::mem::discriminant(&other);
    let near = match (one.number(), other.number()) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * size,
        _ => true,
    };
    kind && near
}

fn check_agree(cube: &Cube, one: Figure, other: Figure) -> Result<(), TestCaseError> {
    prop_assert!(agree(cube, one, other), "{one:?} is not {other:?}");
    Ok(())
}

fn check_same(cube: &Cube, one: &Linked, other: &Linked) -> Result<(), TestCaseError> {
    check_agree(cube, one.total(), other.total())?;
    for (one, other) in one.marginals().iter().zip(other.marginals()) {
        for (one, other) in one.figures().zip(other.figures()) {
            check_agree(cube, one, other)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn the_engine_agrees_with_a_walk_over_every_cell(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        let (fast, slow) = (linked(&cube, &selection), reference::answer(&cube, &selection));
        check_agree(&cube, fast.total(), slow.total)?;
        prop_assert_eq!(fast.marginals().len(), slow.along.len());
        for along in slow.along {
            let marginal = fast.marginal(along.axis);
            prop_assert_eq!(marginal.figures().count(), along.figures.len());
            for (at, _) in cube.members(along.axis).iter() {
                prop_assert_eq!(marginal.is_shown(at), along.shown[at.0], "{:?} {:?}", along.axis, at);
                check_agree(&cube, marginal.figure(at), along.figures[at.0])?;
            }
        }
    }

    #[test]
    fn whole_numbers_are_added_without_any_rounding(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        if matches!(cube.values(), jangkau::cube::Values::Whole(_)) {
            let slow = reference::answer(&cube, &selection);
            prop_assert_eq!(linked(&cube, &selection).total(), slow.total);
        }
    }

    #[test]
    fn a_marginal_is_what_picking_that_category_gives(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        let before = linked(&cube, &selection);
        for marginal in before.marginals() {
            for (at, _) in cube.members(marginal.axis()).iter().filter(|(at, _)| marginal.is_shown(*at)) {
                let picked = linked(&cube, &selection.clone().with(marginal.axis(), vec![at]));
                check_agree(&cube, picked.total(), marginal.figure(at))?;
            }
        }
    }

    #[test]
    fn the_parts_of_every_axis_sum_to_the_total(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        let answer = linked(&cube, &selection);
        let Figure::Number(total) = answer.total() else { return Ok(()) };
        for marginal in answer.marginals() {
            let axis = marginal.axis();
            let dimension = cube.dimension(axis.dimension());
            let leaves = || dimension.categories().iter().map(|(leaf, _)| leaf);
            let plain = dimension.total().is_none()
                && dimension.role() != Role::Metric
                && leaves().all(|leaf| dimension.parent(leaf).is_none() && cube.along(axis, leaf).is_some());
            if !plain || cube.metadata().aggregation == Aggregation::None {
                continue;
            }
            let picked = cube.members(axis).iter().filter(|(at, _)| {
                marginal.is_shown(*at) && selection.clause(axis).is_none_or(|picked| picked.contains(at))
            });
            let parts: Option<f64> = picked.map(|(at, _)| marginal.figure(at).number()).sum();
            check_agree(&cube, Figure::Number(parts.unwrap()), Figure::Number(total))?;
        }
    }

    #[test]
    fn filters_commute(cube in any_cube(), picks in any_picks(), turn in 0..4_usize) {
        let mut clauses = clauses(&cube, &picks);
        clauses.sort();
        clauses.dedup_by_key(|(axis, _)| *axis);
        let all = |clauses: &[(_, Vec<_>)]| {
            clauses.iter().fold(Selection::all(), |all, (axis, picked)| all.with(*axis, picked.clone()))
        };
        let straight = all(&clauses);
        let turns = turn % clauses.len().max(1);
        clauses.rotate_left(turns);
        prop_assert_eq!(&all(&clauses), &straight);
        clauses.reverse();
        prop_assert_eq!(all(&clauses), straight);
    }

    #[test]
    fn adding_a_filter_and_removing_it_restores_the_view(
        cube in any_cube(), picks in any_picks(), more in any_picks(),
    ) {
        let before = selection(&cube, &picks);
        for (axis, picked) in clauses(&cube, &more) {
            let kept = before.clause(axis).unwrap_or_default().to_vec();
            let after = before.clone().with(axis, picked.clone()).with(axis, kept);
            prop_assert_eq!(&after, &before);
            let without = before.clone().with(axis, picked).without(axis);
            prop_assert_eq!(without, before.clone().without(axis));
            check_same(&cube, &linked(&cube, &after), &linked(&cube, &before))?;
        }
    }

    #[test]
    fn a_marginal_ignores_its_own_clause(cube in any_cube(), picks in any_picks(), more in any_picks()) {
        let before = selection(&cube, &picks);
        let answer = linked(&cube, &before);
        for (axis, picked) in clauses(&cube, &more) {
            let after = linked(&cube, &before.clone().with(axis, picked));
            prop_assert_eq!(after.marginal(axis), answer.marginal(axis));
        }
    }

    #[test]
    fn a_cube_written_is_read_back_as_the_same_cube(cube in any_cube()) {
        let bytes = bytes_from_cube(&cube);
        let read = cube_from_bytes(&bytes, &Limits::PAGE).unwrap();
        prop_assert_eq!(&read, &cube);
        prop_assert_eq!(bytes_from_cube(&read), bytes);
    }
}

/// Reads bytes, and asks and writes what comes out of them: an answer or an error, nothing else.
fn check_any(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(cube) = cube_from_bytes(bytes, &Limits::PAGE) else {
        return Ok(());
    };
    let answer = linked(&cube, &Selection::all());
    prop_assert_eq!(answer.marginals().len(), cube.axes().count());
    let again = cube_from_bytes(&bytes_from_cube(&cube), &Limits::PAGE);
    prop_assert_eq!(again.as_ref(), Ok(&cube));
    Ok(())
}

/// Puts `value` in the place of the `nth` value inside, counted over the whole document.
fn put_at(at: &mut Value, nth: &mut usize, value: &Value) {
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

fn count(at: &Value) -> usize {
    1 + match at {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// A value that does not belong there, mostly.
fn odd_value() -> impl Strategy<Value = Value> {
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
        let mut file: Value = serde_json::from_slice(&bytes_from_cube(&cube)).unwrap();
        for (place, value) in places {
            let mut nth = place % count(&file);
            put_at(&mut file, &mut nth, &value);
        }
        check_any(file.to_string().as_bytes())?;
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

    #[test]
    fn any_query_finds_places_of_the_cube_each_once_and_no_more_than_asked_for(
        cube in any_cube(), query in "(c[0-9]|g|[0-9]|x|ae|\\PC){0,12}", limit in 0..9_usize,
    ) {
        for dimension in (0..cube.dimensions().len()).map(DimIx) {
            let hits = PlaceIndex::new(&cube, dimension, "ar").find(&query, limit);
            prop_assert!(hits.len() <= limit);
            for (nth, hit) in hits.iter().enumerate() {
                prop_assert_eq!(hit.axis.dimension(), dimension);
                prop_assert!(hit.at.0 < cube.members(hit.axis).len());
                let same = |other: &&Hit| (other.axis, other.at) == (hit.axis, hit.at);
                prop_assert!(!hits[..nth].iter().any(|other| same(&other)));
            }
        }
    }
}
