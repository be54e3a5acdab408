//! Scenes of cubes as any publisher might come up with them.

use jangkau::cube::{CatIx, Cube, Values};
use jangkau::scene::{
    Cell, Figures, Fill, MapScene, Number, TableScene, TrendFrame, bar_axes, bars, basis_lines,
    dead_end_ways, headline, levels, map, place_line, ranking, table, trend,
};
use jangkau::view_state::{Change, ClassScope, Place, Quantity, ResolvedView, ViewState, resolve};
use jangkau::words::{LANGUAGES, messages};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::cubes::any_cube;
use crate::support::reference;

/// The same cube with other values.
fn with_values(cube: &Cube, value: impl Fn(f64) -> f64) -> Cube {
    let values = (0..cube.values().len()).map(|cell| value(cube.values().get(cell)));
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

/// The same cube with values so large that few of them add up to a number.
fn enormous(cube: &Cube) -> Cube {
    with_values(cube, |value| value.abs() * 4e298)
}

/// The same cube with values that are next to nothing, but where their decimals are declared: to these
/// they are rounded.
fn tiny(cube: &Cube) -> Cube {
    let mut categories = cube
        .dimensions()
        .iter()
        .flat_map(|it| it.categories().iter());
    if categories.any(|(_, category)| category.decimals().is_some()) {
        return cube.clone();
    }
    with_values(cube, |value| value * 1e-7)
}

/// No two classes of a legend read alike.
fn check_legend(scene: &MapScene) -> Result<(), TestCaseError> {
    let classes = scene.legend.iter();
    let classes = classes.filter(|line| matches!(line.fill, Fill::Colour(_)));
    let labels: Vec<&str> = classes.map(|line| &*line.label).collect();
    for (at, label) in labels.iter().enumerate() {
        prop_assert!(!labels[..at].contains(label), "{:?}", labels);
        let bounds = label.split_once(" – ");
        prop_assert!(bounds.is_none_or(|(low, high)| low != high), "{}", label);
    }
    Ok(())
}

/// No number reads as zero that is not.
fn check_cells(table: &TableScene) -> Result<(), TestCaseError> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    for cell in cells {
        let Cell::Number(Number {
            value: Some(value),
            text,
            ..
        }) = cell
        else {
            continue;
        };
        // What is smaller is what adding floats leaves.
        if value.is_finite() && value.abs() > 1e-11 {
            prop_assert!(
                text.contains(|it| matches!(it, '1'..='9')),
                "{} {}",
                value,
                text
            );
        }
    }
    Ok(())
}

const FRAME: TrendFrame = TrendFrame {
    across_px: (10.0, 90.0),
    down_px: (0.0, 50.0),
    edges_px: (0.0, 100.0),
    font_px: 5.0,
    width_px: |text| text.chars().map(|_| 3.0).sum(),
};

/// Whatever the classes are taken over, a place has the same numbers and the same rank; and a way out of
/// a dead end is a change of the view.
fn check_classes(cube: &Cube, view: &ResolvedView) -> Result<(), TestCaseError> {
    let (Some(axis), words) = (view.level.filter(|_| view.geo.is_some()), messages("en")) else {
        return Ok(());
    };
    let scene = |class_scope: ClassScope| {
        let view = ResolvedView {
            class_scope,
            ..view.clone()
        };
        map(cube, &view, &Figures::of(cube, &view), (axis, words))
    };
    let [in_view, all, fixed] = ClassScope::ALL.map(scene);
    for scene in [&in_view, &all, &fixed] {
        check_legend(scene)?;
    }
    for scene in [&in_view, &fixed] {
        let places = (0..all.fills.len()).map(CatIx);
        prop_assert!(places.into_iter().all(|at| scene.rank(at) == all.rank(at)));
        let listed: usize = scene.legend.iter().map(|line| line.places).sum();
        let seen = scene.fills.iter().filter(|fill| **fill != Fill::Out);
        prop_assert!(listed <= seen.count());
    }
    let figures = Figures::of(cube, view);
    for way in dead_end_ways(cube, (view, &in_view), &figures, words) {
        prop_assert!(way.change != Change::Level(axis), "{}", way.text);
        prop_assert!(way.change != Change::Show(view.quantity), "{}", way.text);
    }
    Ok(())
}

