//! A view that a reader comes to by acts is what its link says.

use jangkau::cube::{Axis, CatIx, Cube, Role, linked};
use jangkau::scale::ClassMethod;
use jangkau::scene::levels;
use jangkau::view_state::{
    Change, Classing, Column, LinkParts, MapForm, Place, Quantity, ResolvedView, Tab, ViewState,
    link_from_state, pinned_link_from_state, resolve, state_from_link, to_query,
};
use jangkau::words::LANGUAGE_CODES;
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::ids::{any_odd_cube, has_folder};
use crate::support::link::SITE;

fn reread(link: &str, cube: &Cube) -> ViewState {
    state_from_link(&LinkParts::new(link), SITE, "x", cube).0
}

/// One act, as numbers to be taken modulo what the cube offers.
type Act = (usize, usize, usize);

fn any_acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec((0..23_usize, 0..64_usize, 0..64_usize), 0..12)
}

fn axis(cube: &Cube, nth: usize) -> Axis {
    let axes: Vec<Axis> = cube.axes().collect();
    axes[nth % axes.len()]
}

fn at(cube: &Cube, axis: Axis, nth: usize) -> CatIx {
    CatIx(nth % cube.members(axis).len())
}

/// A change that the page offers: no level without places, no rate without inhabitants. A place
/// whose code is no text at all has no folder, so no link leads to it.
fn change(cube: &Cube, (kind, one, other): Act) -> Option<Change> {
    let places = levels(cube);
    let place = || {
        let axis = *places.get(one % places.len().max(1))?;
        let place = Place {
            axis,
            at: at(cube, axis, other),
        };
        has_folder(cube, place).then_some(place)
    };
    let axis = axis(cube, one);
    Some(match kind {
        0..=3 => Change::Toggle(axis, at(cube, axis, other)),
        4 => Change::Clear(axis),
        5 => Change::Focus(place()),
        6 => Change::Level(*places.get(one % places.len().max(1))?),
        7 => {
            let quantity = Quantity::ALL[one % 4];
            quantity
                .is_offered(cube)
                .then_some(Change::Show(quantity))?
        }
        8 => Change::Open(Tab::ALL[one % 5]),
        9 => {
            let column = Column::ALL[one % 7];
            column.is_offered(cube).then_some(Change::SortBy(column))?
        }
        10 => Change::Speak(LANGUAGE_CODES[one % LANGUAGE_CODES.len()].to_owned()),
        11 => Change::Form(MapForm::ALL[one % 2]),
        12 => {
            let count = u8::try_from(3 + other % 7).unwrap();
            Change::Class(Classing::new(ClassMethod::ALL[one % 3], count))
        }
        13 => {
            let texts = ["", "bandung", "a~b %7E", "&q=#?", " kota  ", "..", "-ü+"];
            Change::Search(texts[one % texts.len()].to_owned())
        }
        14 => Change::Compare(place()?),
        15 => {
            let time = Axis::of_dimension(cube.with_role(Role::Time)?);
            Change::From((one % 4 > 0).then_some(at(cube, time, other)))
        }
        16 => Change::Columns((one % 4 > 0).then_some(axis)),
        20 => Change::Rows(axis),
        22 => Change::Turn(one % 4),
        19 => {
            let time = Axis::of_dimension(cube.with_role(Role::Time)?);
            Change::Between(at(cube, time, one), at(cube, time, other))
        }
        // A column that is there only if the dimension lies across the table.
        17 | 18 => Change::SortBy(Column::Of(at(cube, axis, 0))),
        _ => Change::ClearAll,
    })
}

fn reached(cube: &Cube, acts: &[Act]) -> ViewState {
    acts.iter()
        .filter_map(|act| change(cube, *act))
        .fold(ViewState::landing("id", "x"), |state, change| {
            state.apply(change, cube)
        })
}

