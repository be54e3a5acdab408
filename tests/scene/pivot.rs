//! The table of any two dimensions, and what all of its rows are together.

use jangkau::cube::{Axis, Cube, Figure, How, Role, Selection};
use jangkau::scene::{Blank, Cell, Figures, Number, TableScene, headline, table};
use jangkau::view_state::{
    Change, Column, Place, Quantity, ResolvedView, ViewState, can_be_rows, resolve,
};
use jangkau::words::messages;
use proptest::prelude::*;

use super::any_cube::picked;
use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::made::{INJURIES, JOBS, WATER};
use crate::support::opened::{Opened, shown};
use crate::support::reference;

/// A view in numbers, to be taken modulo what the cube offers: what is picked, the place in focus, the
/// rows and columns, the quantity.
pub(super) type Drawn = (
    Vec<(usize, usize)>,
    Option<(usize, usize)>,
    (usize, usize),
    usize,
);

pub(super) fn any_drawn() -> impl Strategy<Value = Drawn> {
    (
        prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        prop::option::of((0..64_usize, 0..64_usize)),
        (0..64_usize, 0..64_usize),
        0..4_usize,
    )
}

pub(super) fn view_of(cube: &Cube, (picks, place, (rows, cols), quantity): Drawn) -> ResolvedView {
    let every: Vec<Axis> = cube.axes().collect();
    let mut state = picked(cube, &picks, place);
    let of_quantity = Quantity::ALL[quantity];
    if of_quantity.is_offered(cube) {
        state = state.apply(Change::Show(of_quantity), cube);
    }
    for change in [
        Change::Rows(every[rows % every.len()]),
        Change::Columns(Some(every[cols % every.len()])),
    ] {
        state = state.apply(change, cube);
    }
    resolve(&state, cube)
}

fn scene_of(cube: &Cube, view: &ResolvedView) -> Option<TableScene> {
    table(cube, view, &Figures::of(cube, view), messages("en"))
}

fn number(cell: &Cell) -> Option<&Number> {
    match cell {
        Cell::Number(number) => Some(number),
        Cell::Code(_) | Cell::Name(_) | Cell::Group { .. } => None,
    }
}

/// What the rows are counted in: the filters, and a place in focus that they lie in.
fn listed_in(view: &ResolvedView, rows: Axis) -> Selection {
    let lies_in = |place: &Place| {
        let is_group = place.axis.grouping().is_some() && place.axis != rows;
        is_group || place.axis.dimension() != rows.dimension()
    };
    if view.place.as_ref().is_some_and(lies_in) {
        view.selection.clone()
    } else {
        view.filters.clone()
    }
}

/// A number of the table against a figure that was added up cell by cell.
#[track_caller]
fn check_number(number: &Number, slow: Figure) -> Result<(), TestCaseError> {
    match (number.value, slow.exact()) {
        (Some(value), Some(slow)) => {
            prop_assert!(
                (value - slow).abs() <= 1e-9 * slow.abs().max(1e12),
                "{value} {slow}"
            );
        }
        (value, slow) => prop_assert_eq!(value, slow),
    }
    let says_why = matches!(
        (slow, number.blank),
        (
            Figure::Number(_) | Figure::Between(_) | Figure::AtLeast(_),
            None
        ) | (Figure::Suppressed, Some(Blank::Suppressed))
            | (Figure::Missing, Some(Blank::Missing))
            | (Figure::NotAdditive, Some(Blank::NotAdditive))
            | (Figure::TooLarge, Some(Blank::TooLarge))
    );
    prop_assert!(says_why, "{:?} {:?}", slow, number.blank);
    Ok(())
}

