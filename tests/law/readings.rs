//! The readings of any cube are written and read back, and any file of them gives readings or an error.

use std::sync::Arc;

use jangkau::cube::{Axis, CatIx, Cube, DimIx, Role, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_with_readings};
use jangkau::formats::readings::{bytes_from_readings, readings_from_bytes};
use proptest::prelude::*;
use serde_json::Value;

use super::files::{count, odd_value, put_at};
use crate::support::cases::cases;
use crate::support::cubes::any_cube;

const PAGE: &Limits = &Limits::PAGE;

/// A selection that picks a category, by number, of each metric dimension; of some none.
fn picking(cube: &Cube, picks: &[Option<usize>]) -> Selection {
    let dimensions = cube.dimensions().iter().enumerate().zip(picks);
    dimensions.fold(Selection::all(), |all, ((at, dimension), pick)| match pick
        .filter(|_| dimension.role() == Role::Metric)
    {
        Some(pick) => {
            let category = CatIx(pick % dimension.categories().len());
            all.with(Axis::of_dimension(DimIx(at)), vec![category])
        }
        None => all,
    })
}

fn any_picks() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::of(0..6_usize), 12)
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn a_cube_that_is_given_its_readings_answers_as_one_that_works_them_out(
        cube in any_cube(), picks in any_picks(),
    ) {
        let readings = cube.all_readings();
        let bytes = bytes_from_readings(&readings);
        let read = readings_from_bytes(&bytes, PAGE).unwrap();
        prop_assert_eq!(&read, &readings);
        let given = cube_with_readings(&bytes_from_cube(&cube), &Arc::new(read), PAGE).unwrap();
        prop_assert_eq!(&given, &cube);
        let selection = picking(&cube, &picks);
        prop_assert_eq!(given.reading(&selection), cube.reading(&selection));
        prop_assert_eq!(linked(&given, &selection), linked(&cube, &selection));
    }

    #[test]
    fn readings_with_odd_values_give_an_answer_or_an_error(
        cube in any_cube(), picks in any_picks(),
        places in prop::collection::vec((any::<usize>(), odd_value()), 1..4),
    ) {
        let bytes = bytes_from_readings(&cube.all_readings());
        let mut file: Value = serde_json::from_slice(&bytes).unwrap();
        for (place, value) in &places {
            let mut nth = place % count(&file);
            put_at(&mut file, &mut nth, value);
        }
        if let Ok(readings) = readings_from_bytes(file.to_string().as_bytes(), PAGE) {
            let dataset = bytes_from_cube(&cube);
            if let Ok(given) = cube_with_readings(&dataset, &Arc::new(readings), PAGE) {
                let answer = linked(&given, &picking(&given, &picks));
                prop_assert_eq!(answer.marginals().len(), given.axes().count());
            }
        }
    }

    #[test]
    fn the_readings_of_another_cube_are_refused(cube in any_cube(), other in any_cube()) {
        let sizes = |cube: &Cube| -> Vec<(Role, usize)> {
            let dimensions = cube.dimensions().iter();
            dimensions.map(|it| (it.role(), it.categories().len())).collect()
        };
        let readings = Arc::new(other.all_readings());
        let given = cube_with_readings(&bytes_from_cube(&cube), &readings, PAGE);
        let same = sizes(&cube).iter().map(|(_, size)| *size).eq(sizes(&other).iter().map(|(_, size)| *size));
        prop_assert_eq!(given.is_ok(), same, "{:?}", given.err());
    }
}