fn check_round_trip(cube: &Cube, state: &ViewState) -> Result<(), TestCaseError> {
    let link = link_from_state(state, cube);
    let (again, notices) = state_from_link(&LinkParts::new(&link), SITE, "x", cube);
    prop_assert_eq!((&again, notices), (state, Vec::new()), "{}", &link);
    prop_assert_eq!(link_from_state(&again, cube), link);
    // A lasting link names what was picked for the reader, and shows the same.
    let [lasting, own] = [&reread(&pinned_link_from_state(state, cube), cube), state]
        .map(|state| resolve(state, cube));
    let figures = |view: &ResolvedView| {
        let [selection, base] = [&view.selection, &view.base].map(|it| linked(cube, it).total());
        (selection, base)
    };
    prop_assert_eq!(figures(&lasting), figures(&own));
    let looks = |view: ResolvedView| {
        (
            view.place,
            (view.level, view.rows, view.cols),
            view.quantity,
            view.change,
            view.sort,
        )
    };
    prop_assert_eq!(looks(lasting), looks(own));
    Ok(())
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn a_view_is_what_its_link_says(cube in any_odd_cube(), acts in any_acts()) {
        check_round_trip(&cube, &reached(&cube, &acts))?;
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter(
        cube in any_odd_cube(), acts in any_acts(), turn in 0..8_usize,
    ) {
        let state = reached(&cube, &acts);
        let query = to_query(&state, &cube);
        let mut parts: Vec<&str> = query.split('&').collect();
        let turns = turn % parts.len();
        parts.rotate_left(turns);
        if turn > 4 {
            parts.reverse();
        }
        let link = link_from_state(&state, &cube);
        let path = link.split('?').next().unwrap();
        prop_assert_eq!(reread(&format!("{path}?{}", parts.join("&")), &cube), state);
    }

    #[test]
    fn picking_twice_restores_the_view(
        cube in any_odd_cube(), acts in any_acts(), one in 0..64_usize, other in 0..64_usize,
    ) {
        let state = reached(&cube, &acts);
        let axis = axis(&cube, one);
        // A range of time grows and shrinks, and of measures there is always one.
        let role = cube.dimension(axis.dimension()).role();
        if axis.grouping().is_none() && matches!(role, Role::Time | Role::Metric) {
            return Ok(());
        }
        let pick = || Change::Toggle(axis, at(&cube, axis, other));
        let twice = state.apply(pick(), &cube).apply(pick(), &cube);
        if state.place().is_some_and(|place| place.axis == axis) {
            // The place in focus has become the filter, or the other way round.
            let picked = |state: &ViewState| resolve(state, &cube).selection;
            let of_place = state.place().is_some_and(|place| place.at == at(&cube, axis, other));
            prop_assert_eq!(picked(&twice), picked(&state), "{}", of_place);
        } else {
            prop_assert_eq!(twice, state);
        }
    }

    #[test]
    fn a_level_that_is_chosen_stands_wherever_the_view_goes(
        cube in any_cube(), acts in any_acts(), one in 0..64_usize, other in 0..64_usize,
        by_rows in any::<bool>(),
    ) {
        let places = levels(&cube);
        let Some(level) = places.get(one % places.len().max(1)).copied() else {
            return Ok(());
        };
        let choice = if by_rows { Change::Rows(level) } else { Change::Level(level) };
        let chosen = reached(&cube, &acts).apply(choice, &cube);
        prop_assert_eq!(resolve(&chosen, &cube).level, Some(level));
        let axis = places[other % places.len()];
        let into = Place { axis, at: at(&cube, axis, other) };
        let inside = chosen.apply(Change::Focus(Some(into)), &cube);
        let back = inside.apply(Change::Focus(None), &cube);
        let cleared = back.apply(Change::ClearAll, &cube);
        for state in [&back, &cleared] {
            prop_assert_eq!(resolve(state, &cube).level, Some(level));
        }
        // The regions stay chosen inside, too; there they are what is shown of no choice.
        let regions = places.iter().find(|axis| axis.grouping().is_none());
        if regions == Some(&level) {
            prop_assert_eq!(resolve(&inside, &cube).level, Some(level));
        }
        if has_folder(&cube, into) {
            let again = reread(&link_from_state(&inside, &cube), &cube);
            prop_assert_eq!(&again, &inside);
            let back = again.apply(Change::Focus(None), &cube);
            prop_assert_eq!(resolve(&back, &cube).level, Some(level));
        }
    }

    #[test]
    fn unknown_keys_are_kept_through_the_visit(
        cube in any_odd_cube(), acts in any_acts(), value in "[a-z0-9~%+,.=?/ é]{0,12}",
    ) {
        let link = format!("/id/x/?utm+source={value}&utm%20source={value}&utm+source=b");
        let opened = reread(&link, &cube);
        let acts = acts.iter().filter_map(|act| change(&cube, *act));
        let state = acts.fold(opened, |state, change| state.apply(change, &cube));
        let written = to_query(&state, &cube);
        for kept in [
            format!("utm%2Bsource={value}~b"),
            format!("utm%20source={value}"),
        ] {
            prop_assert!(written.split('&').any(|part| part == kept), "{}", written);
        }
        prop_assert_eq!(reread(&link_from_state(&state, &cube), &cube), state);
    }

    #[test]
    fn what_one_panel_reads_leaves_the_others_as_they_are(
        cube in any_odd_cube(), acts in any_acts(), one in 0..64_usize, other in 0..64_usize,
    ) {
        let state = reached(&cube, &acts);
        let common = resolve(&state, &cube).in_common();
        // Tab, order, form of the map, search, columns.
        for kind in [8, 9, 11, 13, 16] {
            let Some(change) = change(&cube, (kind, one, other)) else { continue };
            let after = resolve(&state.apply(change.clone(), &cube), &cube);
            prop_assert_eq!(&after.in_common(), &common, "{:?}", change);
        }
    }

    #[test]
    fn a_view_of_any_other_cube_is_what_its_link_says(cube in any_cube(), acts in any_acts()) {
        check_round_trip(&cube, &reached(&cube, &acts))?;
    }
}