/// Whether one number is blank because it would stand for one row alone.
fn has_no_total(cube: &Cube, selection: &Selection, rows: Axis, cell: &Number) -> bool {
    let reading = cube.reading(selection);
    let own = reading.of(rows.dimension());
    let is_free = selection
        .clauses()
        .all(|(axis, _)| axis.dimension() != rows.dimension());
    let of_one = matches!(own.how(), How::Latest(_) | How::One(_));
    let of_periods = cube.dimension(rows.dimension()).role() == Role::Time;
    cell.blank == Some(Blank::NotAdditive) && if is_free { of_one } else { of_periods }
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn the_total_is_that_of_the_headline(cube in any_cube(), drawn in any_drawn()) {
        let view = view_of(&cube, drawn);
        let Some((rows, scene)) = view.rows.zip(scene_of(&cube, &view)) else { return Ok(()) };
        let selection = listed_in(&view, rows);
        let at = scene.columns.iter().position(|(column, _)| *column == Column::Value).unwrap();
        let total = number(&scene.total[at]).unwrap();
        if has_no_total(&cube, &selection, rows, total) {
            return Ok(());
        }
        check_number(total, reference::total(&cube, &selection))?;
        // Word for word, where the sentence is of the same and is exact.
        let is_count = view.quantity == Quantity::Count;
        if is_count && selection == view.selection && cube.metadata().basis.is_none() {
            let sentence = headline(&cube, &view, &Figures::of(&cube, &view), messages("en"));
            let plain = total.text.split(" (").next().unwrap();
            let said = sentence.figure();
            prop_assert!(said.is_empty() || said == plain, "{} {}", said, plain);
        }
    }

    #[test]
    fn every_cell_of_any_pivot_is_the_figure_of_its_row_and_column(
        cube in any_cube(), drawn in any_drawn(),
    ) {
        let view = view_of(&cube, drawn);
        let Some((rows, scene)) = view.rows.zip(scene_of(&cube, &view)) else { return Ok(()) };
        let selection = listed_in(&view, rows);
        for row in &scene.rows {
            let of_row = selection.clone().with(rows, vec![row.place.at]);
            prop_assert_eq!(row.cells.len(), scene.columns.len());
            for ((column, _), cell) in scene.columns.iter().zip(&row.cells) {
                let Some(number) = number(cell) else { continue };
                prop_assert!(!number.text.is_empty());
                prop_assert!(number.blank.is_none() || number.value.is_none());
                match (column, scene.across) {
                    (Column::Value, _) => check_number(number, reference::total(&cube, &of_row))?,
                    (Column::Of(at), Some(across)) if view.quantity == Quantity::Count => {
                        let of_cell = of_row.clone().with(across, vec![*at]);
                        check_number(number, reference::total(&cube, &of_cell))?;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The texts of all rows and of the total, from the first number on.
fn texts(scene: &TableScene) -> Vec<Vec<&str>> {
    let rows = scene
        .rows
        .iter()
        .map(|row| &row.cells)
        .chain([&scene.total]);
    rows.map(|cells| {
        let named = cells
            .iter()
            .filter(|cell| !matches!(cell, Cell::Code(_) | Cell::Group { .. }));
        named.map(shown).collect()
    })
    .collect()
}

#[track_caller]
fn check(link: &str, caption: &str, expected: &[&[&str]]) {
    let scene = Opened::new(&WATER, link).table();
    assert_eq!(scene.caption, caption);
    assert_eq!(texts(&scene), expected, "{link}");
}

#[test]
fn sources_are_crossed_with_tenures_anywhere() {
    // 653, 249 and 98 hundreds, of which 66 of a hundred are owners.
    check(
        "/en/x/?rows=source&cols=tenure",
        "Households by Water source, 2019–2022 · Columns by: Tenure (Count)",
        &[
            &["Piped water", "65,300", "43,098", "22,202"],
            &["Well", "24,900", "16,434", "8,466"],
            &["Rain water", "9,800", "6,468", "3,332"],
            &["Total", "100,000", "66,000", "34,000"],
        ],
    );
    // 12 x (8, 2, 0) hundreds.
    check(
        "/en/x/n1/?rows=source&cols=tenure&sort=code",
        "Port Amara: Households by Water source, 2019–2022 · Columns by: Tenure (Count)",
        &[
            &["Piped water", "9,600", "6,336", "3,264"],
            &["Rain water", "0", "0", "0"],
            &["Well", "2,400", "1,584", "816"],
            &["Total", "12,000", "7,920", "4,080"],
        ],
    );
}

#[test]
fn places_lie_across_the_columns_and_each_quantity_is_that_of_the_place() {
    // 18 x 5 + 12 x 8, 20 x 5 + 25 x 8, 11 x 5 + 14 x 8 hundreds, of 30, 45 and 25 thousand.
    check(
        "/en/x/?rows=source&cols=district&as=share&source=piped",
        "Households by Water source, 2019–2022 · Columns by: Districts (3, of 2019) (Share)",
        &[
            &["Piped water", "65,300", "62%", "67%", "67%"],
            &["Well", "24,900", "26%", "24%", "24%"],
            &["Rain water", "9,800", "12%", "8.9%", "8.8%"],
            &["Total of those chosen", "65,300", "62%", "67%", "67%"],
        ],
    );
    // 18,600 of 117,000 inhabitants, 30,000 of 148,000, 16,700 of 135,000.
    check(
        "/en/x/?rows=source&cols=district&as=rate&q=piped",
        "Households by Water source, 2019–2022 · Columns by: Districts (3, of 2019) (Per 1,000 inhabitants)",
        &[
            &["Piped water", "65,300", "159.0", "202.7", "123.7"],
            &[
                "Total with the rows that the search hides",
                "100,000",
                "256.4",
                "304.1",
                "185.2",
            ],
        ],
    );
}

#[test]
fn the_share_of_a_row_is_of_all_rows_and_its_rate_of_the_same_inhabitants() {
    check(
        "/en/x/n1/?rows=source",
        "Port Amara: Households by Water source, 2019–2022",
        &[
            &["Piped water", "9,600", "80%", "240.0"],
            &["Well", "2,400", "20%", "60.0"],
            &["Rain water", "0", "0%", "0.0"],
            &["Total", "12,000", "100%", "300.0"],
        ],
    );
}

#[test]
fn what_is_not_added_has_no_total_and_says_so() {
    let total = |link: &str| {
        let scene = Opened::new(&JOBS, link).table();
        let at = scene
            .columns
            .iter()
            .position(|(column, _)| *column == Column::Value);
        number(&scene.total[at.unwrap()]).unwrap().clone()
    };
    // The latest quarter stands for the periods, and is one of the rows.
    let periods = total("/en/x/?rows=period");
    assert_eq!(
        (periods.blank, &*periods.text),
        (Some(Blank::NotAdditive), "cannot be added up")
    );
    assert_eq!(
        total("/en/x/?rows=period&period=2020Q1").value,
        Some(100_000.0)
    );
    // The printed total, which is no sum of ours.
    assert_eq!(total("/en/x/").value, Some(126_000.0));
}

#[test]
fn every_blank_says_why() {
    let scene = Opened::new(&INJURIES, "/en/x/?cause=fall&year=2022").table();
    let blank = |column: Column| {
        let at = scene
            .columns
            .iter()
            .position(|(known, _)| *known == column)
            .unwrap();
        let row = scene
            .rows
            .iter()
            .find(|row| shown(&row.cells[0]) == "c4")
            .unwrap();
        number(&row.cells[at]).unwrap().blank
    };
    assert_eq!(blank(Column::Value), Some(Blank::Suppressed));
    assert_eq!(blank(Column::Share), Some(Blank::Suppressed));
    let suppressed = number(&scene.total[3]).unwrap();
    assert_eq!(
        (suppressed.value, suppressed.blank),
        (None, None),
        "at least so many"
    );
}

#[test]
fn measures_are_never_rows() {
    let cube = &*crate::support::made::HEALTH;
    let measures = cube.axes().filter(|axis| cube.is_measure(*axis));
    for axis in measures {
        assert!(!can_be_rows(cube, axis));
        let state = ViewState::landing("en", "x");
        assert_eq!(state.apply(Change::Rows(axis), cube), state);
    }
}
