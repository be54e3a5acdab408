//! The answers to any selection: the total, the marginals, and how filters change them.

use jangkau::cube::{Aggregation, Cube, Figure, Linked, Role, Selection, linked};
use jangkau::formats::Limits;
use jangkau::formats::json_stat::{bytes_from_cube, cube_from_bytes};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::picks::{any_picks, clauses, selection};
use crate::support::reference;

/// Whether two figures say the same, sums of broken numbers to a billionth of what they add up.
fn agree(cube: &Cube, one: Figure, other: Figure) -> bool {
    let size: f64 = (0..cube.values().len())
        .map(|cell| cube.values().get(cell).abs())
        .sum();
    let kind = std::mem::discriminant(&one) == std::mem::discriminant(&other);
    let near = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * size,
        _ => true,
    };
    let ((one_low, one_high), (other_low, other_high)) = (one.bounds(), other.bounds());
    kind && near(one.exact(), other.exact())
        && near(one_low, other_low)
        && near(one_high, other_high)
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
    fn sums_of_hundredths_have_two_decimals_at_most(cube in any_cube(), picks in any_picks()) {
        let answer = linked(&cube, &selection(&cube, &picks));
        let figures = answer.marginals().iter().flat_map(jangkau::cube::Marginal::figures);
        let figures: Vec<Figure> = figures.chain([answer.total()]).collect();
        let bounds = figures.iter().flat_map(|figure| [figure.bounds().0, figure.bounds().1]);
        let numbers = figures.iter().map(|figure| figure.exact()).chain(bounds);
        for number in numbers.flatten() {
            let hundredths = (number * 100.0).round();
            prop_assert_eq!((hundredths / 100.0).to_bits(), (number + 0.0).to_bits());
        }
    }

    #[test]
    fn a_marginal_is_what_picking_that_category_gives(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        let before = linked(&cube, &selection);
        for marginal in before.marginals() {
            // Another measure has a reading of its own.
            if cube.dimension(marginal.axis().dimension()).role() == Role::Metric {
                continue;
            }
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
                && leaves().all(|leaf| dimension.parents(leaf).is_empty() && cube.along(axis, leaf).is_some());
            if !plain || cube.metadata().aggregation == Some(Aggregation::None) {
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
    fn a_cut_is_a_cube_with_the_total_of_its_selection(cube in any_cube(), picks in any_picks()) {
        let selection = selection(&cube, &picks);
        let Ok(cut) = cube.cut(&selection) else {
            // Only where some dimension has no category left.
            prop_assert!(!picks.is_empty());
            return Ok(());
        };
        let total = linked(&cube, &selection).total();
        // What stands side by side opens with its first: a file has no words for several. And a part
        // in which nothing is below zero does not know that its measure may be.
        let signed = (0..cube.values().len()).any(|cell| cube.values().get(cell) < 0.0);
        let unknown = matches!(total, Figure::Suppressed | Figure::Missing);
        if total != Figure::NotAdditive && !(signed && unknown) {
            check_agree(&cube, linked(&cut, &Selection::all()).total(), total)?;
        }
        // A file does not tell a list of one status from that status, nor 1 from 1.0.
        let again = cube_from_bytes(&bytes_from_cube(&cut), &Limits::PAGE).unwrap();
        prop_assert_eq!(again.dimensions(), cut.dimensions());
        check_same(&cut, &linked(&again, &Selection::all()), &linked(&cut, &Selection::all()))?;
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
            // Another measure has a reading of its own.
            if cube.dimension(axis.dimension()).role() == Role::Metric {
                continue;
            }
            let after = linked(&cube, &before.clone().with(axis, picked));
            prop_assert_eq!(after.marginal(axis), answer.marginal(axis));
        }
    }
}