/// Every scene of a view, asked for; what they give must agree.
fn check_scenes(cube: &Cube, view: &ResolvedView) -> Result<(), TestCaseError> {
    check_classes(cube, view)?;
    let figures = Figures::of(cube, view);
    let unfiltered = Figures::unfiltered(cube);
    for words in LANGUAGES {
        let sentence = headline(cube, view, &figures, words).sentence(words);
        prop_assert!(!sentence.is_empty());
        let lines = basis_lines(cube, view, words);
        prop_assert_eq!(lines.is_empty(), cube.metadata().basis.is_none());
        if let Some(trend) = trend(cube, view, words) {
            let periods = trend.periods.len();
            prop_assert!(trend.lines.iter().all(|line| line.texts.len() == periods));
            let layout = trend.layout(&FRAME);
            let points = layout.lines.iter().flat_map(|line| &line.points);
            for (x, y) in points.map(|point| point.at_px) {
                prop_assert!(x.is_finite() && y.is_finite(), "{} {}", x, y);
            }
        }
        for axis in bar_axes(cube) {
            let scene = bars(cube, view, (&figures, &unfiltered), (axis, words));
            prop_assert_eq!(scene.bars.len(), cube.members(axis).len());
        }
        let table = table(cube, view, &figures, words);
        let ranking = ranking(cube, view, &figures, words);
        let rows = table.iter().flat_map(|table| &table.rows);
        let bars = ranking.iter().flat_map(|ranking| &ranking.bars);
        let listed: Vec<Place> = (rows.map(|row| row.place))
            .chain(bars.map(|bar| bar.place))
            .collect();
        let inside = view.place.is_some_and(|it| it.axis.grouping().is_some());
        for place in listed.into_iter().filter(|_| !inside) {
            let drawn = map(cube, view, &figures, (place.axis, words));
            let figure = drawn.measures[place.at.0].figure();
            let slow =
                reference::total(cube, &view.filters.clone().with(place.axis, vec![place.at]));
            let kinds = [figure, slow].map(|figure| std::mem::discriminant(&figure));
            prop_assert_eq!(kinds[0], kinds[1]);
            prop_assert!(!place_line(cube, &drawn, place.at, words).is_empty());
        }
        if let Some(table) = table {
            check_cells(&table)?;
            let cells = table
                .rows
                .iter()
                .all(|row| row.cells.len() == table.columns.len());
            prop_assert!(cells);
        }
    }
    Ok(())
}

/// What picks and a place mean in a cube, each taken modulo what there is.
pub(crate) fn picked(
    cube: &Cube,
    picks: &[(usize, usize)],
    place: Option<(usize, usize)>,
) -> ViewState {
    let every: Vec<_> = cube.axes().collect();
    let places = levels(cube);
    let mut state = ViewState::landing("en", "x");
    let at = |axis, nth: usize| CatIx(nth % cube.members(axis).len());
    for (nth, member) in picks {
        let axis = every[nth % every.len()];
        state = state.apply(Change::Toggle(axis, at(axis, *member)), cube);
    }
    if let Some((nth, member)) = place.filter(|_| !places.is_empty()) {
        let axis = places[nth % places.len()];
        let place = Place {
            axis,
            at: at(axis, member),
        };
        state = state.apply(Change::Focus(Some(place)), cube);
    }
    state
}

/// The same with a level and a quantity.
pub(crate) fn view_of(
    cube: &Cube,
    picks: &[(usize, usize)],
    place: Option<(usize, usize)>,
    (level, quantity): (usize, usize),
) -> ResolvedView {
    let places = levels(cube);
    let mut state = picked(cube, picks, place);
    if !places.is_empty() {
        state = state.apply(Change::Level(places[level % places.len()]), cube);
    }
    if !cube.metadata().denominators.is_empty() {
        state = state.apply(Change::Show(Quantity::ALL[quantity]), cube);
    }
    resolve(&state, cube)
}

proptest! {
    #![proptest_config(cases(1))]

    #[test]
    fn every_scene_of_any_cube_can_be_drawn(
        cube in any_cube(), picks in prop::collection::vec((0..64_usize, 0..64_usize), 0..4),
        place in prop::option::of((0..64_usize, 0..64_usize)), level in 0..8_usize,
        quantity in 0..4_usize, size in 0..3_usize,
    ) {
        let cube = match size {
            0 => enormous(&cube),
            1 => tiny(&cube),
            _ => cube,
        };
        check_scenes(&cube, &view_of(&cube, &picks, place, (level, quantity)))?;
    }
}
