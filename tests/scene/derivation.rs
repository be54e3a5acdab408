//! How a figure came about: working the derivation out again gives the figure that is shown.

use jangkau::cube::Cube;
use jangkau::scene::{Cell, Figures, Number, StepKind, askable, bar_axes, bars, derivation, table};
use jangkau::view_state::{AskedFigure, Quantity, ResolvedView};
use jangkau::words::messages;
use proptest::prelude::*;

use super::any_cube::view_of;
use crate::support::cases::cases;
use crate::support::cubes::any_cube;

/// So many rows of a table are asked of.
const ASKED: usize = 6;

/// Whether a number is the same but for what adding floats leaves.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// The derivation of a cell gives the number in it.
fn check(
    cube: &Cube,
    view: &ResolvedView,
    asked: &AskedFigure,
    cell: &Number,
) -> Result<(), TestCaseError> {
    let raw = asked.to_raw(cube);
    let read = AskedFigure::from_raw(cube, &raw);
    prop_assert_eq!(read.as_ref(), Some(asked), "{}", raw);
    let found = derivation(cube, (view, asked), &[], messages("en"));
    let evaluated = found.evaluate();
    if let Some(value) = cell.value {
        let exact = evaluated.exact();
        prop_assert!(
            exact.is_some_and(|exact| is_same(exact, value)),
            "{raw}: {value} is not {evaluated:?}: {found:#?}"
        );
    } else {
        let text = &cell.text;
        prop_assert_eq!(
            evaluated.exact(),
            None,
            "{}: {} is not {:?}",
            raw,
            text,
            evaluated
        );
    }
    prop_assert_eq!(
        found.steps.last().map(|step| step.kind),
        Some(StepKind::Shown)
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn a_derivation_gives_the_figure_that_is_shown(
        cube in any_cube(), picks in prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        place in prop::option::of((0..64_usize, 0..64_usize)), level in 0..8_usize,
        quantity in 0..4_usize,
    ) {
        let view = view_of(&cube, &picks, place, (level, quantity));
        let words = messages("en");
        let figures = Figures::of(&cube, &view);
        let own = derivation(&cube, (&view, &AskedFigure::default()), &[], words);
        if view.quantity == Quantity::Count {
            let total = figures.view.total();
            prop_assert_eq!(own.evaluate(), total);
        }
        let Some(table) = table(&cube, &view, &figures, words) else {
            return Ok(());
        };
        for (at, row) in table.rows.iter().take(ASKED).enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                let Cell::Number(number) = cell else { continue };
                let Some(asked) = table.asked(&view, at, column) else { continue };
                check(&cube, &view, &asked, number)?;
            }
        }
    }

    #[test]
    fn the_list_of_figures_has_each_bar_and_its_derivation_gives_the_bars_figure(
        cube in any_cube(), picks in prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        place in prop::option::of((0..64_usize, 0..64_usize)),
    ) {
        // As counts: a bar shows these whatever the view asks for.
        let view = view_of(&cube, &picks, place, (0, 0));
        let words = messages("en");
        let own = AskedFigure::default();
        let all = askable(&cube, &own, words);
        prop_assert_eq!(all.iter().filter(|it| it.is_asked).count(), 1);
        let figures = Figures::of(&cube, &view);
        let unfiltered = Figures::unfiltered(&cube);
        for axis in bar_axes(&cube) {
            let scene = bars(&cube, &view, (&figures, &unfiltered), (axis, words));
            for bar in scene.bars.iter().filter(|_| view.quantity == Quantity::Count).take(ASKED) {
                let asked = AskedFigure::of(axis, bar.at);
                let raw = asked.to_raw(&cube);
                prop_assert!(all.iter().any(|it| it.raw == raw), "{} is not in {:?}", raw, all);
                let found = derivation(&cube, (&view, &asked), &[], words);
                // What the choices leave out is drawn at 0, and has no figure.
                if !scene.idle && bar.value.contains(|sign| matches!(sign, '1'..='9')) {
                    prop_assert_eq!(&found.figure, &bar.value, "{}", raw);
                }
            }
        }
    }
}
