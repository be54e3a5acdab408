//! What is said of a cube with hidden cells holds for every cube that it may be.

use jangkau::cube::{
    Aggregation, CatIx, Cube, Figure, Interval, Metadata, NO_STATUS, Selection, Status, Statuses,
    Values, linked,
};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::picks::{any_picks, selection};

/// The cube of whole numbers of 0 to 9, and the same with some of those from 1 to 4 hidden.
fn shown_and_hidden(cube: &Cube, hide: &[bool]) -> (Cube, Cube) {
    let size = cube.values().len();
    let digit = |cell: usize| u32::try_from(cell * 7 % 10).unwrap();
    let values: Vec<u32> = (0..size).map(digit).collect();
    let few = |cell: &usize| (1..5).contains(&values[*cell]) && hide[cell % hide.len()];
    let absent: Vec<usize> = (0..size).filter(few).collect();
    let mut cells = vec![NO_STATUS; size];
    for &cell in &absent {
        cells[cell] = 0;
    }
    let statuses = Statuses::Each {
        list: vec![Status::new("<5")],
        cells,
    };
    let of = |gaps| {
        let metadata = Metadata {
            aggregation: Some(Aggregation::Sum),
            ..Metadata::default()
        };
        let values = Values::Whole(values.clone());
        Cube::new(cube.dimensions().to_vec(), values, gaps, metadata).unwrap()
    };
    (of((Vec::new(), Statuses::None)), of((absent, statuses)))
}

fn holds(interval: Interval, number: f64) -> bool {
    interval.low - 1e-9 <= number && number <= interval.high + 1e-9
}

fn check_holds(told: Figure, truth: Figure) -> Result<(), TestCaseError> {
    match (told, truth) {
        (Figure::Between(interval), Figure::Number(number)) => {
            prop_assert!(holds(interval, number), "{interval:?} {number}");
        }
        (told, truth) => prop_assert_eq!(told, truth),
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn the_truth_lies_between_the_bounds_that_are_told(
        cube in any_cube(), hide in prop::collection::vec(any::<bool>(), 1..20), picks in any_picks(),
    ) {
        let (cube, hidden) = shown_and_hidden(&cube, &hide);
        let selection = selection(&cube, &picks);
        let (truth, told) = (linked(&cube, &selection), linked(&hidden, &selection));
        check_holds(told.total(), truth.total())?;
        let (all, all_told) = (linked(&cube, &Selection::all()), linked(&hidden, &Selection::all()));
        for marginal in told.marginals() {
            let axis = marginal.axis();
            for at in (0..cube.members(axis).len()).map(CatIx) {
                check_holds(marginal.figure(at), truth.marginal(axis).figure(at))?;
                let share = told.share_along(axis, at, &all_told);
                if let (Some(share), Some(exact)) = (share, truth.share_along(axis, at, &all)) {
                    prop_assert!(holds(share, exact.middle()), "{share:?} {exact:?}");
                }
                let share = told.share_in_total(axis, at);
                if let (Some(share), Some(exact)) = (share, truth.share_in_total(axis, at)) {
                    prop_assert!(holds(share, exact.middle()), "{share:?} {exact:?}");
                }
            }
        }
    }
}
