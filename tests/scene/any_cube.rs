//! Scenes of cubes as any publisher might come up with them.

use jangkau::cube::{CatIx, Cube, Values};
use jangkau::scene::{
    Figures, bar_axes, bars, basis_lines, headline, levels, ranking, table, trend,
};
use jangkau::view_state::{Change, Place, Quantity, ResolvedView, resolve};
use jangkau::words::LANGUAGES;
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::reference;

/// The same cube with values so large that few of them add up to a number.
fn enormous(cube: &Cube) -> Cube {
    let values = (0..cube.values().len()).map(|cell| cube.values().get(cell).abs() * 4e298);
    let gaps = (cube.absent().to_vec(), cube.statuses().clone());
    let metadata = cube.metadata().clone();
    Cube::new(
        cube.dimensions().to_vec(),
        Values::Real(values.collect()),
        gaps,
        metadata,
    )
    .unwrap()
}

/// Every scene of a view, asked for; what they give must agree.
fn check_scenes(cube: &Cube, view: &ResolvedView) -> Result<(), TestCaseError> {
    let figures = Figures::of(cube, view);
    let unfiltered = Figures::unfiltered(cube);
    for words in LANGUAGES {
        let sentence = headline(cube, view, &figures, words).sentence();
        prop_assert!(!sentence.is_empty());
        let lines = basis_lines(cube, view, words);
        prop_assert!(view.place.is_some() || lines.is_empty());
        for line in trend(cube, view, words)
            .into_iter()
            .flat_map(|trend| trend.lines)
        {
            prop_assert_eq!(line.numbers.len(), line.texts.len());
        }
        for axis in bar_axes(cube) {
            let scene = bars(cube, view, (&figures, &unfiltered), (axis, words));
            prop_assert_eq!(scene.bars.len(), cube.members(axis).len());
        }
        let tables = [
            table(cube, view, &figures, words),
            ranking(cube, view, &figures, words),
        ];
        for listed in tables.into_iter().flatten() {
            let inside = view.place.is_some_and(|it| it.axis.grouping().is_some());
            let base = if inside {
                &view.selection
            } else {
                &view.filters
            };
            for row in listed.rows.iter().filter(|_| !inside) {
                let at = base.clone().with(row.place.axis, vec![row.place.at]);
                let slow = reference::total(cube, &at);
                let kinds = [row.figure, slow].map(|figure| std::mem::discriminant(&figure));
                prop_assert_eq!(kinds[0], kinds[1]);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn every_scene_of_any_cube_can_be_drawn(
        cube in any_cube(), picks in prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        place in prop::option::of((0..64_usize, 0..64_usize)), level in 0..8_usize,
        quantity in 0..4_usize, large in any::<bool>(),
    ) {
        let cube = if large { enormous(&cube) } else { cube };
        let axes: Vec<_> = cube.axes().collect();
        let places = levels(&cube);
        let mut state = jangkau::view_state::ViewState::landing("en", "x");
        let at = |axis, nth: usize| CatIx(nth % cube.members(axis).len());
        for (nth, member) in picks {
            let axis = axes[nth % axes.len()];
            state = state.apply(Change::Toggle(axis, at(axis, member)), &cube);
        }
        if let Some((nth, member)) = place.filter(|_| !places.is_empty()) {
            let axis = places[nth % places.len()];
            let place = Place { axis, at: at(axis, member) };
            state = state.apply(Change::Focus(Some(place)), &cube);
        }
        if !places.is_empty() {
            state = state.apply(Change::Level(places[level % places.len()]), &cube);
        }
        if !cube.metadata().denominators.is_empty() {
            state = state.apply(Change::Show(Quantity::ALL[quantity]), &cube);
        }
        check_scenes(&cube, &resolve(&state, &cube))?;
    }
}
